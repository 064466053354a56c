#include "scan/photo.h"

#include "scan/photo_formats.h"

namespace temsao::scan {

PhotoKind kind_of_photo(std::string_view bytes) {
    if (bytes.starts_with("\xff\xd8\xff")) return PhotoKind::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return PhotoKind::png;
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return PhotoKind::webp;
    return PhotoKind::unknown;
}

Result<Photo> decode_photo(std::string_view bytes, std::string_view name) {
    switch (kind_of_photo(bytes)) {
    case PhotoKind::jpeg: return decode_jpeg(bytes, name);
    case PhotoKind::png: return decode_png(bytes, name);
    case PhotoKind::webp: return decode_webp(bytes, name);
    case PhotoKind::unknown: break;
    }
    return error(Cause::data, "photo.unknown", {std::string(name)});
}

bool is_pdf(std::string_view bytes) {
    return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

Outcome check_pixels(std::int64_t width, std::int64_t height, std::string_view name) {
    if (width <= 0 || height <= 0 || width > most_photo_pixels || height > most_photo_pixels ||
        width * height > most_photo_pixels)
        return error(Cause::data,
                     "photo.too_many_pixels",
                     {std::string(name),
                      std::to_string(width),
                      std::to_string(height),
                      std::to_string(most_photo_pixels / 1'000'000)});
    return done;
}

} // namespace temsao::scan
