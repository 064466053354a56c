#include "trace/deflate.h"

#include "base/check.h"

#include <zlib.h>

namespace temsao::trace {

std::string deflate(std::string_view bytes) {
    auto length = compressBound(static_cast<uLong>(bytes.size()));
    std::string packed(length, '\0');
    const int result = compress2(reinterpret_cast<Bytef*>(packed.data()),
                                 &length,
                                 reinterpret_cast<const Bytef*>(bytes.data()),
                                 static_cast<uLong>(bytes.size()),
                                 Z_BEST_COMPRESSION);
    ENSURE(result == Z_OK); // the bound is enough
    packed.resize(length);
    return packed;
}

std::optional<std::string> inflate(std::string_view packed, std::size_t size) {
    std::string bytes(size + 1, '\0'); // one more, to notice when there is more
    auto length = static_cast<uLongf>(bytes.size());
    auto taken = static_cast<uLong>(packed.size());
    const int result = uncompress2(
        reinterpret_cast<Bytef*>(bytes.data()), &length, reinterpret_cast<const Bytef*>(packed.data()), &taken);
    if (result != Z_OK || length != size || taken != packed.size()) return {};
    bytes.resize(size);
    return bytes;
}

} // namespace temsao::trace
