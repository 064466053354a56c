#include "trace/log_mark.h"

#include "base/coding.h"
#include "base/pieces.h"
#include "base/recorded_number.h"
#include "trace/note.h"

#include <algorithm>

namespace temsao::trace {
namespace {

constexpr std::string_view opening = " log ";

} // namespace

std::string with_mark(std::string comment, const std::optional<LogMark>& mark) {
    if (mark)
        comment.append(opening)
            .append(mark->verifier)
            .append(" ")
            .append(std::to_string(mark->size))
            .append(" ")
            .append(temsao::base64(sodium::text_of(mark->root)));
    return comment;
}

std::optional<LogMark> mark_in(std::string_view comment) {
    const auto at = comment.find(opening);
    if (at == comment.npos) return {};
    auto rest = comment.substr(at + opening.size());
    LogMark mark;
    mark.verifier = next_piece(rest, ' ');
    const auto size = recorded_number(next_piece(rest, ' '));
    const auto root = temsao::from_base64(rest);
    if (!NoteVerifier::parse(mark.verifier) || size.value_or(0) == 0 || !root || root->size() != mark.root.size())
        return {};
    mark.size = *size;
    std::copy(root->begin(), root->end(), mark.root.begin());
    return mark;
}

} // namespace temsao::trace
