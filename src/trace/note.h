#pragma once
// Signed notes and log checkpoints, in C2SP's form (c2sp.org/signed-note, c2sp.org/tlog-checkpoint), so that public
// tools can read ours:
//
//     ocop-log/042318777          the log's name
//     1000                        how many entries it has
//     3QmwbQ…=                    the root of its Merkle tree (trace/merkle.h)
//
//     — ocop-log/042318777 x08go/ZJ…     Ed25519, the first four bytes say which key
//
// Pure; any thread.
#include "trace/key.h"
#include "trace/merkle.h"

namespace temsao::trace {

inline constexpr std::size_t largest_note = 64 << 10; // bytes

// A signer whose notes are accepted: a name and a key, written name+0a1b2c3d+base64 as other tools do.
struct NoteVerifier {
    std::string name; // no space, no plus sign
    PublicKey key;

    // Error note.verifier {text} (Cause::usage).
    static Result<NoteVerifier> parse(std::string_view text);
    std::string text() const;
};

// The name in the text of a NoteVerifier, as stores keep it; all of a text without a plus sign.
inline std::string name_of_verifier(std::string_view text) {
    return std::string(text.substr(0, text.find('+')));
}

// `text` ends with a newline and holds no other control character (ENSURE).
std::string sign_note(std::string_view text, std::string_view name, const SecretKey& key);

// The text of a note that the verifier's key signed; other signatures are ignored. Errors (Cause::data): note.form,
// note.unsigned {name} (no signature of this key), note.bad {name} (a wrong signature of this key).
Result<std::string> open_note(std::string_view note, const NoteVerifier& verifier);

struct Checkpoint {
    std::string origin;
    std::int64_t size = 0;
    merkle::Hash root = {};
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

std::string checkpoint_text(const Checkpoint& checkpoint); // its three lines, unsigned
// Further lines are passed over. Empty for anything else; its signature is the caller's to check.
std::optional<Checkpoint> read_checkpoint_text(std::string_view text);

std::string write_checkpoint(const Checkpoint& checkpoint, const SecretKey& key);

// Errors: those of open_note; checkpoint.form (Cause::data), also when the origin is not the verifier's name.
Result<Checkpoint> open_checkpoint(std::string_view note, const NoteVerifier& verifier);

} // namespace temsao::trace
