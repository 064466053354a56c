#include "press/picture_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    (void)temsao::press::decode_picture({reinterpret_cast<const char*>(bytes), size}, "fuzz").ok();
    return 0;
}
