// The one reader of PNG: libpng's simplified interface, which turns every kind of PNG into 8 bits a sample over white.
#include "decode/formats.h"

#include <algorithm>
#include <png.h>

namespace temsao::decode {
namespace {

// The resolution that the file states, which the simplified interface does not hand out: chunk pHYs, dots per metre,
// somewhere before the picture (PNG, third edition, 11.3.4.3).
std::optional<double> dpi_of(std::string_view png) {
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<std::uint8_t>(png[at + i]);
        return value;
    };
    for (std::size_t at = 8; at + 12 <= png.size(); at += 12 + std::size_t{number(at)}) {
        const auto kind = png.substr(at + 4, 4);
        if (kind == "IDAT") break;
        if (kind == "pHYs" && number(at) == 9 && at + 17 <= png.size() && png[at + 16] == 1 && number(at + 8) > 0)
            return number(at + 8) * 0.0254;
    }
    return {};
}

// A picture that hides all below it everywhere has no alpha.
void part_alpha(InColour& picture, const std::vector<std::uint8_t>& with_alpha) {
    const auto samples = static_cast<std::size_t>(picture.samples);
    for (std::size_t i = 0; i < with_alpha.size(); i += samples + 1) {
        const auto alpha = with_alpha[i + samples];
        picture.alpha.push_back(alpha);
        for (std::size_t j = 0; j < samples; ++j)
            picture.bytes.push_back(alpha == 0 ? std::uint8_t{255} : with_alpha[i + j]);
    }
    if (std::all_of(picture.alpha.begin(), picture.alpha.end(), [](auto alpha) { return alpha == 255; }))
        picture.alpha.clear();
}

struct Free {
    png_image* image;

    ~Free() { png_image_free(image); }
};

} // namespace

Result<photo::Photo> decode_png(std::string_view bytes, std::string_view name) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const Free free{&image};

    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()))
        return error(Cause::data, "photo.broken", {std::string(name), image.message});
    TRY(check_pixels(image.width, image.height, name));
    image.format = PNG_FORMAT_GRAY;
    photo::Photo photo{static_cast<int>(image.width), static_cast<int>(image.height), {}, 1, false};
    photo.grey.assign(PNG_IMAGE_SIZE(image), 255);
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, photo.grey.data(), 0, nullptr))
        return error(Cause::data, "photo.broken", {std::string(name), image.message});
    photo.dpi = dpi_of(bytes);
    return photo;
}

std::optional<photo::Colours> png_colours(std::string_view bytes, const photo::PixelBox& box) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const Free free{&image};
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return {};
    if (!(image.format & PNG_FORMAT_FLAG_COLOR) || !check_pixels(image.width, image.height, "")) return {};
    image.format = PNG_FORMAT_RGB;
    std::vector<std::uint8_t> rgb(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, rgb.data(), 0, nullptr)) return {};
    photo::Colours colours;
    if (!place_box(colours, box, static_cast<int>(image.width), static_cast<int>(image.height))) return {};
    for (int row = colours.top; row < colours.top + colours.height; ++row)
        take_row(colours, row, rgb.data() + static_cast<std::size_t>(row) * image.width * 3);
    return colours;
}

Decoded png_in_colour(std::string_view bytes, std::int64_t most_pixels) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const Free free{&image};
    Decoded made;
    auto& picture = made.picture;
    const auto damaged = [&] { return Decoded{Refused::damaged, image.message}; };
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return damaged();
    picture.width = static_cast<int>(image.width);
    picture.height = static_cast<int>(image.height);
    if (std::int64_t{image.width} * image.height > most_pixels) {
        made.refused = Refused::too_large;
        return made;
    }
    picture.samples = (image.format & PNG_FORMAT_FLAG_COLOR) != 0 ? 3 : 1;
    if ((image.format & PNG_FORMAT_FLAG_ALPHA) == 0) {
        image.format = picture.samples == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
        picture.bytes.assign(PNG_IMAGE_SIZE(image), 255);
        if (!png_image_finish_read(&image, nullptr, picture.bytes.data(), 0, nullptr)) return damaged();
        return made;
    }
    image.format = picture.samples == 3 ? PNG_FORMAT_RGBA : PNG_FORMAT_GA;
    std::vector<std::uint8_t> with_alpha(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, nullptr, with_alpha.data(), 0, nullptr)) return damaged();
    part_alpha(picture, with_alpha);
    return made;
}

} // namespace temsao::decode
