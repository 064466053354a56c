#include "serve/answer.h"

#include "base/called_options.h"
#include "base/text.h"
#include "serve/bodies.h"

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

// Who sends JSON knows members of bodies, not options: “limit”.
std::string called_here(std::string_view option) {
    for (const auto& body : job_bodies())
        for (const auto& member : body.members)
            if (member.option == option) return "“" + std::string(member.name) + "”";
    return "“" + std::string(option) + "”";
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
                    {"detail", make_showable(say(why.what, lang, called_here))},
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
