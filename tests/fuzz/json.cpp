// JSON from outside: no crash; what is read can be copied, written and read again as the same document.
#include "job/json.h"

#include "holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto json = job::read_json(text, {.bytes = 1 << 16, .members = 100, .values = 1000});
    if (!json) return 0;
    const auto copy = *json;
    const auto written = job::dump(copy);
    const auto again = job::read_json(written);
    HOLDS(again && job::dump(*again) == written);
    return 0;
}
