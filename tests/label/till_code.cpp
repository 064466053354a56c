// The place of a code of tills, with a ruler instead of fonts: the grid, the room that it needs, what preflight says.
#include "label/till_code.h"

#include "catch.h"
#include "label/boxes.h"
#include "label/preflight.h"
#include "label_ruler.h"

#include <cmath>
#include <set>

using namespace temsao;
using namespace temsao::label;

namespace {

constexpr auto bars = R"(<rect data-kind="ean13" x="20" y="4" width="39" height="20"/>)";
constexpr auto matrix = R"(<rect data-kind="datamatrix" x="4" y="4" width="12" height="12"/>)";

Template design(const std::string& inside) {
    const auto parsed = parse_template(R"(<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="50mm" )"
                                       R"(viewBox="0 0 60 50"><title>T</title>)"
                                       R"(<rect data-kind="code" x="2" y="27" width="22" height="22"/>)" +
                                           inside + "</svg>",
                                       "t");
    REQUIRE(parsed.ok());
    return *parsed;
}

constexpr auto of_a_case = "19520000010000"; // a GTIN-14 that no EAN can carry

LabelRecord record(const std::string& number) {
    LabelRecord made{.fields = {{"name", "Mật ong"}},
                     .stars = 3,
                     .valid_to = *Date::from(2028, 4, 8),
                     .group = catalog::Group::food};
    if (!number.empty() && number != of_a_case) made.fields[till_number] = number;
    if (!number.empty()) made.elements = "[01]09520000010003[10]L1";
    return made;
}

const std::shared_ptr<const symbol::Symbol>& symbol_of_labels() {
    static const auto symbol =
        std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09520000010003/10/L1"));
    return symbol;
}

Result<Drawing> draw(const Template& design, const std::string& number = "9520000010003", int dpi = 300) {
    static const test::Ruler ruler;
    return fill(design, record(number), symbol_of_labels(), ruler, Resolution::from_dpi(dpi));
}

std::vector<std::string>
remarks(const std::string& inside, const std::string& number = "9520000010003", int dpi = 300) {
    const auto one = design(inside);
    const auto drawing = draw(one, number, dpi);
    REQUIRE(drawing.ok());
    const auto filled = record(number);
    const Date day = *Date::from(2026, 11, 24);
    const PreflightCase asked{.record = filled, .is_whole_label = false, .day = day, .made = day, .design = &one};
    std::vector<std::string> codes;
    for (const auto& found : preflight(*drawing, asked, test::Ruler()))
        if (found.finding.code.starts_with("TILL_")) codes.push_back(found.finding.code);
    return codes;
}

bool is_whole(double dots) {
    return std::abs(dots - std::round(dots)) < 1e-6;
}

} // namespace

TEST_CASE("a code of tills stands on whole dots, its quiet zone inside its place, at every resolution") {
    const auto one = design(std::string(bars) + matrix);
    for (const int dpi : {203, 300, 600, 1200})
        for (const auto* number : {"9520000010003", "95200002"}) {
            CAPTURE(dpi, number);
            const auto resolution = Resolution::from_dpi(dpi);
            const auto drawing = draw(one, number, dpi);
            REQUIRE(drawing.ok());
            REQUIRE(drawing->till_codes.size() == 2);
            for (const auto& code : drawing->till_codes) {
                CHECK(code.module == resolution.length(code.module_dots));
                CHECK(code.module >= least_bar - Mm{1e-6});
                const auto& path = std::get<FilledPath>(drawing->items[code.items.front()]).path;
                for (const auto& step : path)
                    if (step.kind != PathStep::Kind::close) {
                        CHECK(is_whole(step.x * resolution.dots_per_mm()));
                        CHECK(is_whole(step.y * resolution.dots_per_mm()));
                    }
            }
            CHECK(drawing->till_codes[0].module <= widest_bar);
            CHECK(inside(drawing->till_codes[0].quiet, {{20}, {4}, {39}, {20}}));
            CHECK(inside(drawing->till_codes[1].quiet, {{4}, {4}, {12}, {12}}));
            CHECK(drawing->till_codes[0].text == number);
            CHECK(drawing->till_codes[1].text == "(01)09520000010003(10)L1");
        }
}

