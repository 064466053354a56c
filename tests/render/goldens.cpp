// Each template as it looked when somebody last looked: in colour, and in the black and white of a label printer.
//
// What differs is shown: expected | now | difference, side by side, in a picture that the failing test names. When the
// new look is right, renew the pictures and look at each before committing:
//     TEMSAO_RENEW_GOLDENS=1 build/tests/test_render "*as it was last looked at"
#include "catch.h"
#include "label/fill.h"
#include "render/write.h"
#include "shipped_fonts.h"
#include "shipped_template.h"
#include "system/file.h"

#include <algorithm>
#include <cstdlib>
#include <png.h>

using namespace temsao;
using render::test::shipped_fonts;
namespace fs = std::filesystem;

namespace {

constexpr int most_off = 40; // of 255, in any of the three colours: another Cairo rounds otherwise
// A label printer's, so that its dots are looked at too; in colour half of it, which is what a small picture needs.
const auto resolution = Resolution::from_dpi(203), half = Resolution::from_dpi(102);

const fs::path source = TEMSAO_SOURCE_DIR;
const fs::path goldens = source / "tests/render/goldens";

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

Picture decoded(const std::string& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, file.data(), file.size()) != 0);
    image.format = PNG_FORMAT_RGB;
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    picture.rgb.resize(PNG_IMAGE_SIZE(image));
    REQUIRE(png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr) != 0);
    return picture;
}

void write(const fs::path& file, const Picture& picture) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    fs::create_directories(file.parent_path());
    REQUIRE(png_image_write_to_file(&image, file.c_str(), 0, picture.rgb.data(), 0, nullptr) != 0);
}

std::uint8_t value(const Picture& picture, int x, int y, int colour) {
    if (x >= picture.width || y >= picture.height) return 128;
    return picture
        .rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 3 +
             static_cast<std::size_t>(colour)];
}

bool same(const Picture& a, const Picture& b) {
    return a.width == b.width && a.height == b.height &&
           std::equal(a.rgb.begin(), a.rgb.end(), b.rgb.begin(), [](int one, int other) {
               return std::abs(one - other) <= most_off;
           });
}

// Expected, now, and what differs: red on what both have in pale grey.
Picture side_by_side(const Picture& expected, const Picture& now) {
    constexpr int gap = 8;
    const int width = std::max(expected.width, now.width), height = std::max(expected.height, now.height);
    Picture all{3 * width + 2 * gap, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < all.width; ++x) {
            const int part = x / (width + gap), column = x % (width + gap);
            bool differs = false;
            for (int colour = 0; colour < 3; ++colour)
                differs =
                    differs || std::abs(value(expected, column, y, colour) - value(now, column, y, colour)) > most_off;
            for (int colour = 0; colour < 3; ++colour) {
                if (column >= width)
                    all.rgb.push_back(128);
                else if (part == 0)
                    all.rgb.push_back(value(expected, column, y, colour));
                else if (part == 1)
                    all.rgb.push_back(value(now, column, y, colour));
                else if (differs)
                    all.rgb.push_back(colour == 0 ? 220 : 0);
                else
                    all.rgb.push_back(static_cast<std::uint8_t>(170 + value(now, column, y, colour) / 3));
            }
        }
    return all;
}

