// Art at the code: refused exactly where its ink shows in the quiet zone, measured by real outlines. The second
// implementation is the picture that Cairo draws.
#include "catch.h"
#include "decode/decode.h"
#include "label/boxes.h"
#include "label/preflight.h"
#include "photo/photo.h"
#include "render/write.h"
#include "shipped_fonts.h"

#include <algorithm>
#include <random>
#include <sstream>

using namespace temsao;
using namespace temsao::label;
using render::test::shipped_fonts;

namespace {

// A stamp of 50 x 40 mm with the code in its middle; `before` and `after` are drawn under and over the code.
std::string stamp(const std::string& before, const std::string& after = "") {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="40mm" viewBox="0 0 50 40" data-use="stamp">)"
           "\n" +
           before + R"(<rect data-kind="badge" x="15" y="1" width="20" height="18" fill="none"/>
<rect data-kind="code" x="15" y="14" width="20" height="20" fill="none"/>
)" + after +
           "</svg>";
}

const LabelRecord record{.fields = {{"name", "Nước mắm Mẫu"}}, .stars = 4, .valid_to = *Date::from(2028, 4, 8)};

struct Made {
    Template design;
    Drawing drawing;

    const CodeModules& code() const {
        for (const auto& item : drawing.items)
            if (const auto* code = std::get_if<CodeModules>(&item)) return *code;
        throw std::runtime_error("no code");
    }
};

Made make(const std::string& svg) {
    auto design = parse_template(svg, "stamp");
    if (!design) FAIL(say(design.error().what, Lang::en) << "\n" << svg);
    auto drawing = fill(*design,
                        record,
                        std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09521234543213")),
                        shipped_fonts(),
                        Resolution::from_dpi(600));
    if (!drawing) FAIL(say(drawing.error().what, Lang::en));
    return {*std::move(design), *std::move(drawing)};
}

std::vector<LabelFinding> look(const Made& made, InkMemory* memory = nullptr) {
    auto all = preflight_again(made.drawing,
                               {.record = record,
                                .is_whole_label = false,
                                .day = *Date::from(2026, 11, 24),
                                .made = *Date::from(2026, 11, 24),
                                .design = &made.design,
                                .memory = memory},
                               shipped_fonts());
    std::erase_if(all, [](const LabelFinding& one) {
        return one.finding.code != "QUIET_ZONE_ART" && one.finding.code != "BADGE_CLEAR_SPACE";
    });
    return all;
}

bool is_refused_at_code(const std::vector<LabelFinding>& findings) {
    return std::any_of(
        findings.begin(), findings.end(), [](const auto& one) { return one.finding.code == "QUIET_ZONE_ART"; });
}

// The darkest spot of a box in the picture of the drawing without its code: 0 white, 255 black.
int darkest(const Drawing& drawing, const BoxMm& box) {
    auto art = std::make_shared<Drawing>(drawing);
    std::erase_if(art->items, [](const Item& item) { return std::holds_alternative<CodeModules>(item); });
    const auto resolution = Resolution::from_dpi(600);
    const auto png = render::write_png({art->size, {{art, {}, {}}}}, resolution, shipped_fonts());
    REQUIRE(png.ok());
    const auto photo = decode::decode_photo(*png, "art");
    REQUIRE(photo.ok());
    const double dots = resolution.dots_per_mm();
    int least = 255;
    for (int y = static_cast<int>(box.y.value * dots); y < static_cast<int>(std::ceil(box.bottom().value * dots)); ++y)
        for (int x = static_cast<int>(box.x.value * dots); x < static_cast<int>(std::ceil(box.right().value * dots));
             ++x)
            least = std::min(least, int{photo->grey[static_cast<std::size_t>(y * photo->width + x)]});
    return 255 - least;
}

// Art as a designer may draw it near the code: blots, rings, frames, open curves, white panels, words.
class RandomArt {
public:
    explicit RandomArt(unsigned seed) : random_(seed) {}

