// The one user of libpng in `scan`: its simplified interface, which turns every kind of PNG into 8-bit grey over white.
#include "scan/photo_formats.h"

#include <png.h>

namespace temsao::scan {

Result<Photo> decode_png(std::string_view bytes, std::string_view name) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;

    struct Free {
        png_image* image;

        ~Free() { png_image_free(image); }
    } free{&image};

    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()))
        return error(Cause::data, "photo.broken", {std::string(name), image.message});
    if (auto fits = check_pixels(image.width, image.height, name); !fits) return fits.error();
    image.format = PNG_FORMAT_GRAY;
    Photo photo{static_cast<int>(image.width), static_cast<int>(image.height), {}, 1, false};
    photo.grey.assign(PNG_IMAGE_SIZE(image), 255);
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, photo.grey.data(), 0, nullptr))
        return error(Cause::data, "photo.broken", {std::string(name), image.message});
    return photo;
}

} // namespace temsao::scan
