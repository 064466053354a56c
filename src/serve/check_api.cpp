// Checks: texts by ourselves, photos by a process of their own.
#include "bench/picture_pages.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"

#include <chrono>

namespace temsao::serve {
namespace {

constexpr int most_pages = 20; // of a PDF or TIFF: more is for the command line

Result<Date> day_of(const Call& call, const std::string& text) {
    if (text.empty()) return call.today();
    return Date::parse_typed(text);
}

} // namespace

Answer check_texts(const Call& call) {
    const auto body = TRY(json_body(call.request));
    const auto texts = body.find("texts");
    if (texts == body.end() || !texts->is_array()) return error(Cause::usage, "request.member", {"texts"});
    std::vector<std::string> all;
    for (const auto& text : *texts) {
        if (!text.is_string()) return error(Cause::usage, "request.member", {"texts"});
        all.push_back(text.get<std::string>());
    }
    constexpr std::size_t texts_a_unit = 20; // cost as much as one request
    if (!call.may_take(static_cast<int>(all.size() / texts_a_unit))) return too_often();
    const auto given = body.find("date");
    const auto date = TRY(day_of(call, given != body.end() && given->is_string() ? given->get<std::string>() : ""));
    return json_answer(TRY(call.services.check.check_json(all, date, call.lang)) + "\n");
}

// The decoder reads what a stranger sent: it does so in another process, with limits, and its crash or hang is one
// request's trouble. What it prints is the answer: the command line's own document.
Answer check_photo(const Call& call) {
    const auto date = TRY(day_of(call, call.request.parameter("date")));
    const Scratch scratch(call);
    const auto pages = bench::pages_of(call.request.body_file);
    if (pages > most_pages)
        return Problem{413, {"check.too_many_pages", {std::to_string(pages), std::to_string(most_pages)}}};
    if (!call.may_take(pages - 1)) return too_often();
    std::error_code failed;
    std::filesystem::rename(call.request.body_file, scratch.path() / "photo", failed);
    if (failed) return error(Cause::usage, "check.no_photo");
    std::vector<std::string> words{"verify", "photo", "--date", date.iso()};
    if (!call.services.host.empty()) words.insert(words.end(), {"--host", call.services.host});
    if (!call.services.store.empty()) words.insert(words.end(), {"--store", call.services.store});
    const auto began = std::chrono::steady_clock::now();
    auto answer = run_ourselves(call, Sent::photo, call.services.around.home, words, scratch.path());
    const auto took = std::chrono::steady_clock::now() - began;
    call.owe(static_cast<int>(took / std::chrono::seconds(1))); // seconds of a worker: each costs as much as a photo
    return json_answer(TRY(std::move(answer)));
}

// For scanners whose browser cannot open the photos of an iPhone; they look at the answer themselves.
Answer photo_as_jpeg(const Call& call) {
    if (call.request.body_file.empty()) return error(Cause::usage, "check.no_photo");
    auto jpeg = TRY(bench::heic_as_jpeg(call.request.body_file));
    return http::HttpAnswer{
        .status = 200, .type = "image/jpeg", .body = std::move(jpeg), .headers = {{"Cache-Control", "no-store"}}};
}

} // namespace temsao::serve
