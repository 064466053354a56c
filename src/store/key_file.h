#pragma once
// A secret key as a file: mode 0600, encrypted with a password (trace/FORMAT.md). Any thread may use its own.
#include "trace/key.h"

#include <filesystem>

namespace temsao::store {

// Writes the key under a name that nothing has yet. `owner` is shown when the password is asked for. Errors:
// key.exists {path}, key.passphrase_short {least} (fewer than eight characters), key.memory {megabytes}, those of
// system/file.h.
Outcome save_key(const std::filesystem::path& path,
                 const trace::SecretKey& key,
                 std::string_view owner,
                 std::string_view passphrase);

// What a key file says without its password. Errors: key.file {path}, those of system/file.h.
struct KeyFileFacts {
    std::string owner;
    trace::PublicKey public_key;
};

Result<KeyFileFacts> read_key_file(const std::filesystem::path& path);

// Errors: key.file {path} (not a key file, or altered), key.passphrase {path} (wrong), key.open {path} (others may read
// the file), key.memory, those of system/file.h.
Result<trace::SecretKey> load_key(const std::filesystem::path& path, std::string_view passphrase);

} // namespace temsao::store
