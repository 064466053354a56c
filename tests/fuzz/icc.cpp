// Whatever the bytes: no crash; what passes is a profile with a name that may be shown, and no longer than it says.
#include "render/icc.h"

#include "holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto profile = temsao::render::read_output_profile(bytes, "fuzz");
    if (!profile) return 0;
    HOLDS(!profile->condition.empty() && profile->condition.size() <= 1000);
    HOLDS(bytes.starts_with(profile->bytes) && profile->bytes.size() >= 132);
    return 0;
}
