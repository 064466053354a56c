// The lot book over HTTP: entries, lots, traces, recalls. A producer's account has its own lots, and no others are
// there for it.
#include "app/run.h"
#include "serve/bodies.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"

#include <algorithm>

namespace temsao::serve {
namespace {

// The job's report, on this server's print log and under its host.
Result<Json> done_by(const Call& call, job::Request request) {
    if (!call.services.store.empty()) request.options["store"] = {call.services.store};
    if (!call.services.host.empty()) request.options["host"] = {call.services.host};
    return TRY(app::run(request, call.around())).json;
}

// The lot that the path names.
Result<Json> about_lot(const Call& call, const std::string& job, job::Request request = {}) {
    request.job = job;
    request.options["item"] = {call.named.at("product")};
    request.options["lot"] = {call.named.at("lot")};
    return done_by(call, std::move(request));
}

// Where a lot stands among all: by product, then by lot. No product has a slash in it.
using Place = std::pair<std::string, std::string>;

Place place_of(const Json& line) {
    return {line.at("product").get<std::string>(), line.at("lot").get<std::string>()};
}

Place read_place(const std::string& text) {
    const auto slash = std::min(text.find('/'), text.size());
    return {text.substr(0, slash), text.substr(std::min(slash + 1, text.size()))};
}

} // namespace

Answer list_lots(const Call& call) {
    const auto limit = static_cast<std::size_t>(TRY(limit_of(call.request)));
    const auto after = read_place(call.request.parameter("after"));
    auto all = TRY(done_by(call, {.job = "lot show", .options = {}}));
    Json page = Json::array(), next = nullptr;
    for (auto& line : all.at("lots")) {
        if (place_of(line) <= after) continue;
        if (page.size() == limit) {
            auto [last, lot] = place_of(page.back());
            next = last.append("/").append(lot);
            break;
        }
        page.push_back(std::move(line));
    }
    return json_answer({{"lots", std::move(page)}, {"next", std::move(next)}});
}

Answer add_lot(const Call& call) {
    const auto answer = TRY(done_by(call, TRY(read_body("LotEntry", TRY(json_body(call.request))))));
    if (answer.at("added").get<bool>()) TRY(call.note("lot entry", answer.at("event").at("id").get<std::string>()));
    return json_answer(answer);
}

Answer show_lot(const Call& call) {
    return json_answer(TRY(about_lot(call, "lot show")));
}

Answer trace_lot(const Call& call) {
    return json_answer(TRY(about_lot(call, "lot trace")));
}

Answer look_at_recall(const Call& call) {
    return json_answer(TRY(about_lot(call, "lot recall", {.job = "", .options = {{"dry-run", {"yes"}}}})));
}

Answer recall_lot(const Call& call) {
    const auto answer = TRY(about_lot(call, "lot recall", TRY(read_body("RecallWish", TRY(json_body(call.request))))));
    TRY(call.note("lot recall", call.named.at("product") + "/" + call.named.at("lot")));
    return json_answer(answer);
}

} // namespace temsao::serve
