#include "render/deflate.h"

#include "base/check.h"

#include <libdeflate.h>

namespace temsao::render {

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
    ENSURE(compressor_);
}

Deflater::~Deflater() {
    libdeflate_free_compressor(compressor_);
}

std::string Deflater::pack(std::string_view bytes) const {
    std::string packed(libdeflate_zlib_compress_bound(compressor_, bytes.size()), '\0');
    packed.resize(libdeflate_zlib_compress(compressor_, bytes.data(), bytes.size(), packed.data(), packed.size()));
    ENSURE(!packed.empty());
    return packed;
}

} // namespace temsao::render
