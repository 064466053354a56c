#include "verify/printed_word.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace temsao::verify {

bool on_one_line(const photo::PrintedWord& a, const photo::PrintedWord& b) {
    return std::abs(middle(a) - middle(b)) < std::max(height(a), height(b)) / 2;
}

std::string bare(std::string_view text) {
    std::string kept;
    for (const char c : bare_key(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept += c;
    return kept;
}

} // namespace temsao::verify
