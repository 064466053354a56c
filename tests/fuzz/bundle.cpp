// A payload as it comes, signed by a root key that signs anything: no crash, no growth beyond the limits, and what is
// read can be written and read again.
#include "trace/bundle.h"

#include "holds.h"
#include "trace/minisign.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::trace;
    static const auto root = SecretKey::from_seed({7});
    const std::string payload(data, data + size);
    const auto signature = minisign(payload, root, "fuzz");
    const std::string form = payload.starts_with("temsao payload 2\n") ? "2" : "1";
    const auto file =
        "temsao bundle " + form + "\nsignature: " + std::to_string(signature.size()) + "\n" + signature + payload;
    HOLDS(!read_bundle(payload, root.public_key())); // unsigned
    const auto bundle = read_bundle(file, root.public_key());
    if (!bundle) return 0;
    HOLDS(bundle->list.size() <= largest_unpacked);
    if (const auto again = write_bundle(*bundle, root)) {
        const auto back = read_bundle(*again, root.public_key());
        HOLDS(back->list == bundle->list);
        HOLDS(back->records.has_value() == bundle->records.has_value());
        HOLDS(!back->records || back->records->lots == bundle->records->lots);
    }
    return 0;
}