TEST_CASE("the number under the bars is theirs, its digits beside the longer guards") {
    for (const std::string number : {"9520000010003", "95200002"}) {
        const auto drawing = draw(design(bars), number);
        REQUIRE(drawing.ok());
        std::string digits;
        for (const auto& item : drawing->items)
            if (const auto* line = std::get_if<TextLine>(&item)) digits += line->text;
        CHECK(digits == number);
        const auto& modules = drawing->items[drawing->till_codes[0].items.front()];
        CHECK(drawn_box(modules, test::Ruler()).bottom() > drawing->till_codes[0].box.bottom());
    }
}

TEST_CASE("a place that is too small is refused with the size that would do") {
    const auto narrow = draw(design(R"(<rect data-kind="ean13" x="20" y="4" width="20" height="20"/>)"));
    REQUIRE(!narrow.ok());
    CHECK(narrow.error().what.id == "label.till_code_too_small");
    const auto asked = narrow.error().what.facts[2]; // "28.7 x 7.3"
    const double width = std::stod(asked), height = std::stod(asked.substr(asked.find('x') + 1));
    const auto place = [](double x, double w, double h) {
        return design(R"(<rect data-kind="ean13" x=")" + std::to_string(x) + R"(" y="4" width=")" + std::to_string(w) +
                      R"(" height=")" + std::to_string(h) + R"("/>)");
    };
    for (const double x : {20.0, 20.02, 20.04, 20.06, 20.08}) {
        CHECK(draw(place(x, width + 0.05, height + 0.05)).ok()); // the message rounds to a tenth
        CHECK(!draw(place(x, width - 0.2, height + 0.05)).ok());
        CHECK(!draw(place(x, width + 0.05, height - 0.2)).ok());
    }
    CHECK(!draw(design(R"(<rect data-kind="datamatrix" x="4" y="4" width="3" height="12"/>)")).ok());
}

TEST_CASE(
    "a product without a number of its own has no bars, and preflight says so unless the template has a condition") {
    const auto drawing = draw(design(std::string(bars) + matrix), "");
    REQUIRE(drawing.ok());
    CHECK(drawing->till_codes.empty());
    CHECK(remarks(bars, "") == std::vector<std::string>{"TILL_CODE_NONE"});
    CHECK(
        remarks(R"(<rect data-kind="ean13" data-if="till_number" x="20" y="4" width="39" height="20"/>)", "").empty());
    CHECK(remarks(bars).empty());
}

