// libcups reads what we write: it is the reader of many printers, and shares no line with ours.
#include "render/pwg.h"

#include "catch.h"
#include "label/fill.h"
#include "render/raster.h"
#include "shipped_fonts.h"
#include "shipped_template.h"

#include <cstring>
#include <cups/raster.h>

using namespace temsao;
using render::test::shipped_fonts;

namespace {

page::Page page_of(const std::string& name, const std::string& serial) {
    const auto design = label::test::shipped_template("jar-60x40");
    REQUIRE(design);
    const label::LabelRecord record{.fields = {{"name", name}, {"producer", "HTX Mẫu"}, {"hri", serial}},
                                    .stars = 4,
                                    .valid_to = *Date::from(2028, 4, 8),
                                    .group = catalog::Group::food};
    const auto code = symbol::encode("https://id.ocop.vn/01/09521234543213/21/" + serial);
    REQUIRE(code);
    const auto drawing = label::fill(
        *design, record, std::make_shared<const symbol::Symbol>(*code), shipped_fonts(), Resolution::from_dpi(300));
    REQUIRE(drawing);
    return {{{60}, {40}}, {{std::make_shared<const label::Drawing>(*drawing), {}, {}}}};
}

struct Source {
    std::string_view left;
};

ssize_t read_from(void* context, unsigned char* bytes, std::size_t size) {
    auto& left = static_cast<Source*>(context)->left;
    size = std::min(size, left.size());
    std::memcpy(bytes, left.data(), size);
    left.remove_prefix(size);
    return static_cast<ssize_t>(size);
}

// How many pixels libcups reads otherwise than they were drawn; -1: it does not read them at all.
int other_pixels(cups_raster_t* raster, const render::Pixels& drawn, unsigned bytes_of_pixel) {
    cups_page_header2_t header{};
    if (cupsRasterReadHeader2(raster, &header) == 0) return -1;
    if (header.cupsWidth != static_cast<unsigned>(drawn.width) ||
        header.cupsHeight != static_cast<unsigned>(drawn.height) || header.cupsBitsPerPixel != 8 * bytes_of_pixel ||
        header.HWResolution[0] != 300 || header.PageSize[0] != 170 || header.PageSize[1] != 113)
        return -1;
    int others = 0;
    std::vector<unsigned char> row(header.cupsBytesPerLine);
    for (int y = 0; y < drawn.height; ++y) {
        if (cupsRasterReadPixels(raster, row.data(), header.cupsBytesPerLine) != header.cupsBytesPerLine) return -1;
        for (int x = 0; x < drawn.width; ++x) {
            const auto* pixel = row.data() + static_cast<std::size_t>(x) * bytes_of_pixel;
            for (unsigned colour = 0; colour < bytes_of_pixel; ++colour)
                others += pixel[colour] != (drawn.row(y)[x] >> (8 * (bytes_of_pixel - 1 - colour)) & 0xFF);
        }
    }
    return others;
}

} // namespace

TEST_CASE("libcups reads every dot of our PWG Raster as it was drawn, in colour and in grey") {
    const std::vector<page::Page> pages{page_of("Nước mắm cá cơm Ổi ấm", "LO-1"), page_of("Mật ong rừng", "LO-2")};
    const auto resolution = Resolution::from_dpi(300);
    for (const auto type : {render::PwgType::srgb_8, render::PwgType::sgray_8}) {
        const bool is_grey = type == render::PwgType::sgray_8;
        CAPTURE(is_grey);
        const auto bytes = render::write_pwg(pages, resolution, shipped_fonts(), type);
        REQUIRE(bytes);
        CHECK(bytes->size() < 400'000);
        Source source{*bytes};
        auto* raster = cupsRasterOpenIO(read_from, &source, CUPS_RASTER_READ);
        REQUIRE(raster);
        render::Raster drawn(pages, resolution, shipped_fonts(), is_grey ? render::Tone::grey : render::Tone::colour);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const auto pixels = drawn.draw(i);
            REQUIRE(pixels);
            CHECK(other_pixels(raster, *pixels, is_grey ? 1 : 3) == 0);
        }
        cups_page_header2_t beyond{};
        CHECK(cupsRasterReadHeader2(raster, &beyond) == 0);
        cupsRasterClose(raster);
    }
}
