#pragma once
// The key that signs the log's checkpoints: made on first use in the data directory, log.key, mode 0600 and without a
// password, since every print run signs. It signs checkpoints only; the log's name is derived from it.
// Any thread; that no two make a key at once is the caller's concern (the ledger does it under its lock).
#include "trace/note.h"

#include <filesystem>

namespace temsao::store {

struct LogKey {
    trace::NoteVerifier verifier;
    trace::SecretKey secret;
};

std::filesystem::path log_key_file(const std::filesystem::path& home);

// Empty when the directory has none. Errors: key.file {path} (not a log key, or altered), key.open {path} (others may
// read it), those of system/file.h.
// With a `name`, the key that was put aside for the log of that name.
Result<std::optional<LogKey>> load_log_key(const std::filesystem::path& home, const std::string& name = {});

// Errors: those of system/file.h. Never replaces a key: call it only when there is none.
Result<LogKey> make_log_key(const std::filesystem::path& home);

// The key, if there is one, is kept as NAME.key, the log's name and signs no more. Error file.unwritable.
Outcome put_log_key_aside(const std::filesystem::path& home);

} // namespace temsao::store
