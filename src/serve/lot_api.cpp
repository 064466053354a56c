// The lot book over HTTP: entries, lots, traces, recalls. A producer's account has its own lots, and no others are
// there for it.
#include "app/run.h"
#include "office/lot_list.h"
#include "serve/bodies.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"
#include "system/file.h"

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
lots::Lot read_place(const std::string& text) {
    const auto slash = std::min(text.find('/'), text.size());
    return {text.substr(0, slash), text.substr(std::min(slash + 1, text.size()))};
}

// A file that the job writes about the recall of a lot, without recalling it.
Answer recall_file(const Call& call, const char* option, const char* name, const char* type) {
    const Scratch scratch(call);
    const auto file = scratch.path() / name;
    job::Request request{.job = "", .options = {{"dry-run", {"yes"}}, {option, {file.string()}}}};
    if (const auto reason = call.request.parameter("reason"); !reason.empty()) request.options["reason"] = {reason};
    TRY(about_lot(call, "lot recall", std::move(request)));
    constexpr std::uintmax_t most_bytes = 64 << 20;
    return http::HttpAnswer{.status = 200,
                            .type = type,
                            .body = TRY(read_file(file, most_bytes)),
                            .headers = {{"Cache-Control", "no-store"},
                                        {"Content-Disposition", std::string("attachment; filename=\"") + name + "\""}}};
}

} // namespace

Answer list_lots(const Call& call) {
    const auto after = call.request.parameter("after");
    const auto found = TRY(office::find_lots({.query = call.request.parameter("query"),
                                              .after = after.empty() ? std::nullopt : std::optional(read_place(after)),
                                              .most = static_cast<std::size_t>(TRY(limit_of(call.request)))},
                                             call.services.store,
                                             call.around()));
    Json rows = Json::array();
    for (const auto& lot : found.lots)
        rows.push_back(office::with_rest(lot, call.lang));
    Json next = nullptr;
    if (found.has_more) next = found.lots.back().line.lot.product + "/" + found.lots.back().line.lot.lot;
    return json_answer({{"lots", std::move(rows)}, {"next", std::move(next)}});
}

Answer add_lot(const Call& call) {
    auto request = TRY(read_body("LotEntry", TRY(json_body(call.request))));
    const auto name = call.request.header("idempotency-key");
    if (name.size() > 200) return error(Cause::usage, "request.member", {"Idempotency-Key"});
    if (!name.empty()) request.options["request"] = {call.account().name + "/" + name};
    const auto answer = TRY(done_by(call, std::move(request)));
    if (answer.at("added").get<bool>()) TRY(call.note("lot entry", answer.at("event").at("id").get<std::string>()));
    return json_answer(answer);
}

Answer strike_lot_entry(const Call& call) {
    const auto& entry = call.named.at("entry");
    const auto answer = TRY(done_by(call, {.job = "lot correct", .options = {{"event", {entry}}}}));
    TRY(call.note("lot entry struck through", answer.at("event").get<std::string>()));
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

Answer recall_receivers(const Call& call) {
    return recall_file(call, "out", "noi-nhan.csv", "text/csv; charset=utf-8");
}

Answer recall_letters(const Call& call) {
    return recall_file(call, "letters", "thu-thu-hoi.html", "text/html; charset=utf-8");
}

Answer look_at_lift(const Call& call) {
    return json_answer(
        TRY(about_lot(call, "lot recall", {.job = "", .options = {{"lift", {"yes"}}, {"dry-run", {"yes"}}}})));
}

Answer lift_recall(const Call& call) {
    auto request = TRY(read_body("LiftWish", TRY(json_body(call.request))));
    request.options["lift"] = {"yes"};
    const auto answer = TRY(about_lot(call, "lot recall", std::move(request)));
    TRY(call.note("lot recall lifted", call.named.at("product") + "/" + call.named.at("lot")));
    return json_answer(answer);
}

Answer recall_lot(const Call& call) {
    const auto answer = TRY(about_lot(call, "lot recall", TRY(read_body("RecallWish", TRY(json_body(call.request))))));
    TRY(call.note("lot recall", call.named.at("product") + "/" + call.named.at("lot")));
    return json_answer(answer);
}

} // namespace temsao::serve
