#include "render/write.h"

#include "render/bitmap.h"
#include "render/png.h"
#include "render/raster.h"

#include <algorithm>

namespace temsao::render {

Result<std::string> write_png(const page::Page& page, Resolution resolution, const FontBook& fonts, Tone tone) {
    auto pictures = TRY(write_pngs({&page, 1}, resolution, fonts, tone));
    return std::move(pictures.front());
}

Result<std::vector<std::string>>
write_pngs(std::span<const page::Page> pages, Resolution resolution, const FontBook& fonts, Tone tone) {
    Raster raster(pages, resolution, fonts, tone);
    std::vector<std::string> pictures;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto pixels = TRY(raster.draw(i));
        auto picture = TRY(encode_png(pixels, resolution));
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

Result<Bitmap> draw_bitmap(const page::Page& page, Resolution resolution, const FontBook& fonts) {
    Raster raster({&page, 1}, resolution, fonts, Tone::one_bit);
    const auto pixels = TRY(raster.draw(0));
    Bitmap bitmap{pixels.width, pixels.height, {}};
    bitmap.bytes.resize(static_cast<std::size_t>(bitmap.row_bytes()) * bitmap.height);
    for (int y = 0; y < bitmap.height; ++y) {
        const auto* pixel = pixels.row(y);
        auto* row = bitmap.bytes.data() + static_cast<std::size_t>(y) * bitmap.row_bytes();
        for (int x = 0; x < bitmap.width; x += 8) {
            const int dots = std::min(8, bitmap.width - x);
            unsigned bits = 0;
            for (int dot = 0; dot < dots; ++dot)
                bits = bits << 1 | (pixel[x + dot] == 0 ? 1u : 0u);
            row[x / 8] = static_cast<std::uint8_t>(bits << (8 - dots));
        }
    }
    return bitmap;
}

} // namespace temsao::render
