#pragma once
// Inside `trace`: the parts of a signed note (c2sp.org/signed-note), and the keys that such notes name. Pure; any
// thread.
#include "trace/key.h"

#include <optional>
#include <vector>

namespace temsao::trace {

// The first byte of a verifier key says what its signatures are.
enum class SignatureType : char { ed25519 = 1, cosignature = 4 };

inline constexpr std::string_view signature_dash = "— ";

// One line, "— NAME base64(key hash, signature)".
struct SignatureLine {
    std::string_view line; // whole, with its newline
    std::string_view name;
    std::string hash, signature; // hash: the first four bytes
};

struct NoteParts {
    std::string_view text; // ends with a newline
    std::vector<SignatureLine> signatures;
};

// Empty for anything else, and for what is larger than a note may be. The parts point into `note`.
std::optional<NoteParts> take_note_apart(std::string_view note);

// Signature lines alone, as a witness answers; empty for anything else.
std::optional<std::vector<SignatureLine>> signature_lines(std::string_view lines);

std::string signature_line(std::string_view name, SignatureType type, const PublicKey& key, std::string_view signature);

bool is_key_name(std::string_view name); // no space, no plus sign
bool is_note_text(std::string_view text);
// The first four bytes of SHA-256(name, newline, type, key).
std::string key_hash(std::string_view name, SignatureType type, const PublicKey& key);

std::optional<sodium::Bytes64> bytes64(std::string_view text); // empty when it has another length

struct NamedKey {
    std::string name;
    PublicKey key;
};

// NAME+0a1b2c3d+base64; empty for anything else, and for another type.
std::optional<NamedKey> read_named_key(std::string_view text, SignatureType type);
std::string write_named_key(std::string_view name, SignatureType type, const PublicKey& key);

} // namespace temsao::trace
