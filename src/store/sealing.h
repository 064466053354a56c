#pragma once
// Bytes sealed by a password, as five lines of text: passes, memory, salt, nonce, box (trace/FORMAT.md, key file). Any
// thread.
#include "base/result.h"

namespace temsao::store {

// The password counts in every spelling (base/password.h). Errors: key.passphrase_short {least} (fewer than eight
// characters), key.memory {megabytes}.
Result<std::string> seal(std::string_view plain, std::string_view typed);

// `name` is named in errors: key.file {name} (not such lines, or altered), key.passphrase {name} (wrong).
Result<std::string> unseal(std::string_view lines, std::string_view passphrase, const std::string& name);

// Has it the form of such lines? What is in the box only unseal() can tell.
bool is_sealed(std::string_view lines);

} // namespace temsao::store
