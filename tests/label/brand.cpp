// A brand fills what a template names by its role: colours, typeface, logo, pattern, words.
#include "label/brand.h"

#include "catch.h"
#include "label/fill.h"
#include "label/svg_path.h"
#include "shipped_fonts.h"
#include "shipped_template.h"

#include <algorithm>

using namespace temsao;
using namespace temsao::label;
using render::test::shipped_fonts;
namespace fs = std::filesystem;

namespace {

std::shared_ptr<const Pattern> dots(const std::string& name, double radius) {
    return std::make_shared<const Pattern>(
        Pattern{.name = name, .tile = {{4}, {4}}, .marks = {{circle_path({2}, {2}, {radius}), {}, false}}});
}

Result<Template> parse(const std::string& inside, const std::string& root = "") {
    return parse_template(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60mm\" height=\"40mm\" viewBox=\"0 0 60 40\" " + root +
            ">\n<rect data-kind=\"code\" x=\"38\" y=\"18\" width=\"20\" height=\"20\"/>\n" + inside + "</svg>",
        "thu",
        {},
        [](const std::string& name) -> Result<std::shared_ptr<const Pattern>> {
            if (name == "cham") return dots("cham", 1);
            return error(Cause::missing, "template.pattern_missing", {name, "cham"});
        });
}

Drawing drawn(const Template& design, std::shared_ptr<const Brand> brand) {
    const LabelRecord record{.fields = {{"name", "Mật ong"}, {"brand", brand ? brand->name : ""}},
                             .stars = 3,
                             .valid_to = *Date::from(2028, 1, 1),
                             .group = catalog::Group::food,
                             .brand = std::move(brand)};
    auto drawing = fill(design,
                        record,
                        std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09521234543213")),
                        shipped_fonts(),
                        Resolution::from_dpi(300));
    REQUIRE(drawing.ok());
    return *std::move(drawing);
}

template <class Kind>
std::vector<Kind> all(const Drawing& drawing) {
    std::vector<Kind> found;
    for (const auto& item : drawing.items)
        if (const auto* one = std::get_if<Kind>(&item)) found.push_back(*one);
    return found;
}

std::shared_ptr<const Picture> logo(int width, int height) {
    Picture picture{.width = width, .height = height, .samples = 1, .bytes = {}, .id = "0123456789abcdef"};
    picture.bytes.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    return std::make_shared<const Picture>(std::move(picture));
}

std::shared_ptr<const Brand> brand(Brand values) {
    return std::make_shared<const Brand>(std::move(values));
}

constexpr Ink blue{100, 60, 0, 20}, sand{0, 10, 40, 0};

} // namespace

TEST_CASE("a role has the brand's colour, else the template's, else the goods group's, and a tint is a part of it") {
    const auto shapes = "<rect x=\"1\" y=\"1\" width=\"5\" height=\"5\" data-paint=\"main\"/>"
                        "<rect x=\"1\" y=\"1\" width=\"5\" height=\"5\" data-paint=\"second-20\"/>"
                        "<rect x=\"1\" y=\"1\" width=\"5\" height=\"5\" data-accent=\"yes\"/>"
                        "<rect x=\"1\" y=\"1\" width=\"5\" height=\"5\" data-paint=\"paper\"/>";
    const auto plain = *parse(shapes);
    const auto coloured = *parse(shapes, "data-main=\"10 20 30 40\" data-second=\"0 50 0 0\"");
    const auto inks = [](const Template& design, std::shared_ptr<const Brand> of) {
        std::vector<Ink> found;
        for (const auto& one : all<FilledPath>(drawn(design, std::move(of))))
            found.push_back(one.ink);
        return found;
    };
    const auto goods = accent(catalog::Group::food);
    const Ink paper{0, 0, 0, 0}, part_of_goods{goods.c / 5, goods.m / 5, goods.y / 5, goods.k / 5};
    CHECK(inks(plain, nullptr) == std::vector{goods, part_of_goods, goods, paper});
    CHECK(inks(coloured, nullptr) == std::vector{Ink{10, 20, 30, 40}, Ink{0, 10, 0, 0}, goods, paper});
    const auto ours = brand({.version = 1, .name = "Hương Núi", .main = blue, .second = sand});
    CHECK(inks(coloured, ours) == std::vector{blue, Ink{0, 2, 8, 0}, blue, paper});
    CHECK(inks(coloured, brand({.version = 1, .name = "Hương Núi"})) == inks(coloured, nullptr));
}

