#include "render/write.h"

#include "render/bitmap.h"
#include "render/font_library.h"
#include "render/png.h"

#include <cairo-pdf.h>

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

cairo_status_t append(void* bytes, const unsigned char* part, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(part), length);
    return CAIRO_STATUS_SUCCESS;
}

Outcome finished(const Surface& surface) {
    cairo_surface_finish(surface.get());
    const auto status = cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS) return error(Cause::io, "render.failed", {cairo_status_to_string(status)});
    return done;
}

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
    draw_page(cairo.get(), page, fonts, {.tone = tone, .dots = true});
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

Result<std::string> write_pdf(const std::vector<page::Page>& pages, const DocumentFacts& facts, const FontBook& fonts) {
    ENSURE(!pages.empty());
    std::string bytes;
    const auto& first = pages.front().size;
    const Surface surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, points(first.width), points(first.height)));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, facts.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "temsao");
    cairo_pdf_surface_set_metadata(
        surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, (facts.created.iso() + "T00:00:00Z").c_str());
    const Cairo cairo(cairo_create(surface.get()));
    for (const auto& page : pages) {
        cairo_pdf_surface_set_size(surface.get(), points(page.size.width), points(page.size.height));
        draw_page(cairo.get(), page, fonts, {});
        cairo_show_page(cairo.get());
    }
    if (auto whole = finished(surface); !whole) return whole.error();
    return bytes;
}

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
