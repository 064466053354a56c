#include "render/png.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <png.h>

namespace temsao::render {
namespace {

enum class Depth { one_bit, grey, colour };

Depth depth_of(const Pixels& pixels) {
    auto depth = Depth::one_bit;
    for (int y = 0; y < pixels.height; ++y) {
        const auto* pixel = pixels.first + static_cast<std::size_t>(y) * pixels.stride;
        for (int x = 0; x < pixels.width; ++x, pixel += 4) {
            if (pixel[0] != pixel[1] || pixel[1] != pixel[2]) return Depth::colour;
            if (pixel[0] != 0 && pixel[0] != 255) depth = Depth::grey;
        }
    }
    return depth;
}

void pack(const unsigned char* pixel, int width, Depth depth, std::vector<png_byte>& row) {
    std::fill(row.begin(), row.end(), png_byte{0});
    for (int x = 0; x < width; ++x, pixel += 4) {
        const auto at = static_cast<std::size_t>(x);
        if (depth == Depth::one_bit) {
            if (pixel[0]) row[at / 8] |= static_cast<png_byte>(0x80 >> at % 8);
        } else if (depth == Depth::grey) {
            row[at] = pixel[0];
        } else {
            row[3 * at] = pixel[2];
            row[3 * at + 1] = pixel[1];
            row[3 * at + 2] = pixel[0];
        }
    }
}

void append(png_structp png, png_bytep part, std::size_t length) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(part), length);
}

void nothing_to_flush(png_structp) {}

} // namespace

Result<std::string> encode_png(const Pixels& pixels, Resolution resolution) {
    std::string bytes;
    const auto depth = depth_of(pixels);
    std::vector<png_byte> row(static_cast<std::size_t>(pixels.width) * 3 + 1);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) { // libpng leaves by longjmp; nothing with a destructor is made below
        png_destroy_write_struct(&png, &info);
        return error(Cause::io, "render.failed", {"PNG"});
    }
    png_set_write_fn(png, &bytes, append, nothing_to_flush);
    png_set_IHDR(png,
                 info,
                 static_cast<png_uint_32>(pixels.width),
                 static_cast<png_uint_32>(pixels.height),
                 depth == Depth::one_bit ? 1 : 8,
                 depth == Depth::colour ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY,
                 PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    const auto dots_per_metre = static_cast<png_uint_32>(std::lround(resolution.dots_per_mm() * 1000));
    png_set_pHYs(png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(png, 6);
    png_write_info(png, info);
    for (int y = 0; y < pixels.height; ++y) {
        pack(pixels.first + static_cast<std::size_t>(y) * pixels.stride, pixels.width, depth, row);
        png_write_row(png, row.data());
    }
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

} // namespace temsao::render
