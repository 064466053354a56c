#pragma once
// Words that people send: as they are kept and shown. Pure; any thread.
#include "base/result.h"

#include <string>

namespace temsao::serve {

// One line that can be shown, without what an editor or a terminal obeys. Error `too_long` {most} (Cause::usage) past
// `most` characters, each code point counting as one: marks that are heaped on one letter count too.
Result<std::string> sent_line(const std::string& text, std::size_t most, const char* too_long);

// Up to as many bytes as the subject of an audit entry may have, in whole characters.
std::string subject_of_deed(std::string text);

} // namespace temsao::serve
