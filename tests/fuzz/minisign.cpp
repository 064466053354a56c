// A public key file and a signature file by a stranger: no crash; a key that is read is written and read again the
// same, and a signature that holds is one of the corpus's own, over "x".
#include "trace/minisign.h"

#include "holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::trace;
    static const auto key = SecretKey::from_seed({7});
    const std::string text(data, data + size);
    if (const auto read = read_minisign_key(text)) {
        HOLDS(*read_minisign_key(write_minisign_key(*read)) == *read);
        HOLDS(*read_minisign_key(minisign_key_line(*read)) == *read);
    }
    if (const auto comment = check_minisign("x", text, key.public_key())) {
        HOLDS(comment->find('\n') == comment->npos);
        HOLDS(!check_minisign("y", text, key.public_key()));
    }
    return 0;
}
