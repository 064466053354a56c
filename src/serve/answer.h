#pragma once
// Answer: what a handler returns: an HTTP answer, or the trouble that prevented one. TRY works in a handler: an Error
// that it passes on becomes a problem document (RFC 9457) in one place, in the client's language. Values; any thread.
#include "http/http.h"
#include "job/json.h"

namespace temsao::serve {

using Json = job::Json;

// A refusal with a status of its own, for those that an Error's cause does not give.
struct Problem {
    int status = 500;
    Message what;
    std::vector<std::pair<std::string, std::string>> headers = {}; // sent with the document
};

class Answer {
public:
    Answer(http::HttpAnswer answer) : either_(std::move(answer)) {}

    Answer(Problem why) : either_(std::move(why)) {}

    Answer(const Error& why); // usage 400, data 422, missing 404, refused 409, io 503, internal 500

    http::HttpAnswer in(Lang lang) &&; // as it is sent

private:
    std::variant<http::HttpAnswer, Problem> either_;
};

Problem too_often(); // over a rate limit
Problem crowded();   // too many requests of one client wait

Problem slow_down(std::int64_t seconds); // too many wrong passwords: so long until the next

inline constexpr auto session_cookie = "temsao";

http::HttpAnswer problem_document(const Problem& why, Lang lang); // application/problem+json

http::HttpAnswer json_answer(const Json& json, int status = 200);
http::HttpAnswer json_answer(std::string text, int status = 200);

} // namespace temsao::serve
