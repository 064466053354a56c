#include "trace/note.h"

#include "base/coding.h"
#include "base/recorded_number.h"
#include "base/text.h"
#include "trace/note_lines.h"

#include <algorithm>

namespace temsao::trace {
Result<NoteVerifier> NoteVerifier::parse(std::string_view text) {
    auto read = read_named_key(text, SignatureType::ed25519);
    if (!read) return error(Cause::usage, "note.verifier", {std::string(text.substr(0, 200))});
    return NoteVerifier{std::move(read->name), read->key};
}

std::string NoteVerifier::text() const {
    return write_named_key(name, SignatureType::ed25519, key);
}

std::string sign_note(std::string_view text, std::string_view name, const SecretKey& key) {
    ENSURE(is_note_text(text) && is_key_name(name));
    const auto signature = key.sign(text);
    return std::string(text) + "\n" +
           signature_line(name, SignatureType::ed25519, key.public_key(), sodium::text_of(signature));
}

Result<std::string> open_note(std::string_view note, const NoteVerifier& verifier) {
    const auto parts = take_note_apart(note);
    if (!parts) return error(Cause::data, "note.form");
    const auto hash = key_hash(verifier.name, SignatureType::ed25519, verifier.key);
    bool is_signed = false;
    for (const auto& one : parts->signatures) {
        if (one.name != verifier.name || one.hash != hash) continue; // another's
        const auto signature = bytes64(one.signature);
        if (!signature || !verifier.key.verifies(parts->text, *signature))
            return error(Cause::data, "note.bad", {verifier.name});
        is_signed = true;
    }
    if (!is_signed) return error(Cause::data, "note.unsigned", {verifier.name});
    return std::string(parts->text);
}

std::string checkpoint_text(const Checkpoint& checkpoint) {
    return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
           temsao::base64(sodium::text_of(checkpoint.root)) + "\n";
}

std::string write_checkpoint(const Checkpoint& checkpoint, const SecretKey& key) {
    return sign_note(checkpoint_text(checkpoint), checkpoint.origin, key);
}

std::optional<Checkpoint> read_checkpoint_text(std::string_view text) {
    auto rest = text;
    const auto origin = take_line(rest), size = take_line(rest), root = take_line(rest);
    if (!root || !is_key_name(*origin)) return {};
    Checkpoint checkpoint;
    checkpoint.origin = *origin;
    const auto count = recorded_number(*size);
    if (!count) return {};
    checkpoint.size = *count;
    const auto hash = temsao::from_base64(*root);
    if (!hash || hash->size() != sizeof(merkle::Hash)) return {};
    std::copy(hash->begin(), hash->end(), checkpoint.root.begin());
    return checkpoint;
}

Result<Checkpoint> open_checkpoint(std::string_view note, const NoteVerifier& verifier) {
    const auto text = TRY(open_note(note, verifier));
    auto checkpoint = read_checkpoint_text(text);
    if (!checkpoint || checkpoint->origin != verifier.name) return error(Cause::data, "checkpoint.form");
    return *std::move(checkpoint);
}

} // namespace temsao::trace
