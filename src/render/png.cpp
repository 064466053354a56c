// libpng writes the headers, libdeflate packs the rows: libpng's own zlib took five times as long for all else
// together. Rows go unfiltered: labels are flat surfaces, where trying filters costs more than it saves.
#include "render/png.h"

#include "render/deflate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <png.h>

namespace temsao::render {
namespace {

constexpr int png_packing = 1;
constexpr std::uint32_t pixel_colour = 0xFFFFFF, white = 0xFFFFFF;

unsigned blue(std::uint32_t pixel) {
    return pixel & 0xFF;
}

unsigned green(std::uint32_t pixel) {
    return pixel >> 8 & 0xFF;
}

unsigned red(std::uint32_t pixel) {
    return pixel >> 16 & 0xFF;
}

enum class Tones { two, grey, coloured };

// Row by row without leaving one early: so the compiler looks at several pixels at a time.
Tones tones_of(const Pixels& pixels) {
    std::uint32_t between = 0;
    for (int y = 0; y < pixels.height; ++y) {
        const auto* row = pixels.row(y);
        std::uint32_t coloured = 0;
        for (int x = 0; x < pixels.width; ++x) {
            coloured |= (row[x] ^ row[x] >> 8) & 0xFFFF;
            between |= (row[x] ^ (0 - (row[x] & 1))) & 0xFF; // 0 for 0x00 and 0xFF
        }
        if (coloured != 0) return Tones::coloured;
    }
    return between == 0 ? Tones::two : Tones::grey;
}

// The colours of a picture, numbered as they come.
class Palette {
public:
    static constexpr std::size_t most = 256;

    // Its number; nothing when there are more than `most`.
    std::optional<png_byte> number(std::uint32_t colour) {
        for (std::size_t slot = colour * 2654435761U >> 22;; slot = (slot + 1) % slots_.size()) {
            auto& at = slots_[slot];
            if (at != 0 && colours_[at - 1U] == colour) return static_cast<png_byte>(at - 1);
            if (at != 0) continue;
            if (count_ == most) return {};
            colours_[count_++] = colour;
            at = static_cast<std::uint16_t>(count_);
            return static_cast<png_byte>(count_ - 1);
        }
    }

    std::size_t count() const { return count_; }

    std::uint32_t operator[](std::size_t number) const { return colours_[number]; }

private:
    std::array<std::uint16_t, 1024> slots_ = {}; // number + 1, by hash
    std::array<std::uint32_t, most> colours_ = {};
    std::size_t count_ = 0;
};

// A picture ready to be packed: before each row a byte that says "no filter".
struct Rows {
    int colour_type, bits;
    std::vector<png_color> palette;
    std::string bytes;
};

// One byte a pixel, the number of its colour as shown; nothing when there are too many colours. What is as in the row
// above, which most of a label is, is copied from there.
template <class Shown>
std::optional<std::string> numbered(const Pixels& pixels, Palette& palette, Shown shown) {
    constexpr int stretch = 64;
    std::string bytes(static_cast<std::size_t>(pixels.height) * (static_cast<std::size_t>(pixels.width) + 1), '\0');
    auto* to = bytes.data();
    std::uint32_t last = white;
    auto number = palette.number(last);
    for (int y = 0; y < pixels.height; ++y) {
        ++to;
        for (int x = 0; x < pixels.width; x += stretch) {
            const auto count = static_cast<std::size_t>(std::min(stretch, pixels.width - x));
            const auto* pixel = pixels.row(y) + x;
            if (y > 0 && std::memcmp(pixel, pixel - pixels.stride, count * sizeof *pixel) == 0) {
                std::memcpy(to, to - pixels.width - 1, count);
                to += count;
                continue;
            }
            for (std::size_t i = 0; i < count; ++i) {
                const auto colour = pixel[i] & pixel_colour;
                if (colour != last) {
                    number = palette.number(shown(colour));
                    if (!number) return {};
                    last = colour;
                }
                *to++ = static_cast<char>(*number);
            }
        }
    }
    return bytes;
}

std::string rgb(const Pixels& pixels) {
    std::string bytes(static_cast<std::size_t>(pixels.height) * (3 * static_cast<std::size_t>(pixels.width) + 1), '\0');
    auto* to = bytes.data();
    for (int y = 0; y < pixels.height; ++y) {
        ++to;
        const auto* row = pixels.row(y);
        for (int x = 0; x < pixels.width; ++x, to += 3) {
            to[0] = static_cast<char>(red(row[x]));
            to[1] = static_cast<char>(green(row[x]));
            to[2] = static_cast<char>(blue(row[x]));
        }
    }
    return bytes;
}

std::string grey(const Pixels& pixels) {
    std::string bytes(static_cast<std::size_t>(pixels.height) * (static_cast<std::size_t>(pixels.width) + 1), '\0');
    auto* to = bytes.data();
    for (int y = 0; y < pixels.height; ++y) {
        const auto* row = pixels.row(y);
        ++to;
        for (int x = 0; x < pixels.width; ++x)
            to[x] = static_cast<char>(row[x]);
        to += pixels.width;
    }
    return bytes;
}

// Eight pixels to a byte, the first in the highest bit.
std::string packed_bits(const Pixels& pixels) {
    const int whole = pixels.width / 8, rest = pixels.width % 8;
    std::string bytes(
        static_cast<std::size_t>(pixels.height) * static_cast<std::size_t>(whole + (rest > 0 ? 1 : 0) + 1), '\0');
    auto* to = bytes.data();
    for (int y = 0; y < pixels.height; ++y) {
        const auto* pixel = pixels.row(y);
        const auto pack = [&](int count) {
            unsigned byte = 0;
            for (int i = 0; i < count; ++i)
                byte |= (*pixel++ & 1) << (7 - i);
            *to++ = static_cast<char>(byte);
        };
        ++to;
        for (int i = 0; i < whole; ++i)
            pack(8);
        if (rest > 0) pack(rest);
    }
    return bytes;
}

// The upper `bits` of each channel, repeated below them, so that black stays black and white white.
std::uint32_t rounded(std::uint32_t colour, int bits) {
    const std::uint32_t upper = 0xFFU << (8 - bits) & 0xFF, lower = 0xFFU >> bits;
    return (colour & upper * 0x010101) | (colour >> bits & lower * 0x010101);
}

Rows rows_of(const Pixels& pixels) {
    const auto tones = tones_of(pixels);
    if (tones == Tones::two) return {PNG_COLOR_TYPE_GRAY, 1, {}, packed_bits(pixels)};
    if (tones == Tones::grey) return {PNG_COLOR_TYPE_GRAY, 8, {}, grey(pixels)};
    Palette palette;
    auto bytes = numbered(pixels, palette, [](std::uint32_t colour) { return colour; });
    for (const int bits : {6, 5, 4}) {
        if (bytes || pixels.inks.empty()) break;
        palette = {};
        bytes = numbered(pixels, palette, [&](std::uint32_t colour) {
            const bool is_ink = std::find(pixels.inks.begin(), pixels.inks.end(), colour) != pixels.inks.end();
            return is_ink ? colour : rounded(colour, bits);
        });
    }
    if (!bytes) return {PNG_COLOR_TYPE_RGB, 8, {}, rgb(pixels)};
    Rows made{PNG_COLOR_TYPE_PALETTE, 8, {}, *std::move(bytes)};
    for (std::size_t i = 0; i < palette.count(); ++i)
        made.palette.push_back({static_cast<png_byte>(red(palette[i])),
                                static_cast<png_byte>(green(palette[i])),
                                static_cast<png_byte>(blue(palette[i]))});
    return made;
}

void append(png_structp png, png_bytep part, std::size_t length) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(part), length);
}

