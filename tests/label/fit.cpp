// Text that fits, shrinks, or stops the job; and what may not touch the code. With a ruler instead of fonts: each
// character is half as wide as the size is high, so that the sums can be done in the head.
#include "base/text.h"
#include "catch.h"
#include "label/fill.h"
#include "label/preflight.h"
#include "label_ruler.h"

using namespace temsao;
using namespace temsao::label;

namespace {

using test::Ruler;

// 10 pt on the ruler: a character is 1.76 mm wide.
Template design(const std::string& inside) {
    const auto parsed =
        parse_template("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60mm\" height=\"40mm\" viewBox=\"0 0 60 "
                       "40\"><title>T</title><rect data-kind=\"code\" x=\"36\" y=\"16\" width=\"22\" height=\"22\"/>" +
                           inside + "</svg>",
                       "t");
    REQUIRE(parsed.ok());
    return *parsed;
}

std::string text_box(const std::string& more, const char* x = "2", const char* width = "32") {
    return std::string("<rect data-kind=\"text\" data-field=\"name\" x=\"") + x + "\" y=\"4\" width=\"" + width +
           "\" height=\"8\" data-size=\"10\" " + more + "/>";
}

Result<Drawing> draw(const std::string& inside, const std::string& name, int stars = 3) {
    const LabelRecord record{
        .fields = {{"name", name}}, .stars = stars, .valid_to = *Date::from(2028, 4, 8), .group = catalog::Group::food};
    static const Ruler ruler;
    return fill(design(inside),
                record,
                std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09521234543213/10/L1")),
                ruler,
                Resolution::from_dpi(300));
}

std::vector<TextLine> lines(const Result<Drawing>& drawing) {
    REQUIRE(drawing.ok());
    std::vector<TextLine> found;
    for (const auto& item : drawing->items)
        if (const auto* line = std::get_if<TextLine>(&item)) found.push_back(*line);
    return found;
}

std::string id(const Result<Drawing>& drawing) {
    return drawing ? "drawn" : drawing.error().what.id;
}

// The code of what preflight says first of where things are.
std::string remark(const Result<Drawing>& drawing) {
    REQUIRE(drawing.ok());
    const Date day = *Date::from(2026, 11, 24);
    const LabelRecord record{.fields = {}, .stars = 3, .valid_to = day, .group = catalog::Group::food};
    const auto findings = preflight_again(*drawing, {.record = record, .day = day, .made = day}, Ruler());
    return findings.empty() ? "" : findings.back().finding.code;
}

} // namespace

TEST_CASE("text that fits keeps its size, what is longer wraps, what is longer still shrinks") {
    const auto box = text_box("data-lines=\"2\" data-min-size=\"6\"");
    const auto one = lines(draw(box, "Nước mắm"));
    REQUIRE(one.size() == 1);
    CHECK(one[0].style.size_pt == 10);
    const auto two = lines(draw(box, "Nước mắm cá cơm loại một")); // 24 characters, 18 to a line
    REQUIRE(two.size() == 2);
    CHECK(two[0].style.size_pt == 10);
    CHECK(two[1].text == "loại một");
    const auto smaller =
        lines(draw(box, "Nước mắm cá cơm loại một chai thủy tinh năm trăm")); // 48: at 7.5, 24 to a line
    REQUIRE(smaller.size() == 2);
    CHECK(smaller[0].style.size_pt < 10);
    CHECK(smaller[0].style.size_pt >= 6);
    for (const auto& line : smaller)
        CHECK(Ruler().measure(line.text, line.style).advance <= Mm{32.03});
}

TEST_CASE("it shrinks to the stated size and no further, then field, label and amount are named") {
    const auto box = text_box("data-lines=\"1\" data-min-size=\"8\""); // at 8 pt 22 characters
    CHECK(id(draw(box, "Nước mắm cá cơm loại 1")) == "drawn");
    const auto refused = draw(box, "Nước mắm cá cơm loại một");
    REQUIRE(id(refused) == "label.text_too_long");
    const auto& facts = refused.error().what.facts;
    CHECK(facts.at(1) == "name");
    CHECK(facts.at(2) == "Nước mắm cá cơm loại một");
    CHECK(facts.at(3) == "3.8"); // a second line of 8 pt
    CHECK(facts.at(4) == "2");   // of 24
}

