#pragma once
// Inside `store`: a secret key in a file of mode 0600 without a password, for keys that sign without a person: the
// log's and the witness's. That no two make one at once is the caller's concern.
#include "trace/key.h"

#include <filesystem>

namespace temsao::store {

// `framing` is what stands before the seed: "temsao log key 1\nseed: ". Empty when there is no file. Errors: key.file
// {path} (another kind of file, or altered), key.open {path} (others may read it), those of system/file.h.
Result<std::optional<trace::SecretKey>> read_seed_file(const std::filesystem::path& path, std::string_view framing);

// A new key. Errors: those of system/file.h.
Result<trace::SecretKey> make_seed_file(const std::filesystem::path& path, std::string_view framing);

std::string nine_digits(const trace::PublicKey& key); // its id, for names

} // namespace temsao::store