// Long is normal: the longest that the samples have, in the goods that the template is for.
label::LabelRecord record_for(const std::string& name) {
    label::LabelRecord record{
        .fields = {{"name", "Kẹo cu đơ mật mía gừng truyền thống Hương Khê loại đặc biệt"},
                   {"name_en", "Ginger and peanut candy on rice paper, traditional"},
                   {"net_quantity", "500 g"},
                   {"ingredients", "Mật mía, lạc nhân, gừng tươi, bánh tráng, vừng"},
                   {"ingredients_en", "Molasses, peanuts, fresh ginger, rice paper, sesame"},
                   {"usage", "Ăn liền, ngon hơn với chè xanh"},
                   {"storage", "Đậy kín, nơi khô mát"},
                   {"warning", "Có lạc và vừng"},
                   {"allergens", "Lạc, vừng"},
                   {"till_number", "9521234543213"},
                   {"warning_en", "Contains peanuts and sesame"},
                   {"nutrition",
                    "100 g: Năng lượng 430 kcal; Chất đạm 9 g; Carbohydrat 70 g; Đường tổng số 52 g; Chất béo 14 g; "
                    "Natri 40 mg"},
                   {"producer", "Hợp tác xã Mẫu Hương Khê"},
                   {"address", "Số 12, ngõ 3, thôn Đông Sơn Mẫu, xã Hương Khê, tỉnh Hà Tĩnh"},
                   {"phone", "0239 000 0000"},
                   {"origin", "Việt Nam"},
                   {"self_declaration", "01/MAU/2026"},
                   {"made", "24/11/2026"},
                   {"expires", "24/05/2027"},
                   {"lot", "261124"},
                   {"hri", "(01)09521234543213 (10)261124"}},
        .stars = 4,
        .valid_to = *Date::from(2028, 4, 8),
        .group = catalog::Group::food};
    if (name.starts_with("tag") || name.starts_with("craft") || name.starts_with("pottery")) {
        record.fields["name"] = "Đũa gỗ móc tiện tay truyền thống làng Sơn Lĩnh loại đặc biệt";
        record.fields["net_quantity"] = "10 đôi";
        record.fields["ingredients"] = "Gỗ cây móc";
        record.fields.erase("allergens");
        record.group = catalog::Group::handicraft;
    }
    if (name.starts_with("spirit") || name.starts_with("liquor")) {
        record.fields["name"] = "Rượu nhung hươu ngâm hạ thổ truyền thống Hương Sơn loại đặc biệt";
        record.fields["net_quantity"] = "500 ml";
        record.fields["ingredients"] = "Rượu gạo nếp 38 % vol, nhung hươu";
        record.fields["warning"] = "Không dùng cho người dưới 18 tuổi";
        record.fields.erase("allergens");
        record.fields.erase("nutrition");
        record.group = catalog::Group::beverage;
    }
    if (name.starts_with("herb") || name.starts_with("remedy")) {
        record.fields["name"] = "Hương trầm làng nghề Mẫu Hương Khê loại đặc biệt";
        record.fields["net_quantity"] = "100 que";
        record.fields.erase("allergens");
        record.fields.erase("nutrition");
        record.group = catalog::Group::medicinal;
    }
    return record;
}

std::string drawn(const fs::path& file, render::Tone tone) {
    const auto name = file.stem().string();
    const auto design = label::test::shipped_template(name);
    REQUIRE(design.ok());
    const auto symbol = symbol::encode("https://id.ocop.vn/01/09521234543213/10/261124?17=270524");
    auto drawing = label::fill(
        *design, record_for(name), std::make_shared<const symbol::Symbol>(*symbol), shipped_fonts(), resolution);
    if (!drawing) FAIL(name + ": " + say(drawing.error().what, Lang::en));
    const auto size = drawing->size;
    const page::Page page{size, {{std::make_shared<const label::Drawing>(*std::move(drawing)), {}, {}}}};
    const auto png = render::write_png(page, tone == render::Tone::one_bit ? resolution : half, shipped_fonts(), tone);
    REQUIRE(png.ok());
    return *png;
}

} // namespace

TEST_CASE("every template looks as it was last looked at") {
    const bool renew = std::getenv("TEMSAO_RENEW_GOLDENS") != nullptr;
    for (const auto& entry : fs::directory_iterator(source / "templates")) {
        if (entry.path().extension() != ".svg") continue;
        for (const auto& [tone, kind] :
             {std::pair(render::Tone::colour, ""), std::pair(render::Tone::one_bit, "-1bit")}) {
            const auto file = entry.path().stem().string() + kind + ".png";
            const auto now = drawn(entry.path(), tone);
            if (renew) {
                REQUIRE(write_file(goldens / file, now).ok());
                continue;
            }
            CAPTURE(file);
            const auto expected = read_file(goldens / file, 1 << 22);
            REQUIRE(expected.ok());
            const auto before = decoded(*expected), after = decoded(now);
            if (same(before, after)) continue;
            const auto shown = fs::current_path() / "goldens" / file;
            write(shown, side_by_side(before, after));
            FAIL_CHECK("expected | now | difference: " + shown.string());
        }
    }
    for (const auto& entry : fs::directory_iterator(goldens)) {
        auto name = entry.path().stem().string();
        if (name.ends_with("-1bit")) name.resize(name.size() - 5);
        CAPTURE(name);
        CHECK(fs::exists(source / "templates" / (name + ".svg")));
    }
}

TEST_CASE("a changed picture is not the same, and the difference is red where it is") {
    const auto before = decoded(drawn(source / "templates/stamp-35x50.svg", render::Tone::colour));
    auto after = before;
    after.rgb[3 * 100] ^= 0x80;
    CHECK(same(before, before));
    CHECK_FALSE(same(before, after));
    const auto shown = side_by_side(before, after);
    CHECK(shown.width == 3 * before.width + 16);
    const int third = 2 * (before.width + 8);
    CHECK(value(shown, third + 100, 0, 0) == 220);
    CHECK(value(shown, third + 100, 0, 1) == 0);
    CHECK(value(shown, third + 101, 0, 1) != 0);
}
