#include "label/template.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    (void)temsao::label::parse_template({reinterpret_cast<const char*>(bytes), size}, "fuzz").ok();
    return 0;
}
