// A line of the certificates, signed by a root key that signs anything, or of the revocations: no crash, and what is
// read is written and read again the same.
#include "trace/certificate.h"

#include "base/coding.h"
#include "holds.h"
#include "trace/minisign.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::trace;
    static const auto root = SecretKey::from_seed({7});
    const std::string line(data, data + size);
    if (const auto revocation = read_revocation(line)) HOLDS(*write_revocation(*revocation) == line);
    HOLDS(!read_certificate(line, root.public_key())); // unsigned
    const auto seal = temsao::base64(sodium::text_of(root.sign("temsao key certificate 1\n" + line)));
    const auto certificate = read_certificate(line + "\t" + seal, root.public_key());
    if (!certificate) return 0;
    if (const auto written = write_certificate(*certificate, root))
        HOLDS(*read_certificate(*written, root.public_key()) == *certificate);
    return 0;
}
