#include "render/write.h"

#include "render/bitmap.h"
#include "render/draw.h"
#include "render/png.h"

namespace temsao::render {
namespace {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

struct DestroyCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Cairo = std::unique_ptr<cairo_t, DestroyCairo>;

constexpr std::int64_t most_pixels = 200'000'000;
constexpr unsigned char half_covered = 128;

// The page as pixels; with Tone::one_bit each is black or white.
Result<Surface> draw_dots(const page::Page& page, Resolution resolution, const FontBook& fonts, Tone tone) {
    const int width = resolution.nearest_dot(page.size.width).value;
    const int height = resolution.nearest_dot(page.size.height).value;
    if (std::int64_t{width} * height > most_pixels)
        return error(Cause::data, "render.too_large", {std::to_string(std::int64_t{width} * height / 1'000'000)});
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const Cairo cairo(cairo_create(surface.get()));
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    const double dots_per_point = resolution.dots_per_mm() * 25.4 / 72;
    cairo_scale(cairo.get(), dots_per_point, dots_per_point);
    draw_page(cairo.get(), page, fonts, tone);
    cairo_surface_flush(surface.get());
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS)
        return error(Cause::io, "render.failed", {cairo_status_to_string(cairo_status(cairo.get()))});
    if (tone == Tone::one_bit) {
        auto* pixels = cairo_image_surface_get_data(surface.get());
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
        for (std::size_t i = 0; i < stride * static_cast<std::size_t>(height); ++i)
            pixels[i] = pixels[i] < half_covered ? 0 : 255;
    }
    return surface;
}

Pixels pixels_of(const Surface& surface) {
    return {cairo_image_surface_get_data(surface.get()),
            static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())),
            cairo_image_surface_get_width(surface.get()),
            cairo_image_surface_get_height(surface.get())};
}

} // namespace

Result<std::string> write_png(const page::Page& page, Resolution resolution, const FontBook& fonts, Tone tone) {
    const auto surface = draw_dots(page, resolution, fonts, tone);
    if (!surface) return surface.error();
    return encode_png(pixels_of(*surface), resolution);
}

Result<Bitmap> draw_bitmap(const page::Page& page, Resolution resolution, const FontBook& fonts) {
    const auto surface = draw_dots(page, resolution, fonts, Tone::one_bit);
    if (!surface) return surface.error();
    const auto pixels = pixels_of(*surface);
    Bitmap bitmap{pixels.width, pixels.height, {}};
    bitmap.bytes.resize(static_cast<std::size_t>(bitmap.row_bytes()) * bitmap.height);
    for (int y = 0; y < bitmap.height; ++y) {
        const auto* pixel = pixels.first + static_cast<std::size_t>(y) * pixels.stride;
        auto* row = bitmap.bytes.data() + static_cast<std::size_t>(y) * bitmap.row_bytes();
        for (int x = 0; x < bitmap.width; ++x)
            if (pixel[4 * x] == 0) row[x / 8] |= static_cast<std::uint8_t>(0x80 >> x % 8);
    }
    return bitmap;
}

} // namespace temsao::render
