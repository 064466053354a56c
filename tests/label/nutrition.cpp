// The nutrition facts of a list as rows, and the table they are drawn as, with a ruler instead of fonts.
#include "base/text.h"
#include "catch.h"
#include "label/boxes.h"
#include "label/fill.h"
#include "label/nutrition_table.h"
#include "label_ruler.h"

#include <random>

using namespace temsao;
using namespace temsao::label;

namespace {

// "100 g | Chất đạm = 0,3 = g | …"
std::string shown(std::string_view text) {
    const auto read = read_nutrition(text);
    if (!read) return "no table";
    std::string all = read->basis;
    for (const auto& row : read->rows) {
        all += " | " + row.name;
        if (!row.amount.empty()) all += " = " + row.amount + " = " + row.unit;
    }
    return all;
}

Template design(const std::string& more, double width = 38, double height = 40) {
    const auto parsed = parse_template(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="60mm" viewBox="0 0 90 60">)"
        R"(<rect data-kind="code" x="2" y="30" width="28" height="28"/>)"
        R"(<rect data-kind="nutrition" x="40" y="4" width=")" +
            std::to_string(width) + R"(" height=")" + std::to_string(height) + R"(" )" + more + "/></svg>",
        "t");
    REQUIRE(parsed.ok());
    return *parsed;
}

Result<Drawing> draw(const Template& design, const std::string& nutrition) {
    LabelRecord record{.fields = {{"name", "Mật ong"}, {"ingredients", "cá"}, {"producer", "HTX"}},
                       .stars = 3,
                       .valid_to = *Date::from(2028, 4, 8)};
    if (!nutrition.empty()) record.fields["nutrition"] = nutrition;
    static const test::Ruler ruler;
    return fill(design,
                record,
                std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09520000010003/10/L1")),
                ruler,
                Resolution::from_dpi(300));
}

std::vector<TextLine> lines_of(const Drawing& drawing) {
    std::vector<TextLine> found;
    for (const auto& item : drawing.items)
        if (const auto* line = std::get_if<TextLine>(&item)) found.push_back(*line);
    return found;
}

constexpr auto honey =
    "100 g: Năng lượng 320 kcal; Chất đạm 0,3 g; Carbohydrat 81,25 g; Đường tổng số 1.200 mg; Natri 5 mg";

} // namespace

TEST_CASE("the nutrition facts of a list are rows, however offices write them") {
    CHECK(shown(honey) == "100 g | Năng lượng = 320 = kcal | Chất đạm = 0,3 = g | Carbohydrat = 81,25 = g | "
                          "Đường tổng số = 1.200 = mg | Natri = 5 = mg");
    CHECK(shown("Năng lượng: 320 kcal, Chất đạm: 0,3 g, Natri: 5 mg.") ==
          " | Năng lượng = 320 = kcal | Chất đạm = 0,3 = g | Natri = 5 = mg");
    CHECK(shown("Năng lượng 320kcal\nChất đạm 0,3g") == " | Năng lượng = 320 = kcal | Chất đạm = 0,3 = g");
    CHECK(shown("Trong 100 ml: Năng lượng 1500 kJ (360 kcal); Chất béo < 0,5 g") ==
          "Trong 100 ml | Năng lượng = 1500 = kJ (360 kcal) | Chất béo = < 0,5 = g");
    CHECK(shown("Năng lượng 60 kcal; Chất đạm 15 g; tính trên 100 g") ==
          "tính trên 100 g | Năng lượng = 60 = kcal | Chất đạm = 15 = g");
    CHECK(shown("Mỗi khẩu phần 30 g: Năng lượng 60 kcal (3 %)") == "Mỗi khẩu phần 30 g | Năng lượng = 60 = kcal (3 %)");
    CHECK(shown("Chất béo (trong đó bão hòa, g) 3 g; Natri 5 mg") ==
          " | Chất béo (trong đó bão hòa, g) = 3 = g | Natri = 5 = mg");
    CHECK(shown("100 g: Năng lượng 320 kcal; không chứa chất béo; Omega-3") ==
          "100 g | Năng lượng = 320 = kcal | không chứa chất béo | Omega-3");
    CHECK(shown("Năng lượng ≤ 5 kcal") == " | Năng lượng = ≤ 5 = kcal");
}

