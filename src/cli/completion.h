#pragma once
// What a shell needs to complete commands, options and choices: made from the table of options. Pure; any thread.
#include "base/message.h"

#include <string>
#include <string_view>
#include <vector>

namespace temsao::cli {

// bash, zsh, fish.
std::vector<std::string> shells();

// The file that the shell reads; `shell` is one of shells(). Descriptions, where it shows them, are in `lang`.
std::string completion(std::string_view shell, Lang lang);

} // namespace temsao::cli
