#pragma once
// temsao.1: all commands and options, made from the table of options. Pure; any thread.
#include "base/message.h"

#include <string>

namespace temsao::cli {

// In troff with the macros of man(7), UTF-8.
std::string man_page(Lang lang);

} // namespace temsao::cli
