// PNG: pages of a run drawn together are the pages drawn alone, each kind of picture takes the least that holds it.
#include "catch.h"
#include "label/fill.h"
#include "page/page.h"
#include "render/png.h"
#include "render/write.h"
#include "shipped_fonts.h"
#include "shipped_template.h"
#include "system/file.h"

#include <algorithm>
#include <png.h>

using namespace temsao;
using namespace temsao::render;
using render::test::shipped_fonts;

namespace {

label::Template design(const std::string& name) {
    return *label::test::shipped_template(name);
}

label::LabelRecord record(int i) {
    return {.fields = {{"name", "Nước mắm cá cơm Mẫu"},
                       {"producer", "HTX Mẫu"},
                       {"address", "xã Kỳ Xuân, tỉnh Hà Tĩnh"},
                       {"net_quantity", "500 ml"},
                       {"made", "02/04/2026"},
                       {"expires", "02/10/2028"},
                       {"lot", i % 5 == 4 ? "khác" : "NM-0426"},
                       {"ingredients", "Cá cơm 70 %, muối"},
                       {"storage", "Nơi khô mát"},
                       {"usage", "Dùng ngay"},
                       {"origin", "Việt Nam"},
                       {"hri", "(01)09521234000482 (21)7KQ" + std::to_string(i)}},
            .stars = i % 7 == 6 ? 5 : 4,
            .valid_to = *Date::from(2028, 4, 8),
            .group = catalog::Group::food};
}

std::shared_ptr<const label::Drawing> drawing(const std::string& name, int i) {
    const auto symbol = std::make_shared<const symbol::Symbol>(
        *symbol::encode("https://id.ocop.vn/01/09521234000482/21/7KQ" + std::to_string(i)));
    auto made = label::fill(design(name), record(i), symbol, shipped_fonts(), Resolution::from_dpi(203));
    REQUIRE(made.ok());
    return std::make_shared<const label::Drawing>(*std::move(made));
}

// As libpng reads it: its header, and every pixel in RGB.
struct Read {
    int bits = 0, colour_type = 0, width = 0, height = 0;
    png_uint_32 dots_per_metre = 0;
    std::vector<png_byte> rgb;
};

Read read(const std::string& bytes) {
    Read made;
    auto* png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    auto* info = png_create_info_struct(png);
    std::size_t at = 0;
    std::pair<const std::string*, std::size_t*> from{&bytes, &at};
    png_set_read_fn(png, &from, [](png_structp p, png_bytep to, std::size_t count) {
        const auto& [text, place] = *static_cast<std::pair<const std::string*, std::size_t*>*>(png_get_io_ptr(p));
        std::copy_n(text->begin() + static_cast<std::ptrdiff_t>(*place), count, to);
        *place += count;
    });
    png_read_info(png, info);
    made.bits = png_get_bit_depth(png, info);
    made.colour_type = png_get_color_type(png, info);
    made.width = static_cast<int>(png_get_image_width(png, info));
    made.height = static_cast<int>(png_get_image_height(png, info));
    made.dots_per_metre = png_get_x_pixels_per_meter(png, info);
    png_set_expand(png);
    png_set_gray_to_rgb(png);
    png_read_update_info(png, info);
    const auto row = png_get_rowbytes(png, info);
    made.rgb.resize(row * static_cast<std::size_t>(made.height));
    for (int y = 0; y < made.height; ++y)
        png_read_row(png, made.rgb.data() + row * static_cast<std::size_t>(y), nullptr);
    png_read_end(png, info); // checks every sum
    png_destroy_read_struct(&png, &info, nullptr);
    return made;
}

} // namespace

TEST_CASE("pages drawn together are the pages drawn alone, byte for byte") {
    for (const auto* name : {"jar-60x40", "bottle-90x60", "stamp-35x50"})
        for (const auto tone : {Tone::colour, Tone::grey, Tone::one_bit}) {
            std::vector<page::Page> pages;
            for (int i = 0; i < 8; ++i) {
                const auto one = drawing(i == 5 ? "stamp-35x50" : name, i); // one of another make among them
                pages.push_back({one->size, {{one, {0}, {0}}}});
            }
            const auto& other = pages[1].labels.front().drawing;
            pages[2].labels.push_back({other, {10}, {3}}); // and one with labels that lie on each other
            const auto together = write_pngs(pages, Resolution::from_dpi(203), shipped_fonts(), tone);
            REQUIRE(together.ok());
            REQUIRE(together->size() == pages.size());
            for (std::size_t i = 0; i < pages.size(); ++i) {
                CAPTURE(name, static_cast<int>(tone), i);
                CHECK((*together)[i] == *write_png(pages[i], Resolution::from_dpi(203), shipped_fonts(), tone));
            }
        }
}