TEST_CASE("a name is set in the brand's typeface where the template says so, and nowhere else") {
    const auto design =
        *parse("<rect data-kind=\"text\" data-field=\"name\" data-typeface=\"brand\" x=\"2\" y=\"2\" width=\"30\" "
               "height=\"8\"/>"
               "<rect data-kind=\"text\" data-field=\"name\" x=\"2\" y=\"12\" width=\"30\" height=\"8\"/>"
               "<text data-typeface=\"oswald\" x=\"2\" y=\"30\" font-size=\"3\">Ong</text>",
               "data-typeface=\"lora\"");
    const auto faces = [&](std::shared_ptr<const Brand> of) {
        std::vector<Typeface> found;
        for (const auto& line : all<TextLine>(drawn(design, std::move(of))))
            found.push_back(line.style.typeface);
        return found;
    };
    CHECK(faces(nullptr) == std::vector{Typeface::lora, Typeface::text, Typeface::oswald});
    CHECK(faces(brand({.version = 1, .name = "Hương Núi", .typeface = Typeface::yeseva})) ==
          std::vector{Typeface::yeseva, Typeface::text, Typeface::oswald});
}

TEST_CASE("a logo is fitted into its place, and without one what stands for it is drawn") {
    const auto design =
        *parse("<rect data-kind=\"logo\" data-align=\"left\" x=\"2\" y=\"2\" width=\"20\" height=\"10\"/>"
               "<circle data-if=\"!logo\" cx=\"7\" cy=\"7\" r=\"5\"/>"
               "<circle data-if=\"logo\" cx=\"7\" cy=\"7\" r=\"6\"/>");
    const auto bare = drawn(design, nullptr);
    CHECK(all<PlacedPicture>(bare).empty());
    REQUIRE(all<FilledPath>(bare).size() == 1);
    CHECK(all<FilledPath>(bare).front().path == circle_path({7}, {7}, {5}));
    const auto shown =
        drawn(design, brand({.version = 1, .name = "Hương Núi", .logo = logo(30, 30), .one_colour_logo = logo(9, 9)}));
    REQUIRE(all<PlacedPicture>(shown).size() == 1);
    CHECK(all<PlacedPicture>(shown).front().box == BoxMm{{2}, {2}, {10}, {10}});
    CHECK(all<PlacedPicture>(shown).front().in_one_colour->width == 9);
    CHECK(all<FilledPath>(shown).front().path == circle_path({7}, {7}, {6}));
}

TEST_CASE("the brand's pattern replaces the template's, unless the template keeps its own") {
    const auto place = [](const std::string& more) {
        return "<rect data-kind=\"pattern\" data-pattern=\"cham\" x=\"0\" y=\"0\" width=\"20\" height=\"20\" " + more +
               "/>";
    };
    const auto design = *parse(place("") + place("data-own=\"yes\""));
    const auto ours = brand({.version = 1, .name = "Hương Núi", .pattern = dots("khac", 0.5)});
    const auto with = all<FilledPath>(drawn(design, ours)), without = all<FilledPath>(drawn(design, nullptr));
    REQUIRE(with.size() == 2);
    CHECK(without[0].path == without[1].path);
    CHECK(with[1].path == without[1].path);
    CHECK(with[0].path != without[0].path);
}

