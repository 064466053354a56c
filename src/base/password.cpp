#include "base/password.h"

#include "base/text.h"

#include <algorithm>

namespace temsao {

std::vector<std::string> spellings_of_password(std::string_view typed) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    const auto bare = typed.starts_with(mark) ? typed.substr(mark.size()) : typed;
    std::vector<std::string> all;
    for (auto spelling : {composed(bare), std::string(typed), std::string(bare), decomposed(bare)})
        if (std::find(all.begin(), all.end(), spelling) == all.end()) all.push_back(std::move(spelling));
    return all;
}

} // namespace temsao
