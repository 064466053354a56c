#pragma once
// The key with which this machine signs as a witness for other logs: witness.key in the data directory, mode 0600 and
// without a password, since every answer signs. No backup has it: a witness that went back to an older state would sign
// a second history, so a restored machine is a new witness, with a key of its own.
// Any thread and any process.
#include "trace/cosignature.h"

#include <filesystem>

namespace temsao::store {

struct WitnessKey {
    trace::Witness witness; // "ocop-witness/042318777", its digits the key's id
    trace::SecretKey secret;
};

inline constexpr auto witness_key_name = "witness.key";

// Empty when this machine has none. Errors: those of load_log_key.
Result<std::optional<WitnessKey>> load_witness_key(const std::filesystem::path& home);

// Made when there is none. Errors also: file.unwritable, file.locked.
Result<WitnessKey> own_witness_key(const std::filesystem::path& home);

} // namespace temsao::store
