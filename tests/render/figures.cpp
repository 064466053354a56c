// Be Vietnam Pro has no tabular figures of its own; the label sets them, so that dates under each other line up.
#include "catch.h"
#include "render/font_book.h"

using namespace temsao;

TEST_CASE("tabular figures are all equally wide, at every weight and size, running ones are not") {
    const auto book = *render::FontBook::open(std::filesystem::path(TEMSAO_SOURCE_DIR) / "fonts");
    for (const auto weight :
         {label::Weight::regular, label::Weight::medium, label::Weight::semibold, label::Weight::bold})
        for (const double size : {4.0, 6.5, 11.0}) {
            const auto width = [&](const char* text, bool tabular) {
                return book->measure(text, {.weight = weight, .size_pt = size, .tabular = tabular}).advance.value;
            };
            CAPTURE(static_cast<int>(weight), size);
            for (const auto* date : {"11/11/2111", "28/04/2030", "09/08/2066"})
                CHECK(width(date, true) == Approx(width("20/10/2029", true)).margin(1e-6));
            CHECK(width("1111", false) < 0.9 * width("0000", false));
        }
}
