// The box for allergens, and what preflight says of ingredients that it does not name. With a ruler instead of fonts.
#include "catch.h"
#include "label/boxes.h"
#include "label/preflight.h"
#include "label/text_flow.h"
#include "label_ruler.h"

using namespace temsao;
using namespace temsao::label;

namespace {

const test::Ruler ruler;

constexpr auto box =
    R"(<rect id="box" data-kind="allergens" data-size="8" data-min-size="5" x="40" y="4" width="40" height="12"/>)";

Template design(const std::string& inside) {
    const auto parsed =
        parse_template(R"(<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="60mm" viewBox="0 0 90 60">)"
                       R"(<rect data-kind="code" x="2" y="30" width="28" height="28"/>)" +
                           inside + "</svg>",
                       "t");
    REQUIRE(parsed.ok());
    return *parsed;
}

LabelRecord record(const std::string& ingredients, const std::string& allergens, const std::string& warning = "") {
    return {.fields = {{"name", "Mẫu"}, {"ingredients", ingredients}, {"allergens", allergens}, {"warning", warning}},
            .stars = 3,
            .valid_to = *Date::from(2028, 4, 8)};
}

Drawing draw(const Template& design, const LabelRecord& filled) {
    auto drawing = fill(design,
                        filled,
                        std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09520000010003")),
                        ruler,
                        Resolution::from_dpi(300));
    if (!drawing) FAIL(say(drawing.error().what, Lang::en));
    return *std::move(drawing);
}

// What preflight says of allergens: "cá (“nước mắm”)"; empty when it says nothing.
std::string missing(const std::string& ingredients,
                    const std::string& allergens = "",
                    const std::string& warning = "",
                    const std::string& inside = box,
                    Goods goods = Goods::food) {
    const auto one = design(inside);
    const auto filled = record(ingredients, allergens, warning);
    const Date day = *Date::from(2026, 11, 24);
    std::string said;
    for (const auto& found : preflight(
             draw(one, filled), {.record = filled, .goods = goods, .day = day, .made = day, .design = &one}, ruler))
        if (found.finding.code == "ALLERGEN_NOT_NAMED") {
            CHECK(found.finding.severity == Severity::check);
            CHECK(found.finding.rule.find("[M]") != std::string::npos);
            CHECK(said.empty());
            said = found.finding.facts.at(0);
        }
    return said;
}

} // namespace

TEST_CASE("allergens stand bold in a frame that closes round them, and without any there is no frame") {
    const auto drawing = draw(design(box), record("cá", "cá, tôm và các loại hạt khác nữa, sữa, trứng, lạc"));
    std::optional<BoxMm> frame;
    for (const auto& item : drawing.items)
        if (const auto* stroke = std::get_if<StrokedPath>(&item)) {
            REQUIRE_FALSE(frame);
            CHECK(stroke->width == Mm{0.3});
            frame = box_of(stroke->path, -stroke->width / 2); // its inner edge
        }
    REQUIRE(frame);
    CHECK(inside(*frame, {Mm{40}, Mm{4}, Mm{40}, Mm{12}}));
    int lines = 0;
    for (const auto& item : drawing.items)
        if (const auto* line = std::get_if<TextLine>(&item)) {
            ++lines;
            CHECK(line->style.weight == Weight::bold);
            CHECK(inside(grown(ink_box(*line, ruler), Mm{0.25}), *frame));
        }
    CHECK(lines >= 3);
    CHECK(draw(design(box), record("cá", "")).items.size() == 1); // the code
    CHECK(
        draw(
            design(
                R"(<rect data-kind="allergens" data-facts="Cảnh báo:=warning?" data-size="8" x="40" y="4" width="40" height="12"/>)"),
            record("cá", "", "Có cá"))
            .items.size() == 4);
}

TEST_CASE("ingredients that many may not eat are named when the box does not name them") {
    CHECK(missing("Cá cơm (75 %), muối biển") == "cá (“cá”)");
    CHECK(missing("Thịt lợn, bột gạo, nước mắm, tiêu") == "cá (“nước mắm”)");
    CHECK(missing("Bột mì, trứng gà, sữa tươi, lạc, vừng") ==
          "trứng (“trứng”), sữa (“sữa”), lạc (đậu phộng) (“lạc”), lúa mì (gluten) (“bột mì”), vừng (mè) (“vừng”)");
    CHECK(missing("Bột mì, trứng gà, sữa tươi", "Trứng, sữa") == "lúa mì (gluten) (“bột mì”)");
    CHECK(missing("Tôm biển, muối").starts_with("tôm"));
    CHECK(missing("Xì dầu, hạt điều") == "đậu nành (“xì dầu”), các loại hạt (“hạt điều”)");
}

TEST_CASE("nothing is said of what is named, in the box or in the warning, and of what only reads alike") {
    CHECK(missing("Cá cơm, muối", "Cá").empty());
    CHECK(missing("Cá cơm, muối", "", "Không dùng cho người dị ứng cá").empty());
    CHECK(missing("Tôm, nước mắm", "Hải sản").empty());
    CHECK(missing("Mật mía, lạc nhân", "Có đậu phộng").empty());
    for (const auto* harmless : {"Cà phê, cà chua, cam",
                                 "Lạc tiên, lá sen",
                                 "Sữa ong chúa",
                                 "Sữa dừa, bơ (quả)",
                                 "Mì chính, muối",
                                 "Tép tỏi, ớt",
                                 "Bột khoai mì",
                                 "Gạo nếp",
                                 "Mạch nha từ nếp"}) {
        CAPTURE(harmless);
        CHECK(missing(harmless).empty());
    }
    CHECK(missing("Sữa đậu nành") == "đậu nành (“đậu nành”)");
    CHECK(missing("Cá cơm", "", "", "").empty()); // a design without a box
    CHECK(missing("Gỗ mít, vảy cá", "", "", box, Goods::craft).empty());
}

TEST_CASE("allergens of the list that a design does not print are named") {
    CHECK(missing("Cá cơm", "Cá", "", "") == "Cá");
    CHECK(missing("Gạo", "", "", "").empty());
}
