#pragma once
// A passphrase typed at the terminal, unseen. It never passes through standard input or output, which may be files.
#include <optional>
#include <string>

namespace temsao::cli {

// Shows `words` and reads a line of at most 1,000 bytes; with `again` not empty a second time, and both must agree.
// Nothing when there is no terminal, at Ctrl-D, or when they differ.
std::optional<std::string> ask_passphrase(const std::string& words, const std::string& again);

// For the door's signal handler: a terminal left silent would confuse its owner. Async-signal-safe.
void show_typing_again();

} // namespace temsao::cli
