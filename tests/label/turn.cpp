// Quarter turns: a turned place is laid out as if it stood upright, and preflight looks at it where it is.
#include "label/turn.h"

#include "catch.h"
#include "label/boxes.h"
#include "label/preflight.h"
#include "label/text_flow.h"
#include "label_ruler.h"

#include <random>

using namespace temsao;
using namespace temsao::label;

namespace {

constexpr double side = 80; // of a square label, so that a label turned as a whole is as large

const test::Ruler ruler;

Result<Template> read(const std::string& inside) {
    return parse_template(R"(<svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="80mm" viewBox="0 0 80 80">)"
                          R"(<rect id="code" data-kind="code" x="29" y="29" width="22" height="22"/>)" +
                              inside + "</svg>",
                          "t");
}

LabelRecord record() {
    return {.fields = {{"name", "Trà búp non Đồi Chè loại một"},
                       {"made", "24/11/2026"},
                       {"lot", "261124"},
                       {"nutrition", "100 g: Năng lượng 60 kcal; Chất đạm 15,5 g"},
                       {"till_number", "9520000010003"}},
            .stars = 3,
            .valid_to = *Date::from(2028, 4, 8)};
}

Drawing draw(const std::string& inside) {
    const auto design = read(inside);
    REQUIRE(design.ok());
    auto drawing = fill(*design,
                        record(),
                        std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09520000010003")),
                        ruler,
                        Resolution::from_dpi(203));
    if (!drawing) FAIL(say(drawing.error().what, Lang::en));
    return *std::move(drawing);
}

// The whole label turned about its middle.
BoxMm turned_whole(const BoxMm& box, Turn turn) {
    auto about_middle = turned({box.x - Mm{side / 2}, box.y - Mm{side / 2}, box.width, box.height}, turn);
    about_middle.x += Mm{side / 2};
    about_middle.y += Mm{side / 2};
    return about_middle;
}

std::string rect(const std::string& more, const BoxMm& box) {
    return "<rect " + more + " x=\"" + millimetres(box.x, 2) + "\" y=\"" + millimetres(box.y, 2) + "\" width=\"" +
           millimetres(box.width, 2) + "\" height=\"" + millimetres(box.height, 2) + "\"/>";
}

std::vector<BoxMm> boxes_of(const Drawing& drawing) {
    std::vector<BoxMm> all;
    for (const auto& item : drawing.items)
        if (!std::holds_alternative<CodeModules>(item)) all.push_back(drawn_box(item, ruler));
    return all;
}

std::vector<std::string> remarks(const std::string& inside) {
    const auto filled = record();
    const auto design = read(inside);
    REQUIRE(design.ok());
    const Date day = *Date::from(2026, 11, 24);
    std::vector<std::string> codes;
    for (const auto& one : preflight(draw(inside),
                                     {.record = filled,
                                     .goods = Goods::other,
                                     .is_whole_label = false,
                                     .day = day,
                                     .made = day,
                                     .design = &*design},
                                     ruler))
        codes.push_back(one.finding.code);
    return codes;
}

constexpr std::pair<Turn, const char*> turns[] = {
    {Turn::quarter, "90"}, {Turn::half, "180"}, {Turn::three_quarters, "270"}};

} // namespace

TEST_CASE(
    "a box that is turned and turned back is the same, four quarters are one turn, and a path turns with its box") {
    std::mt19937 dice(3);
    const auto some = [&] { return Mm{static_cast<double>(dice() % 4001) / 8 - 250}; };
    for (int i = 0; i < 500; ++i) {
        const BoxMm box{some(), some(), some() + Mm{251}, some() + Mm{251}};
        for (const auto& [turn, degrees] : turns) {
            CHECK(turned(turned(box, turn), back(turn)) == box);
            Path path{{PathStep::Kind::move, 0, 0, 0, 0, box.x.value, box.y.value},
                      {PathStep::Kind::line, 0, 0, 0, 0, box.right().value, box.bottom().value}};
            turn_path(path, turn);
            const auto seen = box_of(path);
            CHECK(std::abs((seen.x - turned(box, turn).x).value) < 1e-9);
            CHECK(std::abs((seen.bottom() - turned(box, turn).bottom()).value) < 1e-9);
        }
        CHECK(turned(turned(box, Turn::quarter), Turn::quarter) == turned(box, Turn::half));
        CHECK(turned(turned(box, Turn::half), Turn::quarter) == turned(box, Turn::three_quarters));
    }
}

TEST_CASE("turned places of any kind are the upright ones, turned, wherever they stand") {
    const std::string kinds[] = {
        R"(data-kind="text" data-field="name" data-size="9" data-min-size="4" data-lines="3" data-align="right" data-valign="bottom")",
        R"(data-kind="facts" data-facts="NSX=made; Số lô=lot" data-layout="columns" data-size="8" data-min-size="4")",
        R"(data-kind="nutrition" data-size="8" data-min-size="4" data-valign="middle")",
        R"(data-kind="ean13" data-align="left")",
        R"(data-kind="datamatrix")"};
    std::mt19937 dice(11);
    for (const auto& kind : kinds)
        for (int i = 0; i < 12; ++i) {
            const BoxMm box{{static_cast<double>(dice() % 60) / 8},
                            {static_cast<double>(dice() % 60) / 8},
                            {30 + static_cast<double>(dice() % 40)},
                            {12 + static_cast<double>(dice() % 8)}};
            const auto upright = boxes_of(draw(rect(kind, box)));
            for (const auto& [turn, degrees] : turns) {
                CAPTURE(kind, degrees, box.x.value, box.y.value, box.width.value, box.height.value);
                const auto place = turned_whole(box, turn);
                const auto drawn = boxes_of(draw(rect(kind + " data-rotate=\"" + degrees + "\"", place)));
                REQUIRE(drawn.size() == upright.size());
                for (std::size_t at = 0; at < drawn.size(); ++at) {
                    const auto there = turned_whole(upright[at], turn);
                    REQUIRE(inside(drawn[at], grown(there, Mm{0.002}))); // a box is written to 0.01 mm
                    REQUIRE(inside(there, grown(drawn[at], Mm{0.002})));
                }
            }
        }
}