TEST_CASE("a number stays with its unit, and a word is cut at its hyphen only") {
    const auto lines_of = [](const std::string& text) {
        std::string all;
        for (const auto& line : lines(draw(text_box("data-lines=\"2\""), text)))
            all += line.text + "|";
        return all;
    };
    CHECK(lines_of("Nước mắm chai 500 ml") == "Nước mắm|chai 500 ml|"); // "500" alone would fit
    CHECK(lines_of("Omega-3-Canxi-Vitamin-D3") == "Omega-3-Canxi-|Vitamin-D3|");
    const auto one_word = draw(text_box("data-lines=\"2\""), "Nướcmắmcácơmloạimộtđặcbiệt");
    REQUIRE(id(one_word) == "label.word_too_wide");
    CHECK(one_word.error().what.facts.at(3) != "0.0");
}

TEST_CASE("a character that cannot be drawn stops the job and is named") {
    const auto refused = draw(text_box(""), "a@b");
    REQUIRE(id(refused) == "label.missing_glyph");
    CHECK(refused.error().what.facts.at(1) == "@ U+0040");
    CHECK(id(draw(text_box(""), "\xff")) == "label.missing_glyph");
}

TEST_CASE("an empty field is an error unless it may be absent, then it leaves no hole") {
    CHECK(id(draw(text_box(""), "")) == "label.field_missing");
    CHECK(lines(draw(text_box("data-optional=\"yes\""), "")).empty());
}

TEST_CASE("nothing comes into the code's quiet zone: no text, no art, no rule") {
    const std::string name = text_box("data-optional=\"yes\"");
    CHECK(remark(draw(name + "<rect x=\"30\" y=\"30\" width=\"10\" height=\"2\" fill=\"#000000\"/>", "x")) ==
          "QUIET_ZONE_ART");
    CHECK(remark(draw(name + "<line x1=\"50\" y1=\"10\" x2=\"50\" y2=\"20\" stroke=\"#000000\" stroke-width=\"0.2\"/>",
                      "x")) == "QUIET_ZONE_ART");
    CHECK(remark(draw("<rect data-kind=\"text\" data-field=\"name\" x=\"38\" y=\"20\" width=\"20\" height=\"5\" "
                      "data-size=\"6\"/>",
                      "x")) == "QUIET_ZONE_ART");
    const auto white = [&](const char* y, const char* height) {
        return remark(draw(
            name + "<rect x=\"36\" y=\"" + y + "\" width=\"22\" height=\"" + height + "\" fill=\"#ffffff\"/>", "x"));
    };
    CHECK(white("10", "7") == "");                // around the code white is as good as paper
    CHECK(white("16", "22") == "QUIET_ZONE_ART"); // over it, it hides the code
}

TEST_CASE("text may not run over the edge, onto other text, or onto the badge") {
    CHECK(remark(draw(text_box("") + "<text x=\"55\" y=\"6\" font-size=\"3\">dài quá</text>", "x")) == "TEXT_CLIPPED");
    CHECK(remark(draw(text_box("") + "<text x=\"3\" y=\"6\" font-size=\"3\">khác</text>", "Nước mắm")) ==
          "TEXT_COLLISION");
    CHECK(remark(draw("<rect data-kind=\"badge\" x=\"30\" y=\"0\" width=\"30\" height=\"19\"/><rect data-kind=\"text\" "
                      "data-field=\"name\" x=\"42\" y=\"12\" width=\"10\" height=\"3\" data-size=\"6\"/>",
                      "x")) == "BADGE_CLEAR_SPACE");
}

TEST_CASE("a badge is drawn for 3 to 5 stars only, and within its box") {
    const std::string badge = "<rect data-kind=\"badge\" x=\"30\" y=\"0\" width=\"30\" height=\"19\"/>";
    for (const int stars : {3, 4, 5})
        CHECK(id(draw(badge, "x", stars)) == "drawn");
    for (const int stars : {0, 2, 6})
        CHECK(id(draw(badge, "x", stars)) == "label.too_few_stars");
    CHECK(id(draw("<rect data-kind=\"badge\" x=\"30\" y=\"10\" width=\"30\" height=\"5\"/>", "x")) ==
          "label.badge_outside");
}

TEST_CASE("a code that would be too fine for the printer says which box or which resolution would do") {
    const LabelRecord record{
        .fields = {{"name", "x"}}, .stars = 3, .valid_to = *Date::from(2028, 4, 8), .group = catalog::Group::food};
    const Ruler ruler;
    const auto drawn = fill(design(text_box("")),
                            record,
                            std::make_shared<const symbol::Symbol>(*symbol::encode(std::string(700, 'x'))),
                            ruler,
                            Resolution::from_dpi(203));
    REQUIRE(id(drawn) == "label.code_too_small");
    CHECK(drawn.error().what.facts.at(1) == "203");
    CHECK(drawn.error().what.facts.at(4) == "22.0");
}