TEST_CASE("what is drawn beside bars or over them is told, and nothing where the paper is clear") {
    using Codes = std::vector<std::string>;
    const auto with = [](const char* more) { return remarks(std::string(bars) + more); };
    CHECK(with(R"(<rect x="21" y="10" width="1" height="4" fill="#000000"/>)") == Codes{"TILL_CODE_QUIET"});
    CHECK(with(R"(<rect x="30" y="10" width="1" height="4" fill="#cc0000"/>)") == Codes{"TILL_CODE_COVERED"});
    CHECK(with(R"(<rect x="30" y="10" width="1" height="4" fill="#ffffff"/>)") == Codes{"TILL_CODE_COVERED"});
    CHECK(with(R"(<rect x="14" y="10" width="4" height="4" fill="#000000"/>)").empty());
    CHECK(with(R"(<rect x="21" y="10" width="1" height="4" fill="#ffffff"/>)").empty());
    CHECK(remarks(std::string(R"(<rect x="18" y="2" width="42" height="24" fill="#ffffff"/>)") + bars).empty());
    CHECK(remarks(std::string(R"(<rect x="18" y="2" width="42" height="24" fill="#004488"/>)") + bars).size() == 1);
    CHECK(remarks(std::string(matrix) + R"(<rect x="3" y="3" width="14" height="2" fill="#000000"/>)").size() == 1);
}

TEST_CASE("the QR code and a second text of the number are told too, where they stand in the bars' white space or over "
          "them") {
    using Codes = std::vector<std::string>;
    const auto beside_code = R"(<rect data-kind="ean13" x="19" y="28" width="40" height="20"/>)";
    CHECK(remarks(beside_code) == Codes{"TILL_CODE_QUIET"});
    CHECK(remarks(R"(<rect data-kind="ean13" x="10" y="28" width="40" height="20"/>)") == Codes{"TILL_CODE_COVERED"});
    const auto number =
        R"(<rect data-kind="text" data-field="till_number" x="30" y="8" width="20" height="4" data-size="6"/>)";
    CHECK(remarks(std::string(bars) + number) == Codes{"TILL_CODE_COVERED"});
}

TEST_CASE("a number of a case has a DataMatrix and no bars, which is told of the bars alone") {
    const auto drawing = draw(design(std::string(bars) + matrix), of_a_case);
    REQUIRE(drawing.ok());
    REQUIRE(drawing->till_codes.size() == 1);
    CHECK(drawing->till_codes[0].kind == symbol::TillCode::Kind::data_matrix);
    CHECK(remarks(matrix, of_a_case).empty());
    CHECK(remarks(bars, of_a_case) == std::vector<std::string>{"TILL_CODE_NONE"});
    CHECK(remarks(matrix, "") == std::vector<std::string>{"TILL_CODE_NONE"});
}

TEST_CASE("bars of less than 0.264 mm are told") {
    CHECK(remarks(bars, "9520000010003", 203) == std::vector<std::string>{"TILL_CODE_SMALL"}); // two dots
    CHECK(remarks(R"(<rect data-kind="ean13" x="10" y="4" width="45" height="20"/>)", "9520000010003", 203).empty());
}

TEST_CASE("each rule about codes of tills has a label above that breaks it") {
    std::set<std::string_view> codes;
    for (const auto& rule : label_rules())
        if (rule.code.starts_with("TILL_")) codes.insert(rule.code);
    CHECK(codes ==
          std::set<std::string_view>{"TILL_CODE_COVERED", "TILL_CODE_NONE", "TILL_CODE_QUIET", "TILL_CODE_SMALL"});
}

TEST_CASE("a run of labels draws the bars of each product, also where the next one has none") {
    const auto one = design(bars);
    const test::Ruler ruler;
    Filler filler(one, ruler, Resolution::from_dpi(300));
    for (const std::string number : {"9520000010003", "9520000010003", "", "95200002", "9520000010003"}) {
        const auto drawing = filler.fill(record(number), symbol_of_labels());
        REQUIRE(drawing.ok());
        REQUIRE(drawing->till_codes.size() == (number.empty() ? 0 : 1));
        const auto alone = draw(one, number);
        CHECK(alone->items == drawing->items);
    }
}

TEST_CASE("bars give way where the text finds no room beside them, and preflight says so") {
    const auto inside = [](const char* with_bars) {
        return std::string(
                   R"(<g data-if="till_number"><rect data-kind="ean13" x="16" y="4" width="42" height="18"/>)") +
               R"(<rect data-kind="text" data-field="name" data-size="8" x="2" y="4" height="4" width=")" + with_bars +
               R"("/></g><rect data-kind="text" data-field="name" data-if="!till_number" data-size="8" x="2" y="4" width="50" height="4"/>)";
    };
    CHECK(remarks(inside("14")).empty());
    CHECK(draw(design(inside("14")))->till_codes.size() == 1);
    CHECK(remarks(inside("7")) == std::vector<std::string>{"TILL_CODE_NONE"});
    const auto without = draw(design(inside("7")));
    REQUIRE(without.ok());
    CHECK(without->till_codes.empty());
    CHECK(without->fields.size() == 1);
    // Where the text fits neither way, the first way is told.
    const auto neither =
        draw(design(R"(<rect data-kind="ean13" data-if="till_number" x="16" y="4" width="42" height="18"/>)"
                    R"(<rect data-kind="text" data-field="name" data-size="8" x="2" y="4" width="5" height="4"/>)"));
    REQUIRE_FALSE(neither.ok());
}
