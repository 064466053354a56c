#include "photo/photo.h"

#include "decode/decode.h"
#include "scan/read.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto photo = temsao::decode::decode_photo({reinterpret_cast<const char*>(bytes), size}, "fuzz");
    if (photo && photo->width * photo->height < 250'000) temsao::scan::read_symbols(*photo);
    return 0;
}
