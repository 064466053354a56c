// A file that claims to be a secret key: no crash; what it says of itself is shown, or it is refused by name. Not
// opened with a password here, which takes half a second by design; tests/store/keys.cpp does that.
#include "store/key_file.h"

#include "holds.h"
#include "in_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao;
    static const Folder folder;
    const auto facts = store::read_key_file(folder.put("a.key", {data, data + size}));
    HOLDS(facts ? trace::PublicKey::parse(facts->public_key.base64()).ok()
                : !say(facts.error().what, Lang::vi).empty());
    return 0;
}
