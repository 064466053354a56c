#include "bench/picture_pages.h"

#include "decode/whole.h"
#include "photo/turn.h"
#include "system/file.h"

namespace temsao::bench {

int pages_of(const std::filesystem::path& file) {
    return decode::count_pictures(file);
}

Result<std::string> heic_as_jpeg(const std::filesystem::path& file) {
    constexpr int most_wide = 4096; // as much as a phone looks at
    const auto bytes = TRY(read_file(file, decode::most_photo_bytes));
    if (!decode::is_heic(bytes)) return error(Cause::data, "photo.not_heic");
    const auto picture = decode::whole_in_colour(file, bytes, 0, 1);
    if (!picture) return error(Cause::data, "photo.broken", {"HEIC", "libvips"});
    return decode::jpeg_of(photo::turned(*picture, 1, most_wide)); // libvips turned it
}

} // namespace temsao::bench
