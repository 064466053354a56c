// A file of checks by a stranger: no crash; a check that is read is written and read again the same, on one line.
#include "bench/sightings.h"
#include "holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto check = bench::read_check(line);
        if (!check) continue;
        const auto written = bench::write_check(*check);
        HOLDS(written.find('\n') == written.size() - 1);
        const auto again = bench::read_check(std::string_view(written).substr(0, written.size() - 1));
        HOLDS(again && store::id_of(*again) == store::id_of(*check));
    }
    return 0;
}
