#include "render/png.h"

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

// A picture ready for libpng, row after row.
struct Packed {
    Depth depth = Depth::colour;
    png_uint_32 width = 0, height = 0, dots_per_metre = 0;
    std::vector<png_byte> rows;
};

void pack(const unsigned char* pixel, int width, Packed& packed) {
    const auto pixels = static_cast<std::size_t>(width);
    const auto start = packed.rows.size();
    const auto bytes = packed.depth == Depth::one_bit ? (pixels + 7) / 8
                       : packed.depth == Depth::grey  ? pixels
                                                      : 3 * pixels;
    packed.rows.resize(start + bytes);
    auto* row = packed.rows.data() + start;
    for (std::size_t x = 0; x < pixels; ++x, pixel += 4) {
        if (packed.depth == Depth::one_bit) {
            if (pixel[0]) row[x / 8] |= static_cast<png_byte>(0x80 >> x % 8);
        } else if (packed.depth == Depth::grey) {
            row[x] = pixel[0];
        } else {
            row[3 * x] = pixel[2];
            row[3 * x + 1] = pixel[1];
            row[3 * x + 2] = pixel[0];
        }
    }
}

void append(png_structp png, png_bytep part, std::size_t length) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(part), length);
}

void nothing_to_flush(png_structp) {}

// libpng leaves by longjmp: nothing with a destructor is made here.
bool write(const Packed& packed, std::string& bytes) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &bytes, append, nothing_to_flush);
    png_set_IHDR(png,
                 info,
                 packed.width,
                 packed.height,
                 packed.depth == Depth::one_bit ? 1 : 8,
                 packed.depth == Depth::colour ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY,
                 PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(png, info, packed.dots_per_metre, packed.dots_per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(png, 6);
    png_write_info(png, info);
    for (png_uint_32 y = 0; y < packed.height; ++y)
        png_write_row(png, packed.rows.data() + y * (packed.rows.size() / packed.height));
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return true;
}

} // namespace

Result<std::string> encode_png(const Pixels& pixels, Resolution resolution) {
    Packed packed;
    packed.depth = depth_of(pixels);
    packed.width = static_cast<png_uint_32>(pixels.width);
    packed.height = static_cast<png_uint_32>(pixels.height);
    packed.dots_per_metre = static_cast<png_uint_32>(std::lround(resolution.dots_per_mm() * 1000));
    for (int y = 0; y < pixels.height; ++y)
        pack(pixels.first + static_cast<std::size_t>(y) * pixels.stride, pixels.width, packed);
    std::string bytes;
    if (!write(packed, bytes)) return error(Cause::io, "render.failed", {"PNG"});
    return bytes;
}

} // namespace temsao::render
