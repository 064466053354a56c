#include "serve/answer.h"

#include "base/text.h"
#include "serve/bodies.h"

#include <algorithm>

namespace temsao::serve {
namespace {

int status_of(Cause cause) {
    switch (cause) {
    case Cause::usage: return 400;
    case Cause::data: return 422;
    case Cause::missing: return 404;
    case Cause::refused: return 409;
    case Cause::io: return 503;
    case Cause::internal: return 500;
    }
    return 500;
}

// The member of a body that an option of the command line is.
std::string member_of(std::string_view option) {
    for (const auto& body : job_bodies())
        for (const auto& member : body.members)
            if (member.option == option) return std::string(member.name);
    return std::string(option);
}

// Who sends JSON knows members, not options: "--limit" is “limit”. A command to type on the server's machine stays.
std::string with_members(const std::string& words) {
    if (words.find("temsao ") != words.npos) return words;
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz-";
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
        const auto begin = at + 2;
        const bool is_option = words.compare(at, 2, "--") == 0 && (at == 0 || words[at - 1] == ' ') &&
                               begin < words.size() && words[begin] >= 'a' && words[begin] <= 'z';
        if (!is_option) {
            text += words[at++];
            continue;
        }
        at = std::min(words.find_first_not_of(letters, begin), words.size());
        text += "“" + member_of(std::string_view(words).substr(begin, at - begin)) + "”";
    }
    return text;
}

} // namespace

Answer::Answer(const Error& why) : either_(Problem{status_of(why.cause), why.what}) {}

http::HttpAnswer Answer::in(Lang lang) && {
    if (const auto* why = std::get_if<Problem>(&either_)) return problem_document(*why, lang);
    return std::get<http::HttpAnswer>(std::move(either_));
}

Problem too_often() {
    return {429, {"request.too_often", {}}, {{"Retry-After", "60"}}};
}

Problem crowded() {
    return {429, {"request.refused_429", {}}, {{"Retry-After", "2"}}};
}

Problem slow_down(std::int64_t seconds) {
    return {429, {"session.wait", {std::to_string(seconds)}}, {{"Retry-After", std::to_string(seconds)}}};
}

http::HttpAnswer problem_document(const Problem& why, Lang lang) {
    const Json json{{"type", "about:blank"},
                    {"title", http::status_words(why.status)},
                    {"status", why.status},
                    {"detail", make_showable(with_members(say(why.what, lang)))},
                    {"code", why.what.id}};
    return {.status = why.status,
            .type = "application/problem+json",
            .body = job::dump(json, job::Obeyed::kept),
            .headers = why.headers};
}

http::HttpAnswer json_answer(const Json& json, int status) {
    return json_answer(job::dump(json, job::Obeyed::kept), status);
}

http::HttpAnswer json_answer(std::string text, int status) {
    return {.status = status,
            .type = "application/json",
            .body = std::move(text),
            .headers = {{"Cache-Control", "no-store"}}};
}

} // namespace temsao::serve
