#pragma once
// Reads a password from the terminal without echo. It never goes through standard input or output, which may be files.
// One thread at a time, since there is one terminal.
#include <optional>
#include <string>

namespace temsao::cli {

// Shows `words` and reads a line of at most 1,000 bytes; if `again` is not empty, a second time, and both must agree.
// Empty when there is no terminal, at Ctrl-D, or when they differ.
std::optional<std::string> ask_passphrase(const std::string& words, const std::string& again);

// For the door's signal handler: turns the terminal's echo on again. Async-signal-safe.
void show_typing_again();

} // namespace temsao::cli
