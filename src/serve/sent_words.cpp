#include "serve/sent_words.h"

#include "base/text.h"

#include <algorithm>

namespace temsao::serve {
namespace {

constexpr std::size_t longest_subject = 480; // bytes

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

} // namespace

Result<std::string> sent_line(const std::string& text, std::size_t most, const char* too_long) {
    auto line = make_line(tidy(text));
    if (static_cast<std::size_t>(std::count_if(line.begin(), line.end(), begins_character)) > most)
        return error(Cause::usage, too_long, {std::to_string(most)});
    return line;
}

std::string subject_of_deed(std::string text) {
    if (text.size() <= longest_subject) return text;
    auto size = longest_subject;
    while (size > 0 && !begins_character(text[size]))
        --size;
    text.resize(size);
    return text;
}

} // namespace temsao::serve