void nothing_to_flush(png_structp) {}

// libpng leaves by longjmp: nothing with a destructor is made here.
bool write(
    const Rows& rows, const std::string& packed, int width, int height, png_uint_32 dots_per_metre, std::string& to) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &to, append, nothing_to_flush);
    png_set_IHDR(png,
                 info,
                 static_cast<png_uint_32>(width),
                 static_cast<png_uint_32>(height),
                 rows.bits,
                 rows.colour_type,
                 PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (!rows.palette.empty()) png_set_PLTE(png, info, rows.palette.data(), static_cast<int>(rows.palette.size()));
    png_set_pHYs(png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_write_info(png, info);
    constexpr png_byte data[] = {'I', 'D', 'A', 'T', '\0'}, end[] = {'I', 'E', 'N', 'D', '\0'};
    png_write_chunk(png, data, reinterpret_cast<png_const_bytep>(packed.data()), packed.size());
    png_write_chunk(png, end, nullptr, 0);
    png_destroy_write_struct(&png, &info);
    return true;
}

Result<std::string> pack(const Rows& rows, int width, int height, Resolution resolution) {
    const auto packed = Deflater(png_packing).pack(rows.bytes);
    const auto dots_per_metre = static_cast<png_uint_32>(std::lround(resolution.dots_per_mm() * 1000));
    std::string bytes;
    if (!write(rows, packed, width, height, dots_per_metre, bytes)) return error(Cause::io, "render.failed", {"PNG"});
    return bytes;
}

} // namespace

Result<std::string> encode_png(const Pixels& pixels, Resolution resolution) {
    return pack(rows_of(pixels), pixels.width, pixels.height, resolution);
}

Result<std::string> encode_picture(const label::Picture& picture) {
    const auto samples = static_cast<std::size_t>(picture.samples);
    const auto width = static_cast<std::size_t>(picture.width);
    Rows rows{samples == 3 ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_GRAY_ALPHA, 8, {}, {}};
    for (std::size_t pixel = 0; pixel < width * static_cast<std::size_t>(picture.height); ++pixel) {
        if (pixel % width == 0) rows.bytes += '\0';
        for (std::size_t i = 0; i < samples; ++i)
            rows.bytes += static_cast<char>(picture.bytes[pixel * samples + i]);
        rows.bytes += static_cast<char>(picture.alpha.empty() ? 255 : picture.alpha[pixel]);
    }
    return pack(rows, picture.width, picture.height, Resolution::from_dpi(300));
}

} // namespace temsao::render
