#pragma once
// Inside `decode` only: one decoder for each picture format.
#include "decode/decode.h"
#include "decode/in_colour.h"

namespace temsao::decode {

Result<photo::Photo> decode_jpeg(std::string_view bytes, std::string_view name);
Result<photo::Photo> decode_png(std::string_view bytes, std::string_view name);
Result<photo::Photo> decode_webp(std::string_view bytes, std::string_view name);

enum class PhotoKind { unknown, jpeg, png, webp };

PhotoKind kind_of_photo(std::string_view bytes); // by content

// Empty when the photo has no colour or cannot be decoded.
std::optional<photo::Colours> jpeg_colours(std::string_view bytes, const photo::PixelBox& box, int shrink);
std::optional<photo::Colours> png_colours(std::string_view bytes, const photo::PixelBox& box);
std::optional<photo::Colours> webp_colours(std::string_view bytes, const photo::PixelBox& box);

Decoded jpeg_in_colour(std::string_view bytes, std::int64_t most_pixels);
Decoded png_in_colour(std::string_view bytes, std::int64_t most_pixels);

// "heifload", "tiffload"; empty for formats that are not read with libvips.
std::string_view vips_loader(std::string_view bytes);
Result<photo::Photo> decode_by_vips(std::string_view bytes,
                                    std::string_view name); // the first page, if there are several
Outcome each_tiff_page(std::string_view bytes,
                       std::string_view name,
                       const std::function<void(int, const photo::Photo&)>& each);

// A whole picture in colour: of libvips' formats (`page` counts from 0), of a PDF (from 1).
std::optional<photo::Colours> vips_colours(std::string_view bytes, int page);
std::optional<photo::Colours> pdf_colours(const std::filesystem::path& file, int page, int shrink);

int count_tiff_pages(const std::filesystem::path& file);
int count_pdf_pages(const std::filesystem::path& file);

// Error photo.too_many_pixels.
Outcome check_pixels(std::int64_t width, std::int64_t height, std::string_view name);

} // namespace temsao::decode