TEST_CASE("a filler that saw another brand draws as a new one does") {
    const auto design = *parse(
        "<rect data-kind=\"pattern\" data-pattern=\"cham\" data-paint=\"main\" x=\"0\" y=\"0\" width=\"20\" "
        "height=\"20\"/>"
        "<rect data-kind=\"text\" data-field=\"name\" data-typeface=\"brand\" data-paint=\"main\" x=\"2\" y=\"24\" "
        "width=\"30\" height=\"8\"/>");
    const std::vector<std::shared_ptr<const Brand>> brands{
        nullptr,
        brand({.version = 1, .name = "Một", .main = blue, .typeface = Typeface::lora}),
        brand({.version = 2, .name = "Hai", .main = sand, .pattern = dots("khac", 0.5)})};
    Filler filler(design, shipped_fonts(), Resolution::from_dpi(300));
    const auto code = std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09521234543213"));
    for (const int which : {0, 1, 2, 1, 0, 2, 2}) {
        const LabelRecord record{.fields = {{"name", "Mật ong"}},
                                 .stars = 3,
                                 .valid_to = *Date::from(2028, 1, 1),
                                 .group = catalog::Group::food,
                                 .brand = brands[static_cast<std::size_t>(which)]};
        CHECK(filler.fill(record, code)->items ==
              fill(design, record, code, shipped_fonts(), Resolution::from_dpi(300))->items);
    }
}

TEST_CASE("what a template says wrong of brands is named with its place") {
    const auto fault = [](const std::string& inside, const std::string& root = "") {
        const auto design = parse(inside, root);
        if (design) return std::string("none");
        std::string words = design.error().what.id;
        for (const auto& fact : design.error().what.facts)
            words += " " + fact;
        return words;
    };
    const std::string rect = "<rect x=\"1\" y=\"1\" width=\"5\" height=\"5\" ";
    CHECK(fault(rect + "data-paint=\"mauve\"/>") == "template.attribute thu 3:2 data-paint mauve");
    CHECK(fault(rect + "data-paint=\"main-0\"/>") == "template.attribute thu 3:2 data-paint main-0");
    CHECK(fault(rect + "data-paint=\"main-101\"/>") == "template.attribute thu 3:2 data-paint main-101");
    CHECK(fault("", "data-main=\"0 0 0\"") == "template.attribute thu 1:2 data-main 0 0 0");
    CHECK(fault("", "data-typeface=\"comic\"") == "template.attribute thu 1:2 data-typeface comic");
    CHECK(fault(rect + "data-kind=\"pattern\" data-pattern=\"song\"/>") ==
          "template.pattern_missing thu 3:2 song cham");
    CHECK(fault("<path d=\"M0 0 L9 9\" data-kind=\"pattern\" data-pattern=\"cham\"/>") ==
          "template.element thu 3:2 path");
    CHECK(fault("<text data-guide=\"yes\" x=\"2\" y=\"9\">Tên</text>" + rect + "data-paint=\"main-20\"/>") == "none");
}

TEST_CASE("a brand's colour is four inks in steps of five that paper can take") {
    CHECK(read_brand_ink("0 40 100 40") == Ink{0, 40, 100, 40});
    for (const auto* text :
         {"", "0 40 100", "0 40 100 41", "100 100 100 0", "0 -5 0 0", "0 40 100 40 0", "#804000", "a b c d"})
        CHECK_FALSE(read_brand_ink(text));
}

TEST_CASE("words of a shipped template never have the second colour or a tint: a brand may make it pale as sand") {
    int words = 0;
    const auto look = [&](const Paint& paint) {
        CHECK(paint.role != Paint::Role::second);
        CHECK(paint.tint == 100);
        ++words;
    };
    for (const auto& entry : fs::directory_iterator(fs::path(TEMSAO_SOURCE_DIR) / "templates")) {
        if (entry.path().extension() != ".svg") continue;
        CAPTURE(entry.path().stem().string());
        const auto design = test::shipped_template(entry.path().stem().string());
        REQUIRE(design.ok());
        for (const auto& piece : design->pieces) {
            if (const auto* text = std::get_if<TextPlace>(&piece)) look(text->paint);
            if (const auto* facts = std::get_if<FactsPlace>(&piece)) look(facts->paint);
            if (const auto* art = std::get_if<Art>(&piece); art && std::holds_alternative<TextLine>(art->item))
                look(art->paint);
            if (const auto* stack = std::get_if<StackPlace>(&piece))
                for (const auto& part : stack->parts)
                    std::visit([&](const auto& place) { look(place.paint); }, part);
        }
    }
    CHECK(words > 100);
}
