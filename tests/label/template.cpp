// Templates that people change: conditions, fields, limits, each fault with its place.
#include "label/template.h"

#include "catch.h"
#include "label/fields.h"
#include "label/fill.h"
#include "shipped_fonts.h"
#include "shipped_template.h"
#include "system/file.h"

#include <algorithm>

using namespace temsao;
using namespace temsao::label;
using render::test::shipped_fonts;
namespace fs = std::filesystem;

namespace {

Result<Template> parse(const std::string& inside) {
    return parse_template(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60mm\" height=\"40mm\" viewBox=\"0 0 60 40\">\n"
        "<rect data-kind=\"code\" x=\"38\" y=\"18\" width=\"20\" height=\"20\"/>\n" +
            inside + "</svg>",
        "thu");
}

std::string fault(const std::string& inside) {
    const auto design = parse(inside);
    if (design) return "none";
    std::string words = design.error().what.id;
    for (const auto& fact : design.error().what.facts)
        words += " " + fact;
    return words;
}

// The texts that the label shows, in order.
std::vector<std::string> texts(const Template& design, std::map<std::string, std::string> fields) {
    const LabelRecord record{.fields = std::move(fields), .stars = 3, .valid_to = *Date::from(2028, 1, 1)};
    const auto drawing =
        fill(design,
             record,
             std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09521234543213")),
             shipped_fonts(),
             Resolution::from_dpi(300));
    REQUIRE(drawing.ok());
    std::vector<std::string> shown;
    for (const auto& item : drawing->items)
        if (const auto* line = std::get_if<TextLine>(&item)) shown.push_back(line->text);
    return shown;
}

} // namespace

TEST_CASE("a piece with data-if is drawn only with its field, one with ! only without") {
    const auto design =
        parse("<text x=\"2\" y=\"10\" font-size=\"2.5\" data-if=\"warning\">Chú ý</text>\n"
              "<text x=\"2\" y=\"20\" font-size=\"2.5\" data-if=\"!warning\">Không có cảnh báo</text>\n");
    REQUIRE(design.ok());
    CHECK(texts(*design, {{"warning", "Có lạc"}}) == std::vector<std::string>{"Chú ý"});
    CHECK(texts(*design, {}) == std::vector<std::string>{"Không có cảnh báo"});
}

TEST_CASE("a condition on a group holds for its parts, and a required field under it is required only then") {
    const auto design =
        parse("<g data-if=\"name_en\"><rect data-kind=\"text\" data-field=\"name_en\" x=\"2\" y=\"4\" width=\"30\" "
              "height=\"4\"/><text x=\"2\" y=\"20\" font-size=\"2.5\">English</text></g>\n");
    REQUIRE(design.ok());
    CHECK(texts(*design, {{"name_en", "Fish sauce"}}) == std::vector<std::string>{"Fish sauce", "English"});
    CHECK(texts(*design, {}).empty());
    REQUIRE(design->uses.size() == 1);
    CHECK(design->uses.front().optional);
}

TEST_CASE("conditions say where they are wrong") {
    CHECK(fault("<text x=\"2\" y=\"9\" data-if=\"\">x</text>") == "template.attribute thu 3:2 data-if ");
    CHECK(fault("<text x=\"2\" y=\"9\" data-if=\"!\">x</text>") == "template.attribute thu 3:2 data-if !");
    CHECK(fault("<g data-if=\"lot\">\n<text x=\"2\" y=\"9\" data-if=\"made\">x</text></g>") ==
          "template.attribute thu 4:2 data-if made");
}

TEST_CASE("each field is listed once, where it is used first, required if any use requires it") {
    const auto design = parse(
        "<rect data-kind=\"text\" data-field=\"name\" data-optional=\"yes\" x=\"2\" y=\"4\" width=\"30\" "
        "height=\"4\"/>\n"
        "<rect data-kind=\"facts\" data-facts=\"Tên=name; NSX=made?\" x=\"2\" y=\"9\" width=\"30\" height=\"9\"/>\n");
    REQUIRE(design.ok());
    REQUIRE(design->uses.size() == 2);
    CHECK(design->uses[0].field == "name");
    CHECK_FALSE(design->uses[0].optional);
    CHECK(design->uses[0].where == "3:2");
    CHECK(design->uses[1].field == "made");
    CHECK(design->uses[1].optional);
    CHECK(design->uses[1].where == "4:2");
}

