#pragma once
// Inside `render` only: bytes compressed as zlib streams; only this file uses libdeflate. One thread at a time.
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace temsao::render {

class Deflater {
public:
    // 1 fast … 12 small.
    explicit Deflater(int level);
    ~Deflater();

    std::string pack(std::string_view bytes) const;

private:
    libdeflate_compressor* compressor_;
};

} // namespace temsao::render
