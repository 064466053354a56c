#pragma once
// Sentences for readers who type no commands: what sentences call "--limit" has another name at their door. A function
// that only reads the tables; any thread.
#include "base/message.h"

#include <functional>

namespace temsao {

// What a door calls an option of the command line: of "limit" the text that stands in place of "--limit".
using CallOption = std::function<std::string(std::string_view option)>;

// As say(). Options that the sentence itself names, "--limit" or "--{0}", are called so; what stands in facts was typed
// by somebody and stays. A sentence with a command to type, "temsao …", stays whole: it is for the machine itself.
std::string say(const Message& message, Lang lang, const CallOption& call_option);

} // namespace temsao
