#pragma once
// Signature files of minisign (https://jedisct1.github.io/minisign), so that the standard program checks what we
// publish and we check what it signed. Both kinds: "ED", over the BLAKE2b hash of the file, which we write; "Ed", over
// the file itself, which older programs wrote. Files have four lines, at most 4 KB. Any thread.
#include "trace/key.h"

namespace temsao::trace {

enum class Minisign { hashed, legacy };

// The text of a public key file, for `minisign -V -p`; and only its second line, "RW…", for `minisign -V -P`, which
// people pass on.
std::string write_minisign_key(const PublicKey& key);
std::string minisign_key_line(const PublicKey& key);
Result<PublicKey> read_minisign_key(std::string_view text); // either; errors minisign.key, key.unsound

// The text of a signature file. `trusted_comment` is signed as well: one line, no control characters (ENSURE).
std::string minisign(std::string_view bytes,
                     const SecretKey& key,
                     std::string_view trusted_comment,
                     Minisign kind = Minisign::hashed);

// The trusted comment, when the signature file fits `bytes` and `key`. Errors (Cause::data): minisign.form (not a
// signature file), minisign.other_key {key id}, minisign.bad (bytes or comment were altered).
Result<std::string> check_minisign(std::string_view bytes, std::string_view signature_file, const PublicKey& key);

// The same, but empty where check_minisign gives minisign.bad.
Result<std::optional<std::string>>
minisign_comment(std::string_view bytes, std::string_view signature_file, const PublicKey& key);

} // namespace temsao::trace
