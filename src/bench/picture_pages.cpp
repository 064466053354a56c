#include "bench/picture_pages.h"

#include "decode/decode.h"

namespace temsao::bench {

int pages_of(const std::filesystem::path& file) {
    return decode::count_pictures(file);
}

} // namespace temsao::bench