TEST_CASE("a stack turns as one, and a line of the template's own words about its start") {
    const std::string parts =
        R"(<rect data-kind="room" x="4" y="4" width="12" height="70"/>)"
        R"(<rect data-kind="text" data-field="name" data-size="9" data-lines="2" x="4" y="4" width="6" height="70"/>)"
        R"(<rect data-kind="facts" data-facts="NSX=made" data-size="7" x="10" y="4" width="4" height="70"/>)";
    const auto drawing =
        draw(R"(<g data-kind="stack" data-gap="1" data-rotate="270">)" + parts + "</g>" +
             R"(<text x="70" y="60" font-size="3" data-rotate="270" text-anchor="middle">Hà Tĩnh</text>)");
    std::vector<TextLine> lines;
    for (const auto& item : drawing.items)
        if (const auto* line = std::get_if<TextLine>(&item)) lines.push_back(*line);
    REQUIRE(lines.size() == 4);
    for (const auto& line : lines)
        CHECK(line.turn == Turn::three_quarters);
    CHECK(lines[0].baseline == Mm{74}); // it reads upward, from the room's lower end
    CHECK(lines[1].x > lines[0].x);     // below it, for who turns the label
    const auto words = ink_box(lines[3], ruler);
    CHECK(std::abs((words.y + words.height / 2).value - 60) < 1e-9); // in the middle of its start
    CHECK(words.right() == Mm{70});
}

TEST_CASE("preflight measures turned letters, lines and bars where they are") {
    const std::string turned_bars = R"(<rect data-kind="ean13" data-rotate="90" x="4" y="10" width="20" height="43"/>)";
    CHECK(remarks(turned_bars).empty());
    // Above the bars is their quiet zone when they stand like a ladder; 2 mm beside them is not.
    CHECK(remarks(turned_bars + R"(<rect x="8" y="11" width="4" height="1"/>)") ==
          std::vector<std::string>{"TILL_CODE_QUIET"});
    CHECK(remarks(turned_bars + R"(<rect x="25" y="20" width="1" height="20"/>)").empty());
    CHECK(remarks(turned_bars + R"(<rect x="4" y="30" width="20" height="1"/>)") ==
          std::vector<std::string>{"TILL_CODE_COVERED"});
    const std::string name =
        R"(<rect data-kind="text" data-field="name" data-rotate="90" data-size="9" data-lines="2" )"
        R"(data-line-height="1.3" x="66" y="10" width="8" height="60"/>)";
    CHECK(remarks(name).empty());
    CHECK(remarks(name + R"(<text x="73" y="20" font-size="3">giao</text>)") ==
          std::vector<std::string>{"TEXT_COLLISION"});
    CHECK(remarks(R"(<rect x="60" y="40" width="20" height="40" fill="#222222"/>)" + name) ==
          std::vector<std::string>{"CONTRAST_NONE"});
    CHECK(remarks(R"(<text x="78" y="70" font-size="4" data-rotate="90">dài quá</text>)") ==
          std::vector<std::string>{"TEXT_CLIPPED"});
}

TEST_CASE("what cannot be turned is refused with its element and line") {
    for (
        const auto& [inside, element, said] : std::initializer_list<std::tuple<std::string, std::string, std::string>>{
            {R"(<rect id="side" data-kind="text" data-field="name" data-rotate="45" x="4" y="4" width="9" height="9"/>)",
             "side",
             "45"},
            {R"(<rect data-kind="badge" data-rotate="90" x="4" y="4" width="9" height="9"/>)", "<rect>", "90"},
            {R"(<path id="leaf" data-rotate="90" d="M1 1 H4 V4 Z"/>)", "leaf", "90"},
            {R"(<g id="all" data-rotate="90"><path d="M1 1 H4 V4 Z"/></g>)", "all", "90"},
            {R"(<g data-kind="stack"><rect data-kind="room" x="4" y="4" width="9" height="9"/>)"
             R"(<rect id="part" data-kind="text" data-field="name" data-rotate="90" x="4" y="4" width="9" height="9"/></g>)",
             "part",
             "90"}}) {
        CAPTURE(inside);
        const auto design = read(inside);
        REQUIRE_FALSE(design.ok());
        const auto& what = design.error().what;
        CHECK(what.id == "template.rotate");
        REQUIRE(what.facts.size() == 4);
        CHECK(what.facts[1].starts_with("1:"));
        CHECK(what.facts[2] == element);
        CHECK(what.facts[3] == said);
    }
}
