// libpng writes the headers, libdeflate packs the rows: libpng's own zlib took five times as long for all else
// together. Rows go unfiltered: labels are flat surfaces, where trying filters costs more than it saves.
#include "render/png.h"

#include "render/deflate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <png.h>

namespace temsao::render {
namespace {

constexpr int packing = 1;
constexpr std::uint32_t colour_bits = 0xFFFFFF, black = 0, white = 0xFFFFFF;

unsigned blue(std::uint32_t pixel) {
    return pixel & 0xFF;
}

unsigned green(std::uint32_t pixel) {
    return pixel >> 8 & 0xFF;
}

unsigned red(std::uint32_t pixel) {
    return pixel >> 16 & 0xFF;
}

bool is_grey(std::uint32_t pixel) {
    return blue(pixel) == green(pixel) && green(pixel) == red(pixel);
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

    bool all(bool (*is)(std::uint32_t)) const { return std::all_of(colours_.begin(), colours_.begin() + count_, is); }

private:
    std::array<std::uint16_t, 1024> slots_ = {}; // number + 1, by hash
    std::array<std::uint32_t, most> colours_ = {};
    std::size_t count_ = 0;
};

// A picture ready to be packed: before each row a byte that says "no filter".
struct Rows {
    int colour_type = PNG_COLOR_TYPE_RGB, bits = 8;
    std::vector<png_color> palette;
    std::string bytes;
};

// One byte a pixel, the number of its colour; nothing when there are too many colours.
std::optional<std::string> numbered(const Pixels& pixels, Palette& palette) {
    std::string bytes(static_cast<std::size_t>(pixels.height) * (static_cast<std::size_t>(pixels.width) + 1), '\0');
    auto* to = bytes.data();
    std::uint32_t last = white;
    auto number = palette.number(last);
    for (int y = 0; y < pixels.height; ++y) {
        ++to;
        const auto* row = pixels.row(y);
        for (int x = 0; x < pixels.width; ++x) {
            const auto colour = row[x] & colour_bits;
            if (colour != last) {
                number = palette.number(colour);
                if (!number) return {};
                last = colour;
            }
            *to++ = static_cast<char>(*number);
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

// Several pixels to a byte, the first in the highest bits.
std::string narrowed(const std::string& bytes, const Pixels& pixels, int bits, const std::array<png_byte, 256>& value) {
    const auto width = static_cast<std::size_t>(pixels.width);
    const auto to_a_byte = static_cast<std::size_t>(8 / bits);
    std::string made;
    made.reserve(static_cast<std::size_t>(pixels.height) * (width / to_a_byte + 2));
    const auto* from = bytes.data();
    for (int y = 0; y < pixels.height; ++y) {
        made += *from++;
        for (std::size_t x = 0; x < width; x += to_a_byte) {
            unsigned byte = 0;
            for (std::size_t i = 0; i < to_a_byte; ++i)
                byte = byte << bits | (x + i < width ? value[static_cast<png_byte>(from[x + i])] : 0U);
            made += static_cast<char>(byte);
        }
        from += width;
    }
    return made;
}

Rows rows_of(const Pixels& pixels) {
    Palette palette;
    auto bytes = numbered(pixels, palette);
    if (!bytes) return {.palette = {}, .bytes = rgb(pixels)};
    Rows made{.palette = {}, .bytes = *std::move(bytes)};
    std::array<png_byte, 256> value;
    const bool two_tone = palette.all([](auto colour) { return colour == black || colour == white; });
    const bool grey = palette.all(is_grey);
    for (std::size_t i = 0; i < palette.count(); ++i)
        value[i] = static_cast<png_byte>(two_tone ? palette[i] & 1 : grey ? blue(palette[i]) : i);
    made.colour_type = grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_PALETTE;
    made.bits = two_tone ? 1 : grey || palette.count() > 16 ? 8 : palette.count() > 4 ? 4 : 2;
    made.bytes = narrowed(made.bytes, pixels, made.bits, value);
    for (std::size_t i = 0; !grey && i < palette.count(); ++i)
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
    const Rows& rows, const std::string& packed, const Pixels& pixels, png_uint_32 dots_per_metre, std::string& to) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &to, append, nothing_to_flush);
    png_set_IHDR(png,
                 info,
                 static_cast<png_uint_32>(pixels.width),
                 static_cast<png_uint_32>(pixels.height),
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

} // namespace

Result<std::string> encode_png(const Pixels& pixels, Resolution resolution) {
    const auto rows = rows_of(pixels);
    const auto packed = Deflater(packing).pack(rows.bytes);
    const auto dots_per_metre = static_cast<png_uint_32>(std::lround(resolution.dots_per_mm() * 1000));
    std::string bytes;
    if (!write(rows, packed, pixels, dots_per_metre, bytes)) return error(Cause::io, "render.failed", {"PNG"});
    return bytes;
}

} // namespace temsao::render
