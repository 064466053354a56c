// Labels filled one after another look as each would alone.
#include "catch.h"
#include "label/fill.h"
#include "render/font_book.h"
#include "shipped_template.h"
#include "system/file.h"

#include <random>

using namespace temsao;
using namespace temsao::label;

namespace {

bool same(const Drawing& a, const Drawing& b) {
    const auto same_fields = [&] {
        return std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(), [](auto& x, auto& y) {
            return x.field == y.field && x.style == y.style && x.items == y.items && x.ink.x == y.ink.x &&
                   x.ink.y == y.ink.y && x.ink.width == y.ink.width && x.ink.height == y.ink.height;
        });
    };
    return a.size == b.size && a.title == b.title && a.items == b.items && same_fields();
}

} // namespace

TEST_CASE("labels filled one after another are those filled alone, whatever changes between them") {
    const std::string source = TEMSAO_SOURCE_DIR;
    const auto fonts = render::FontBook::open(source + "/fonts");
    REQUIRE(fonts.ok());
    const std::vector<std::pair<std::string, std::vector<std::string>>> choices = {
        {"name", {"Nước mắm Mẫu", "Mật ong hoa bạc hà Mẫu", "Chè Mẫu"}},
        {"producer", {"HTX Mẫu", "Cơ sở chế biến hải sản Nhất Khương Mẫu"}},
        {"address", {"xã Kỳ Xuân, tỉnh Hà Tĩnh", ""}},
        {"net_quantity", {"500 ml", "", "250 g"}},
        {"made", {"02/04/2026", ""}},
        {"expires", {"02/10/2028", ""}},
        {"lot", {"NM-0426", "L2"}},
        {"ingredients", {"Cá cơm, muối", ""}},
        {"storage", {"Nơi khô mát", ""}},
        {"origin", {"Việt Nam"}},
        {"hri", {"(01)09521234000482 (21)7KQ1", "(01)09521234000482 (21)7KQ2 /A", ""}},
    };
    const catalog::Group groups[] = {catalog::Group::food, catalog::Group::beverage};
    std::mt19937 dice(6);
    int drawn = 0, refused = 0;
    for (const auto* name : {"jar-60x40", "bottle-90x60", "stamp-35x50"}) {
        const auto design = test::shipped_template(name);
        REQUIRE(design.ok());
        Filler filler(*design, **fonts, Resolution::from_dpi(300));
        LabelRecord record{.fields = {}, .stars = 4, .valid_to = *Date::from(2028, 4, 8)};
        for (const auto& [field, values] : choices)
            record.fields[field] = values.front();
        for (int i = 0; i < 150; ++i) {
            for (auto changes = dice() % 3; changes > 0; --changes) {
                const auto& [field, values] = choices[dice() % choices.size()];
                record.fields[field] = values[dice() % values.size()];
            }
            if (dice() % 8 == 0) record.stars = 2 + static_cast<int>(dice() % 4);
            if (dice() % 8 == 0) record.valid_to = *Date::from(2028, 1 + static_cast<int>(dice() % 12), 8);
            if (dice() % 8 == 0) record.group = groups[dice() % 2];
            const auto symbol = std::make_shared<const symbol::Symbol>(
                *symbol::encode("https://id.ocop.vn/01/09521234000482/21/7KQ" + std::string(dice() % 40, '7')));
            const auto together = filler.fill(record, symbol);
            const auto alone = fill(*design, record, symbol, **fonts, Resolution::from_dpi(300));
            CAPTURE(name, i);
            REQUIRE(together.ok() == alone.ok());
            if (alone) REQUIRE(same(*together, *alone));
            if (!alone) REQUIRE(together.error().what.id == alone.error().what.id);
            ++(alone ? drawn : refused);
        }
    }
    CHECK(drawn > 200);
    CHECK(refused > 10);
}