TEST_CASE("what changes under something that stays is drawn under it, on every page") {
    const auto bar = [](double x, double width, label::Ink ink) {
        using Kind = label::PathStep::Kind;
        return label::FilledPath{.path = {{Kind::move, 0, 0, 0, 0, x, 1.03},
                                          {Kind::line, 0, 0, 0, 0, x + width, 1.03},
                                          {Kind::line, 0, 0, 0, 0, x + width, 4.01},
                                          {Kind::close}},
                                 .ink = ink};
    };
    std::vector<page::Page> pages;
    for (int i = 0; i < 4; ++i) {
        const auto one = std::make_shared<const label::Drawing>(label::Drawing{
            {{10}, {6}}, {bar(1, 5, {}), bar(2 + i, 2, {0, 90, 90, 0}), bar(3, 4, {90, 0, 0, 0})}, "", {}});
        pages.push_back({one->size, {{one, {0}, {0}}}});
    }
    const auto together = write_pngs(pages, Resolution::from_dpi(300), shipped_fonts());
    REQUIRE(together.ok());
    for (std::size_t i = 0; i < pages.size(); ++i)
        CHECK((*together)[i] == *write_png(pages[i], Resolution::from_dpi(300), shipped_fonts()));
    CHECK((*together)[0] != (*together)[1]);
}

TEST_CASE("a picture takes 1 bit, grey, a palette or RGB, says its resolution, and keeps every pixel") {
    struct Case {
        const char* what;
        int colours, bits, type;
        std::uint32_t (*colour)(int);
    };

    const Case cases[] = {
        {"two tones", 2, 1, PNG_COLOR_TYPE_GRAY, [](int i) { return i % 2 ? 0xFFFFFFU : 0U; }},
        {"grey", 256, 8, PNG_COLOR_TYPE_GRAY, [](int i) { return static_cast<std::uint32_t>(i) * 0x010101U; }},
        {"256 colours",
         255,
         8,
         PNG_COLOR_TYPE_PALETTE,
         [](int i) { return static_cast<std::uint32_t>(i) * 0x030201U; }},
        {"more", 300, 8, PNG_COLOR_TYPE_RGB, [](int i) { return static_cast<std::uint32_t>(i) * 0x000711U; }},
    };
    for (const auto& [what, colours, bits, type, colour] : cases)
        for (const int width : {1, 7, 8, 64, 131}) {
            CAPTURE(what, width);
            const int height = 300;
            std::vector<std::uint32_t> pixels;
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x) // rows repeat in part, as on labels
                    pixels.push_back(colour((x % 40 + y / 2 * 2 + (x > 70 ? y : 0)) % colours) | 0xFF000000U);
            const auto png =
                encode_png({pixels.data(), static_cast<std::size_t>(width), width, height}, Resolution::from_dpi(300));
            REQUIRE(png.ok());
            const auto seen = read(*png);
            const bool all_shown = width >= 40;
            if (all_shown) CHECK(seen.bits == bits);
            if (all_shown) CHECK(seen.colour_type == type);
            CHECK(seen.dots_per_metre == 11811);
            REQUIRE(seen.width == width);
            REQUIRE(seen.height == height);
            int wrong = 0;
            for (std::size_t i = 0; i < pixels.size(); ++i)
                wrong += (static_cast<std::uint32_t>(seen.rgb[3 * i] << 16 | seen.rgb[3 * i + 1] << 8 |
                                                     seen.rgb[3 * i + 2]) != (pixels[i] & 0xFFFFFF));
            CHECK(wrong == 0);
        }
}

TEST_CASE("a coloured label fits a palette, its inks exact") {
    const auto one = drawing("jar-60x40", 1);
    const page::Page page{one->size, {{one, {0}, {0}}}};
    const auto png = write_png(page, Resolution::from_dpi(300), shipped_fonts());
    REQUIRE(png.ok());
    const auto seen = read(*png);
    CHECK(seen.colour_type == PNG_COLOR_TYPE_PALETTE);
    int gold = 0, black = 0, white = 0;
    for (std::size_t i = 0; i < seen.rgb.size(); i += 3) {
        const auto colour = seen.rgb[i] << 16 | seen.rgb[i + 1] << 8 | seen.rgb[i + 2];
        gold += colour == 0xCC7A00; // C0 M40 Y100 K20
        black += colour == 0;
        white += colour == 0xFFFFFF;
    }
    CHECK(gold > 1000);
    CHECK(black > 10'000);
    CHECK(white > 50'000);
}
