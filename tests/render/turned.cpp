// Turned text and bars as pictures: the same dots as the upright label's, turned.
#include "catch.h"
#include "label/fill.h"
#include "render/bitmap.h"
#include "shipped_fonts.h"

using namespace temsao;
using render::test::shipped_fonts;

namespace {

// 80 mm a side, so that the label that was turned as a whole is as large.
render::Bitmap picture(const std::string& inside) {
    const auto design = label::parse_template(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="80mm" viewBox="0 0 80 80">)"
        R"(<rect data-kind="code" x="29" y="29" width="22" height="22"/>)" +
            inside + "</svg>",
        "t");
    REQUIRE(design.ok());
    const label::LabelRecord record{.fields = {{"name", "Trà Ổ Ấm"}, {"till_number", "9520000010003"}},
                                    .valid_to = *Date::from(2028, 4, 8)};
    auto drawing = label::fill(*design,
                               record,
                               std::make_shared<const symbol::Symbol>(*symbol::encode("1")),
                               shipped_fonts(),
                               Resolution::from_dpi(203));
    REQUIRE(drawing.ok());
    std::erase_if(drawing->items, [](const auto& item) { return std::holds_alternative<label::CodeModules>(item); });
    const auto bitmap =
        render::draw_bitmap({drawing->size, {{std::make_shared<const label::Drawing>(*drawing), {}, {}}}},
                            Resolution::from_dpi(203),
                            shipped_fonts());
    REQUIRE(bitmap.ok());
    return *bitmap;
}

bool dark(const render::Bitmap& bitmap, int x, int y) {
    return (bitmap.row(y)[x / 8] >> (7 - x % 8) & 1) != 0;
}

std::string rect(const std::string& more, double x, double y, double width, double height) {
    return "<rect " + more + " x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" +
           std::to_string(width) + "\" height=\"" + std::to_string(height) + "\"/>";
}

} // namespace

TEST_CASE("a turned place has the dots of the upright one, turned: bars to the dot, letters but for their edges") {
    const std::string bars = R"(data-kind="ean13")", name = R"(data-kind="text" data-field="name" data-size="20")";
    const auto upright = picture(rect(bars, 5, 4, 43.375, 16) + rect(name, 5, 60, 60, 8));
    const auto quarter = picture(rect(bars + R"( data-rotate="90")", 60, 5, 16, 43.375) +
                                 rect(name + R"( data-rotate="90")", 12, 5, 8, 60));
    const auto half = picture(rect(bars + R"( data-rotate="180")", 31.625, 60, 43.375, 16) +
                              rect(name + R"( data-rotate="180")", 15, 12, 60, 8));
    const auto back = picture(rect(bars + R"( data-rotate="270")", 4, 31.625, 16, 43.375) +
                              rect(name + R"( data-rotate="270")", 60, 15, 8, 60));
    const int side = upright.width;
    REQUIRE(side == 640);
    int inked = 0, other = 0, other_in_bars = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const bool is_dark = dark(upright, x, y);
            const int differing = (dark(quarter, side - 1 - y, x) != is_dark) +
                                  (dark(half, side - 1 - x, side - 1 - y) != is_dark) +
                                  (dark(back, y, side - 1 - x) != is_dark);
            inked += is_dark ? 1 : 0;
            other += differing;
            other_in_bars += y < 8 * 14 ? differing : 0;
        }
    CHECK(inked > 20'000);
    CHECK(other_in_bars == 0);
    CHECK(other < inked / 200);
}