TEST_CASE("what has no amount at all is no table") {
    for (const auto* text : {"", "giàu đạm", "100 g", "Năng lượng 320", "xem trên bao bì", ";;;", "320 kcal"}) {
        CAPTURE(text);
        CHECK(shown(text) == "no table");
    }
}

TEST_CASE("decimals begin at the comma, and a point before three digits parts thousands") {
    CHECK(decimals_at("0,3") == 1);
    CHECK(decimals_at("12") == 2);
    CHECK(decimals_at("1.200") == 5);
    CHECK(decimals_at("1.20") == 1);
    CHECK(decimals_at("1.200,5") == 5);
}

TEST_CASE("whatever is written, each letter and figure of it is in the rows, in its order") {
    constexpr std::string_view pieces[] = {"Năng lượng", "Chất đạm", "Natri", "320", "0,3", "1.200", "kcal", "g",
                                           "mg",         "(",        ")",     ":",   ";",   ",",     " ",    " ",
                                           "\n",         "trong",    "100 g", "-",   "< ",  "%"};
    const auto letters = [](std::string_view text) {
        std::string all;
        for (const char c : text)
            if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c))) all += c;
        return all;
    };
    std::mt19937 dice(5);
    int tables = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto left = dice() % 24; left > 0; --left)
            text += pieces[dice() % std::size(pieces)];
        CAPTURE(text);
        const auto read = read_nutrition(text);
        if (!read) continue;
        ++tables;
        std::string basis = letters(read->basis), rows;
        for (const auto& row : read->rows)
            rows += letters(row.name) + letters(row.amount) + letters(row.unit);
        auto whole = letters(text);
        const auto at = whole.find(basis); // it may stand at the end
        REQUIRE(at != whole.npos);
        bool is_there = false;
        for (auto from = at; from != whole.npos && !is_there; from = whole.find(basis, from + 1))
            is_there = whole.substr(0, from) + whole.substr(from + basis.size()) == rows;
        REQUIRE(is_there);
    }
    CHECK(tables > 2000);
}

TEST_CASE("the decimal signs of a table stand below each other, and its units too") {
    const auto drawing = draw(design(R"(data-size="8" data-min-size="5")"), honey);
    REQUIRE(drawing.ok());
    const auto lines = lines_of(*drawing);
    REQUIRE(lines.size() == 2 + 5 * 3);
    CHECK(lines[0].text == "Giá trị dinh dưỡng");
    CHECK(lines[0].style.weight == Weight::bold);
    CHECK(lines[1].text == "trong 100 g");
    const test::Ruler ruler;
    for (std::size_t row = 0; row < 5; ++row) {
        const auto &amount = lines[3 + 3 * row], &unit = lines[4 + 3 * row];
        const auto sign =
            amount.x + ruler.measure(amount.text.substr(0, decimals_at(amount.text)), amount.style).advance;
        const auto first = lines[3].x + ruler.measure("320", lines[3].style).advance;
        CHECK(std::abs((sign - first).value) < 1e-9);
        CHECK(unit.x == lines[4].x);
        CHECK(amount.baseline == unit.baseline);
        CHECK(amount.baseline == lines[2 + 3 * row].baseline);
    }
}

TEST_CASE("a table stays inside its place, its words off its lines, at any size that fits") {
    const test::Ruler ruler;
    int drawn = 0;
    for (double width = 14; width < 46; width += 1.7)
        for (double height = 6; height < 50; height += 2.3) {
            const auto drawing =
                draw(design(R"(data-size="9" data-min-size="4" data-valign="middle")", width, height), honey);
            if (!drawing) {
                CHECK(drawing.error().what.id.starts_with("label.nutrition_too_"));
                continue;
            }
            ++drawn;
            const BoxMm place{{40}, {4}, {width}, {height}};
            for (const auto& item : drawing->items) {
                if (std::holds_alternative<CodeModules>(item)) continue;
                REQUIRE(inside(drawn_box(item, ruler), place));
                const auto* line = std::get_if<TextLine>(&item);
                if (!line) continue;
                const auto ink = ink_box(*line, ruler);
                for (const auto& other : drawing->items) {
                    const auto* stroke = std::get_if<StrokedPath>(&other);
                    if (stroke && stroke->path.size() == 2) REQUIRE_FALSE(overlap(ink, drawn_box(other, ruler)));
                    const auto* second = std::get_if<TextLine>(&other);
                    if (second && second != line) REQUIRE_FALSE(overlap(ink, ink_box(*second, ruler)));
                }
            }
        }
    CHECK(drawn > 50);
}