TEST_CASE("scripts, links, foreign pictures and style sheets are refused by name and place") {
    CHECK(fault("<script>alert(1)</script>") == "template.element thu 3:2 script");
    CHECK(fault("<foreignObject/>") == "template.element thu 3:2 foreignObject");
    CHECK(fault("<style>rect{fill:red}</style>") == "template.element thu 3:2 style");
    CHECK(fault("<a href=\"https://x.vn\"><rect/></a>") == "template.attribute thu 3:2 href https://x.vn");
    CHECK(fault("<a><rect/></a>") == "template.element thu 3:2 a");
    CHECK(fault("<rect onclick=\"x()\" width=\"1\" height=\"1\"/>") == "template.attribute thu 3:2 onclick x()");
    CHECK(fault("<rect transform=\"rotate(3)\" width=\"1\" height=\"1\"/>") ==
          "template.attribute thu 3:2 transform rotate(3)");
}

TEST_CASE("over two thousand elements, and over 32 deep, are too many") {
    std::string many, deep, close;
    for (int i = 0; i < 2001; ++i)
        many += "<rect width=\"1\" height=\"1\"/>";
    for (int i = 0; i < 40; ++i) {
        deep += "<g>";
        close += "</g>";
    }
    CHECK(fault(many).starts_with("template.limits"));
    CHECK(fault(deep + close).starts_with("template.limits"));
    CHECK(fault("<g><g><g/></g></g>") == "none");
}

TEST_CASE("every shipped template uses only fields that there are, and there are seventeen of them") {
    int count = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(TEMSAO_SOURCE_DIR) / "templates")) {
        if (entry.path().extension() != ".svg") continue;
        ++count;
        const auto design = test::shipped_template(entry.path().stem().string());
        CAPTURE(entry.path().string());
        REQUIRE(design.ok());
        CHECK_FALSE(design->title.empty());
        for (const auto& use : design->uses)
            CHECK(std::find(field_names.begin(), field_names.end(), use.field) != field_names.end());
    }
    CHECK(count >= 17);
}

TEST_CASE("a spot colour has one name, one plate and one colour that stands for it, text and accents have none") {
    const std::string gold = "<rect width=\"20\" height=\"5\" data-ink=\"20 30 80 10\" data-spot=\"PANTONE 871 C\"";
    const auto design = parse(gold + "/>");
    REQUIRE(design.ok());
    const auto& filled = std::get<FilledPath>(std::get<Art>(design->pieces.back()).item);
    CHECK(filled.spot == "PANTONE 871 C");
    CHECK(filled.ink == Ink{20, 30, 80, 10});
    CHECK(fault(gold + "/><circle r=\"3\" fill=\"#ff0000\" data-spot=\"PANTONE 871 C\"/>") ==
          "template.spot_twice thu 3:80 PANTONE 871 C");
    CHECK(fault(gold + " data-accent=\"yes\"/>") == "template.attribute thu 3:2 data-spot PANTONE 871 C");
    CHECK(fault("<text x=\"2\" y=\"9\" data-spot=\"Gold\">x</text>") == "template.attribute thu 3:2 data-spot Gold");
    CHECK(fault("<g data-spot=\"Gold\"></g>") == "template.attribute thu 3:2 data-spot Gold");
    for (const std::string name : {"All", "none", "BLACK", "Cyan", " Gold", ""})
        CHECK(fault("<rect width=\"9\" height=\"9\" data-spot=\"" + name + "\"/>") ==
              "template.attribute thu 3:2 data-spot " + name);
}

TEST_CASE("four inks together are 300 percent at most: more smears on paper") {
    CHECK(fault("<rect width=\"9\" height=\"9\" data-ink=\"100 90 90 20\"/>") == "none");
    CHECK(fault("<rect width=\"9\" height=\"9\" data-ink=\"100 90 90 21\"/>") ==
          "template.attribute thu 3:2 data-ink 100 90 90 21");
}
