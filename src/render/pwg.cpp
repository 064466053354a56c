#include "render/pwg.h"

#include "render/raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace temsao::render {
namespace {

constexpr std::string_view sync_word = "RaS2"; // PWG 5102.4 section 4.2
constexpr std::size_t page_header_bytes = 1796;
constexpr int most_alike_rows = 256, most_alike_pixels = 128, most_other_pixels = 128;

// Where the fields of a page's header lie (PWG 5102.4 section 4.3); what is not named here is 0.
enum Field : std::size_t {
    pwg_raster = 0, // text
    resolution_across = 276,
    resolution_down = 280,
    copies = 340,
    width_points = 352,
    height_points = 356,
    width_dots = 372,
    height_dots = 376,
    bits_a_colour = 384,
    bits_a_pixel = 388,
    bytes_a_line = 392,
    colour_space = 400,
    colours = 420,
    pages_in_all = 452,
    across_transform = 456,
    down_transform = 460,
    box_right = 472,
    box_bottom = 476,
    alternate_primary = 480, // what white is
};

void put_number(std::string& header, Field field, std::size_t number) {
    for (std::size_t byte = 0; byte < 4; ++byte)
        header[field + byte] = static_cast<char>(number >> (24 - 8 * byte) & 0xFF);
}

std::string
page_header(const page::Page& page, const Pixels& pixels, int dpi, std::size_t bytes_of_pixel, std::size_t pages) {
    constexpr std::size_t sgray = 18, srgb = 19;
    const auto width = static_cast<std::size_t>(pixels.width), height = static_cast<std::size_t>(pixels.height);
    std::string header(page_header_bytes, '\0');
    constexpr std::string_view name = "PwgRaster";
    header.replace(pwg_raster, name.size(), name);
    put_number(header, resolution_across, static_cast<std::size_t>(dpi));
    put_number(header, resolution_down, static_cast<std::size_t>(dpi));
    put_number(header, copies, 1);
    put_number(header, width_points, static_cast<std::size_t>(std::lround(points(page.size.width))));
    put_number(header, height_points, static_cast<std::size_t>(std::lround(points(page.size.height))));
    put_number(header, width_dots, width);
    put_number(header, height_dots, height);
    put_number(header, bits_a_colour, 8);
    put_number(header, bits_a_pixel, 8 * bytes_of_pixel);
    put_number(header, bytes_a_line, width * bytes_of_pixel);
    put_number(header, colour_space, bytes_of_pixel == 1 ? sgray : srgb);
    put_number(header, colours, bytes_of_pixel);
    put_number(header, pages_in_all, pages);
    put_number(header, across_transform, 1);
    put_number(header, down_transform, 1);
    put_number(header, box_right, width);
    put_number(header, box_bottom, height);
    put_number(header, alternate_primary, 0xFFFFFF);
    return header;
}

void put_pixel(std::string& bytes, std::uint32_t pixel, std::size_t bytes_of_pixel) {
    if (bytes_of_pixel == 3) {
        bytes += static_cast<char>(pixel >> 16 & 0xFF);
        bytes += static_cast<char>(pixel >> 8 & 0xFF);
    }
    bytes += static_cast<char>(pixel & 0xFF); // of grey all three are alike
}

// A row: so many alike pixels and one of them, or so many others (PWG 5102.4 section 4.4).
void put_row(std::string& bytes, const std::uint32_t* row, int width, std::size_t bytes_of_pixel) {
    const auto alike_from = [&](int x) {
        int end = x + 1;
        while (end < width && end - x < most_alike_pixels && ((row[end] ^ row[x]) & 0xFFFFFF) == 0)
            ++end;
        return end - x;
    };
    for (int x = 0; x < width;) {
        if (const int alike = alike_from(x); alike > 1 || x + 1 == width) {
            bytes += static_cast<char>(alike - 1);
            put_pixel(bytes, row[x], bytes_of_pixel);
            x += alike;
            continue;
        }
        int end = x + 1;
        while (end < width && end - x < most_other_pixels && alike_from(end) == 1)
            ++end;
        if (end - x == 1) {
            bytes += '\0';
        } else {
            bytes += static_cast<char>(257 - (end - x));
        }
        for (; x < end; ++x)
            put_pixel(bytes, row[x], bytes_of_pixel);
    }
}

void put_rows(std::string& bytes, const Pixels& pixels, std::size_t bytes_of_pixel) {
    const auto row_bytes = static_cast<std::size_t>(pixels.width) * sizeof *pixels.first;
    for (int y = 0; y < pixels.height;) {
        int end = y + 1;
        while (end < pixels.height && end - y < most_alike_rows &&
               std::memcmp(pixels.row(y), pixels.row(end), row_bytes) == 0)
            ++end;
        bytes += static_cast<char>(end - y - 1);
        put_row(bytes, pixels.row(y), pixels.width, bytes_of_pixel);
        y = end;
    }
}

} // namespace

Result<std::string>
write_pwg(std::span<const page::Page> pages, Resolution resolution, const FontBook& fonts, PwgType type) {
    const std::size_t bytes_of_pixel = type == PwgType::srgb_8 ? 3 : 1;
    Raster raster(pages, resolution, fonts, type == PwgType::srgb_8 ? Tone::colour : Tone::grey);
    std::string bytes(sync_word);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto pixels = TRY(raster.draw(i));
        bytes += page_header(pages[i], pixels, resolution.dpi(), bytes_of_pixel, pages.size());
        put_rows(bytes, pixels, bytes_of_pixel);
    }
    return bytes;
}

} // namespace temsao::render
