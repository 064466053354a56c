// A proof of the log, a checkpoint, a signed note and the key line that belongs to them: no crash. As a proof, what
// stands after the first empty line is signed by the log's key if a note may hold it, so that the hashes are looked at
// too.
#include "trace/log_proof.h"

#include "base/text.h"
#include "holds.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::trace;
    static const auto key = SecretKey::from_seed({7});
    static const NoteVerifier verifier{"ocop-log/1", key.public_key()};
    const std::string text(data, data + size);
    if (const auto named = NoteVerifier::parse(text))
        HOLDS(NoteVerifier::parse(named->text())->text() == named->text());
    HOLDS(!check_proof(text, verifier) || text.find("\n\n") != text.npos);
    if (const auto checkpoint = open_checkpoint(text, verifier)) HOLDS(checkpoint->size >= 0);
    const auto head_end = text.find("\n\n");
    if (head_end == text.npos) return 0;
    const auto signed_text = text.substr(head_end + 2);
    const auto is_control = [](char c) { return c != '\n' && (static_cast<unsigned char>(c) < 32 || c == 127); };
    if (!signed_text.ends_with('\n') || !temsao::is_utf8(signed_text) ||
        std::any_of(signed_text.begin(), signed_text.end(), is_control))
        return 0;
    const auto proved =
        check_proof(text.substr(0, head_end + 2) + sign_note(signed_text, verifier.name, key), verifier);
    if (proved) HOLDS(proved->index >= 0 && proved->index < std::max<std::int64_t>(1, proved->checkpoint.size));
    return 0;
}
