#pragma once
// Photo: one picture in grey, as stored in the file. JPEG, PNG, WebP, HEIC, AVIF and TIFF are recognised by content,
// never by name; limits are checked against the header before any pixel is decoded. The last three are decoded by
// libvips' programs, in separate processes. Unchanged once made; any thread may read it.
#include "base/result.h"
#include "photo/colours.h"

#include <filesystem>

namespace temsao::decode {

inline constexpr std::uint64_t most_photo_bytes = 64ull << 20;
inline constexpr std::int64_t most_photo_pixels = 100'000'000;

// Whether a file that begins so (1,024 bytes are enough) is a picture or a PDF, also of a kind that is not read: by its
// content, whatever its name.
bool looks_like_picture(std::string_view start);

// Errors (Cause::data): photo.empty {name}, photo.animation {name}, photo.unknown {name}, photo.too_many_pixels {name,
// width, height, limit in megapixels}, photo.broken {name, why}, photo.too_slow {name, seconds}; photo.no_vips {name}
// (Cause::io).
Result<photo::Photo> decode_photo(std::string_view bytes, std::string_view name);

// Hands out every picture of a file: a single photo as page 0, or the pages of a PDF or of a TIFF with several,
// numbered from 1. `bytes` is the content of `file`. Errors: those of decode_photo and each_pdf_page,
// photo.too_many_pages {name, pages, limit}; pages before the failed one were already handed out.
Outcome each_picture(const std::filesystem::path& file,
                     std::string_view bytes,
                     const std::function<void(int page, const photo::Photo&)>& each);

// How many pictures each_picture() would hand out, found without decoding any, within ten seconds: of a PDF or a TIFF
// its pages. 1 for every other file, and for one that is not understood: reading it will tell.
int count_pictures(const std::filesystem::path& file);

// The pages of a PDF at 300 dpi (less for pages larger than A2), one after the other, by poppler's programs in separate
// processes with limits: 2 GB of memory, `seconds_a_page` of CPU time and twice that by the clock. `each` gets the
// page's number from 1. Errors: pdf.no_poppler (Cause::io), pdf.broken {name}, pdf.password {name}, pdf.too_slow {name,
// seconds}, pdf.too_many_pages {name, pages, limit} (Cause::data).
Outcome each_pdf_page(const std::filesystem::path& file,
                      const std::function<void(int page, const photo::Photo&)>& each,
                      int seconds_a_page = 30);

// The box is cut to the photo. `shrink`: how much less fine will do. Nothing for a photo in grey, one that breaks off,
// or of a format whose colours are not read (PDF).
std::optional<photo::Colours> decode_colours(std::string_view bytes, const photo::PixelBox& box, int shrink);

} // namespace temsao::decode
