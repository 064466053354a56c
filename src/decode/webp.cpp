// The one user of libwebp: photos as messengers hand them on. Of animations the first picture is not read: they are no
// photos. EXIF is ignored, as browsers do.
#include "decode/formats.h"

#include <algorithm>
#include <webp/decode.h>

namespace temsao::decode {

Result<photo::Photo> decode_webp(std::string_view bytes, std::string_view name) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto broken = [&](const char* why) { return error(Cause::data, "photo.broken", {std::string(name), why}); };
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config) || WebPGetFeatures(data, bytes.size(), &config.input) != VP8_STATUS_OK)
        return broken("WebP");
    if (config.input.has_animation) return error(Cause::data, "photo.animation", {std::string(name)});
    const int width = config.input.width, height = config.input.height;
    TRY(check_pixels(width, height, name));
    // Brightness is the file's own Y plane; what is transparent lies on white, as on a page.
    photo::Photo photo{width, height, {}, 1, false};
    const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const auto chroma = static_cast<std::size_t>((width + 1) / 2) * static_cast<std::size_t>((height + 1) / 2);
    photo.grey.assign(pixels, 255);
    std::vector<std::uint8_t> u(chroma), v(chroma), opacity(pixels, 255);
    config.output.colorspace = MODE_YUVA;
    config.output.is_external_memory = 1;
    auto& planes = config.output.u.YUVA;
    planes = {photo.grey.data(),
              u.data(),
              v.data(),
              opacity.data(),
              width,
              (width + 1) / 2,
              (width + 1) / 2,
              width,
              pixels,
              chroma,
              chroma,
              pixels};
    if (WebPDecode(data, bytes.size(), &config) != VP8_STATUS_OK) return broken("WebP");
    for (std::size_t i = 0; i < pixels; ++i) {
        const int full = std::clamp((photo.grey[i] - 16) * 255 / 219, 0, 255); // from video range
        photo.grey[i] = static_cast<std::uint8_t>(255 + (full - 255) * opacity[i] / 255);
    }
    return photo;
}

std::optional<photo::Colours> webp_colours(std::string_view bytes, const photo::PixelBox& box) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config) || WebPGetFeatures(data, bytes.size(), &config.input) != VP8_STATUS_OK)
        return {};
    const int width = config.input.width, height = config.input.height;
    photo::Colours colours;
    if (config.input.has_animation || !check_pixels(width, height, "") || !place_box(colours, box, width, height))
        return {};
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    config.output.colorspace = MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {rgb.data(), width * 3, rgb.size()};
    if (WebPDecode(data, bytes.size(), &config) != VP8_STATUS_OK) return {};
    for (int row = colours.top; row < colours.top + colours.height; ++row)
        take_row(colours, row, rgb.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(width) * 3);
    return colours;
}

} // namespace temsao::decode