TEST_CASE("facts that are no table are set as running text, and none at all are refused unless the place is optional") {
    const auto text = draw(design(R"(data-size="8" data-min-size="5")"), "Giàu chất đạm và chất xơ");
    REQUIRE(text.ok());
    std::string words;
    for (const auto& line : lines_of(*text))
        words += (words.empty() ? "" : " ") + line.text;
    CHECK(words == "Giá trị dinh dưỡng: Giàu chất đạm và chất xơ");
    const auto none = draw(design(""), "");
    REQUIRE(!none.ok());
    CHECK(none.error().what.id == "label.field_missing");
    CHECK(draw(design(R"(data-optional="yes")"), "").ok());
}

TEST_CASE("the heading and the word before the basis are the template's") {
    const auto drawing =
        draw(design(R"(data-size="8" data-min-size="5" data-title="Nutrition" data-basis="per")"), honey);
    REQUIRE(drawing.ok());
    CHECK(lines_of(*drawing)[0].text == "Nutrition");
    CHECK(lines_of(*drawing)[1].text == "per 100 g");
    const auto worded = draw(design(R"(data-size="7" data-min-size="5")"), "Mỗi gói 30 g: Natri 5 mg");
    REQUIRE(worded.ok());
    CHECK(lines_of(*worded)[1].text == "Mỗi gói 30 g");
}

namespace {

// Ingredients, the table, and the producer, one below the other.
Result<Drawing> draw_stack(double height, const std::string& nutrition) {
    const auto parsed = parse_template(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="60mm" viewBox="0 0 90 60">)"
        R"(<rect data-kind="code" x="2" y="30" width="28" height="28"/><g data-kind="stack" data-gap="2" data-valign="spread">)"
        R"(<rect data-kind="room" x="40" y="4" width="46" height=")" +
            std::to_string(height) +
            R"("/><rect data-kind="facts" data-facts="TP:=ingredients" x="40" y="4" width="46" height="4" data-size="7"/>)"
            R"(<rect data-kind="nutrition" data-optional="yes" x="40" y="9" width="40" height="9" data-size="7"/>)"
            R"(<rect data-kind="facts" data-facts="SX:=producer" x="40" y="20" width="46" height="4" data-size="7"/></g></svg>)",
        "t");
    REQUIRE(parsed.ok());
    return draw(*parsed, nutrition);
}

} // namespace

TEST_CASE("in a stack the table keeps the gaps, moves what is below it, and gives way to running text without room") {
    const test::Ruler ruler;
    const auto all = draw_stack(50, honey);
    REQUIRE(all.ok());
    const auto lines = lines_of(*all);
    CHECK(lines.back().baseline == Mm{54}); // the last part is at the bottom
    std::vector<BoxMm> frames;
    for (const auto& item : all->items)
        if (const auto* stroke = std::get_if<StrokedPath>(&item); stroke && stroke->path.size() != 2)
            frames.push_back(box_of(stroke->path, stroke->width / 2));
    REQUIRE(frames.size() == 1);
    CHECK(std::abs((frames[0].y - lines[1].baseline).value - 2) < 1e-9); // the gap below "TP: …"
    CHECK(frames[0].x == Mm{40});
    CHECK(std::abs(frames[0].width.value - 40) < 1e-9);
    for (const auto& line : lines)
        CHECK((line.text.starts_with("TP") || line.text.starts_with("SX") || line.text == "cá" || line.text == "HTX" ||
               inside(ink_box(line, ruler), frames[0])));

    const auto narrow = draw_stack(20, honey);
    REQUIRE(narrow.ok());
    std::string words;
    for (const auto& line : lines_of(*narrow))
        words += " " + line.text;
    CHECK(words.find("Giá trị dinh dưỡng: 100 g: Năng lượng 320 kcal; Chất đạm 0,3 g;") != words.npos);
    CHECK(draw_stack(12, "").ok());
}