    std::string several() {
        std::string all;
        for (int i = whole(1, 4); i > 0; --i)
            all += one() + "\n";
        return all;
    }

private:
    double number(double from, double to) { return std::uniform_real_distribution(from, to)(random_); }

    int whole(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }

    std::string paint() {
        const std::string colour = whole(0, 2) == 0 ? "#ffffff" : whole(0, 1) == 0 ? "#0a4a5a" : "#888888";
        if (whole(0, 1) == 0) return " fill=\"" + colour + "\"/>";
        return " fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + std::to_string(number(0.1, 2)) + "\"/>";
    }

    std::string place() { return std::to_string(number(2, 48)) + " " + std::to_string(number(2, 38)) + " "; }

    std::string one() {
        std::ostringstream out;
        switch (whole(0, 6)) {
        case 0: // near the size of the quiet zone, so that panels clear it and frames go round it
            out << "<rect x=\"" << number(11, 16) << "\" y=\"" << number(10, 15) << "\" width=\"" << number(17, 28)
                << "\" height=\"" << number(17, 24.9) << "\" rx=\"" << number(0, 3) << "\"" << paint();
            break;
        case 1:
            out << "<circle cx=\"" << number(20, 30) << "\" cy=\"" << number(20, 28) << "\" r=\"" << number(1, 19)
                << "\"" << paint();
            break;
        case 2:
            out << "<ellipse cx=\"" << number(5, 45) << "\" cy=\"" << number(5, 35) << "\" rx=\"" << number(1, 12)
                << "\" ry=\"" << number(1, 12) << "\"" << paint();
            break;
        case 3: // a ring or a C, by even-odd
            out << "<path fill-rule=\"evenodd\" d=\"M1 1H49V39H1Z M" << place() << "L" << place() << "L" << place()
                << "Z\"" << paint();
            break;
        case 4: out << "<path d=\"M" << place() << "C" << place() << place() << place() << "\"" << paint(); break;
        case 5: out << "<polygon points=\"" << place() << place() << place() << place() << "\"" << paint(); break;
        default:
            out << "<text x=\"" << number(1, 40) << "\" y=\"" << number(5, 38) << "\" font-size=\"" << number(2, 9)
                << "\" fill=\"" << (whole(0, 3) == 0 ? "#ffffff" : "#000000") << "\">Ổi quê</text>";
        }
        return out.str();
    }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("a ring, a frame, a round ground with a white disc, a die line and a C leave the code alone") {
    for (
        const auto* art :
        {R"(<circle cx="25" cy="20" r="19" fill="none" stroke="#0a4a5a" stroke-width="1.5"/>)",
         R"(<rect x="1" y="0.4" width="48" height="39.2" fill="none" stroke="#0a4a5a" stroke-width="0.6"/>)",
         R"(<rect x="0" y="0" width="50" height="40" fill="#0a4a5a"/><circle cx="25" cy="20" r="19.5" fill="#ffffff"/>)",
         R"(<rect x="1" y="1" width="48" height="38" rx="3" fill="none" stroke="#ff00ff" stroke-width="0.1" data-spot="CutContour"/>)",
         R"(<path d="M48 1C-12 -4 -12 44 48 39" fill="none" stroke="#0a4a5a" stroke-width="1"/>)",
         R"(<path fill-rule="evenodd" d="M0 0H50V40H0Z M13 0.2H37V36H13Z" fill="#0a4a5a"/>)",
         R"(<rect x="0" y="0" width="50" height="40" fill="#0a4a5a"/><rect x="13.5" y="0.5" width="23" height="35" rx="2" fill="#ffffff"/>)"}) {
        CAPTURE(art);
        std::string said;
        for (const auto& one : look(make(stamp(art))))
            said += say(one.finding.message(), Lang::en) + "\n";
        CHECK(said.empty());
    }
}

TEST_CASE("what shows at the code is refused by its id and its line in the template") {
    const auto findings = look(make(stamp(R"(<g>
<rect x="0" y="0" width="50" height="40" fill="#0a4a5a" id="ground"/>
<rect x="13.5" y="16" width="23" height="19" fill="#ffffff"/></g>)")));
    REQUIRE(is_refused_at_code(findings));
    for (const auto& one : findings) {
        REQUIRE(one.element);
        CHECK(one.element->id == "ground");
        CHECK(one.element->line == 3);
        const auto said = say(one.finding.message(), Lang::en);
        CAPTURE(said);
        CHECK(said.find("“ground” (line 3 of the template)") != said.npos);
    }
}

TEST_CASE("an element without an id is named by its kind and line") {
    const auto findings = look(make(stamp("", "\n<circle cx=\"16\" cy=\"30\" r=\"2\" fill=\"#000000\"/>")));
    REQUIRE(findings.size() == 1);
    CHECK(say(findings[0].finding.message(), Lang::vi).starts_with("Hình “<circle>” (dòng 5 của mẫu)"));
}

TEST_CASE("white over the code is refused, and white around it is not") {
    const auto over = look(make(stamp("", R"(<rect id="patch" x="20" y="20" width="4" height="4" fill="#ffffff"/>)")));
    REQUIRE(over.size() == 1);
    CHECK(over[0].finding.sentence == "QUIET_ZONE_ART.over");
    CHECK(is_refused_at_code(look(make(stamp("", R"(<text x="20" y="26" font-size="5" fill="#ffffff">OOO</text>)")))));
    CHECK(look(make(stamp(R"(<rect x="0" y="0" width="50" height="40" fill="#ffffff"/>)"))).empty());
    CHECK(look(make(stamp("", R"(<rect x="0" y="34" width="50" height="6" fill="#ffffff"/>)"))).empty());
}

TEST_CASE("a varnish clears nothing, and a white mixed ink does what white does") {
    const std::string ground = R"(<rect x="0" y="0" width="50" height="40" fill="#0a4a5a"/>)";
    const std::string panel = R"(<rect x="13" y="0" width="24" height="36" fill="#ffffff" data-ink="0 0 0 0" )";
    CHECK(is_refused_at_code(look(make(stamp(ground + panel + "data-spot=\"Varnish\"/>")))));
    CHECK_FALSE(is_refused_at_code(look(make(stamp(ground + panel + "data-spot=\"PANTONE White\"/>")))));
    CHECK(look(make(stamp("", panel + "data-spot=\"Varnish\"/>"))).empty());
}

TEST_CASE("random art is refused exactly when its ink shows in the quiet zone") {
    int refused = 0, taken = 0, close = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        RandomArt art(seed);
        const auto svg = stamp(art.several());
        const auto made = make(svg);
        const auto quiet = quiet_box(made.code());
        const bool says = is_refused_at_code(look(made));
        const bool shows = darkest(made.drawing, grown(quiet, Mm{-0.1})) > 200 * 0.4;
        const bool clear = darkest(made.drawing, grown(quiet, Mm{0.05})) < 8;
        if (!shows && !clear) { // within a hair of the edge
            ++close;
            continue;
        }
        (shows ? refused : taken) += 1;
        INFO(seed << "\n" << svg);
        CHECK(says == shows);
    }
    CAPTURE(refused, taken, close);
    CHECK(refused > 100);
    CHECK(taken > 60);
    CHECK(close < 60);
}

TEST_CASE("labels of a run share one measurement and get the same answer") {
    InkMemory memory;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        RandomArt art(seed % 5 + 1);
        const auto made = make(stamp(art.several()));
        const auto fresh = look(made), again = look(made, &memory), once_more = look(made, &memory);
        REQUIRE(fresh.size() == again.size());
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            CHECK(fresh[i].finding.facts == again[i].finding.facts);
            CHECK(fresh[i].box == once_more[i].box);
        }
    }
}
