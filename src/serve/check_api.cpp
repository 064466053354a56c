// Checks: texts by ourselves, photos by a process of their own.
#include "serve/handlers.h"
#include "serve/ourselves.h"

namespace temsao::serve {
namespace {

Result<Date> day_of(const Call& call, const std::string& text) {
    if (text.empty()) return call.around().today;
    return Date::parse_iso(text);
}

} // namespace

http::HttpAnswer check_texts(const Call& call) {
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    const auto texts = body->find("texts");
    if (texts == body->end() || !texts->is_array()) return problem(400, {"request.member", {"texts"}}, call.lang);
    std::vector<std::string> all;
    for (const auto& text : *texts) {
        if (!text.is_string()) return problem(400, {"request.member", {"texts"}}, call.lang);
        all.push_back(text.get<std::string>());
    }
    const auto given = body->find("date");
    const auto date = day_of(call, given != body->end() && given->is_string() ? given->get<std::string>() : "");
    if (!date) return problem(date.error(), call.lang);
    const auto report = call.rooms.check.check(all, *date, call.lang);
    return report ? json_answer(report->json) : problem(report.error(), call.lang);
}

// The decoder reads what a stranger sent: it does so in another process, with limits, and its crash or hang is one
// request's trouble. What it prints is the answer: the command line's own document.
http::HttpAnswer check_photo(const Call& call) {
    const auto date = day_of(call, call.request.parameter("date"));
    if (!date) return problem(date.error(), call.lang);
    const Scratch scratch(call);
    std::error_code failed;
    std::filesystem::rename(call.request.body_file, scratch.path() / "photo", failed);
    if (failed) return problem(400, {"check.no_photo", {}}, call.lang);
    std::vector<std::string> words{"verify", "photo", "--date", date->iso()};
    if (!call.rooms.host.empty()) words.insert(words.end(), {"--host", call.rooms.host});
    if (!call.rooms.store.empty()) words.insert(words.end(), {"--store", call.rooms.store});
    const auto document = run_ourselves(call, call.rooms.around.home, words, scratch.path());
    return document ? json_answer(*document) : problem(document.error(), call.lang);
}

} // namespace temsao::serve
