#include "decode/decode.h"

#include "decode/formats.h"

#include <algorithm>
#include <fstream>

namespace temsao::decode {

PhotoKind kind_of_photo(std::string_view bytes) {
    if (bytes.starts_with("\xff\xd8\xff")) return PhotoKind::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return PhotoKind::png;
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return PhotoKind::webp;
    return PhotoKind::unknown;
}

namespace {

bool is_known(std::string_view bytes) {
    return kind_of_photo(bytes) != PhotoKind::unknown || !vips_loader(bytes).empty();
}

} // namespace

bool looks_like_picture(std::string_view start) {
    using namespace std::string_view_literals;
    if (kind_of_photo(start) != PhotoKind::unknown || !vips_loader(start).empty()) return true;
    constexpr std::string_view others[] = {
        "GIF87a", "GIF89a", "BM", "\xff\x0a", "\0\0\0\x0cJXL "sv, "\0\0\0\x0cjP  "sv, "8BPS"};
    const bool is_other = std::any_of(
        std::begin(others), std::end(others), [&](std::string_view other) { return start.starts_with(other); });
    return is_other || start.substr(0, 1024).find("%PDF-") != start.npos;
}

Result<photo::Photo> decode_photo(std::string_view bytes, std::string_view name) {
    if (bytes.empty()) return error(Cause::data, "photo.empty", {std::string(name)});
    switch (kind_of_photo(bytes)) {
    case PhotoKind::jpeg: return decode_jpeg(bytes, name);
    case PhotoKind::png: return decode_png(bytes, name);
    case PhotoKind::webp: return decode_webp(bytes, name);
    case PhotoKind::unknown: break;
    }
    if (!vips_loader(bytes).empty()) return decode_by_vips(bytes, name);
    return error(Cause::data, "photo.unknown", {std::string(name)});
}

Decoded decode_in_colour(std::string_view bytes, std::int64_t most_pixels) {
    switch (kind_of_photo(bytes)) {
    case PhotoKind::jpeg: return jpeg_in_colour(bytes, most_pixels);
    case PhotoKind::png: return png_in_colour(bytes, most_pixels);
    case PhotoKind::webp:
    case PhotoKind::unknown: break;
    }
    return {Refused::other_kind};
}

namespace {

bool is_pdf(std::string_view start) {
    return start.substr(0, 1024).find("%PDF-") != start.npos && !is_known(start);
}

} // namespace

int count_pictures(const std::filesystem::path& file) {
    std::string start(1024, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    if (vips_loader(start) == "tiffload") return count_tiff_pages(file);
    return is_pdf(start) ? count_pdf_pages(file) : 1;
}

// A PDF may begin with something else, so the others are asked first: a photo is never taken for one.
Outcome each_picture(const std::filesystem::path& file,
                     std::string_view bytes,
                     const std::function<void(int page, const photo::Photo&)>& each) {
    if (vips_loader(bytes) == "tiffload") return each_tiff_page(bytes, file.string(), each);
    if (is_pdf(bytes)) return each_pdf_page(file, each);
    each(0, TRY(decode_photo(bytes, file.string())));
    return done;
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

std::optional<photo::Colours> decode_colours(std::string_view bytes, const photo::PixelBox& box, int shrink) {
    switch (kind_of_photo(bytes)) {
    case PhotoKind::jpeg: return jpeg_colours(bytes, box, shrink);
    case PhotoKind::png: return png_colours(bytes, box);
    case PhotoKind::webp: return webp_colours(bytes, box);
    case PhotoKind::unknown: return {};
    }
    return {};
}

} // namespace temsao::decode
