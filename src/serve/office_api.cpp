// The office: revocations, the signed list, the audit, checks. Lists that are proposed: proposal_api.cpp.
#include "app/run.h"
#include "bench/check_facts.h"
#include "job/json.h"
#include "office/bundle_file.h"
#include "serve/bodies.h"
#include "serve/handlers.h"
#include "serve/shared_list.h"

#include <algorithm>

namespace temsao::serve {
namespace {

constexpr std::size_t most_recorded = 1000;

} // namespace

Answer revoke_certificate(const Call& call) {
    const auto request = TRY(read_body("Revocation", TRY(json_body(call.request))));
    const auto report = TRY(app::run(request, call.around()));
    TRY(call.services.shared_list.publish(SharedList::Change::certificates));
    TRY(call.note("certificate revoked", request.text("key") + " " + request.text("decision")));
    return json_answer(report.json);
}

Answer publish_list(const Call& call) {
    const auto body = TRY(json_body(call.request));
    auto request = TRY(read_body("PublishWish", body));
    const auto secret = body.find("passphrase");
    const auto out = office::published_bundle(call.services.around.home);
    std::error_code ignored;
    std::filesystem::create_directories(out.parent_path(), ignored);
    request.options["out"] = {out.string()};
    if (!call.services.store.empty()) request.options["store"] = {call.services.store};
    auto around = call.around();
    around.ask_secret = [&](const std::string&, bool) { return std::optional(secret->get<std::string>()); };
    const auto trying = "publish " + call.account().name;
    if (const auto wait = TRY(call.services.desk.begin_try(trying, call.request.client)); wait > 0)
        return slow_down(wait);
    auto published = app::run(request, around);
    if (!published) {
        TRY(call.note("list not published", published.error().what.id));
        return published.error();
    }
    TRY(call.services.desk.forget_tries(trying, call.request.client));
    auto& json = published->json;
    TRY(call.note("list published", json.at("sequence").dump()));
    json.erase("file");
    json.erase("signature_file");
    return json_answer(json);
}

Answer audit_log(const Call& call) {
    job::Request request{.job = "log audit", .options = {}};
    if (!call.services.store.empty()) request.options["store"] = {call.services.store};
    return json_answer(TRY(app::run(request, call.around())).json);
}

Answer list_checks(const Call& call) {
    const auto limit = TRY(limit_of(call.request));
    return json_answer(
        to_json(TRY(bench::checks_made(limit, call.request.parameter("after"), call.services.store, call.around()))));
}

Answer record_checks(const Call& call) {
    const auto body = TRY(json_body(call.request));
    const auto checks = body.find("checks");
    if (checks == body.end() || !checks->is_array() || checks->size() > most_recorded)
        return error(Cause::usage, "request.member", {"checks"});
    std::vector<bench::FieldCheck> made;
    for (const auto& one : *checks) {
        if (!one.is_object()) return error(Cause::usage, "request.member", {"checks"});
        const auto text = [&](const char* name) {
            const auto found = one.find(name);
            return found != one.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        made.push_back({text("text"), text("at"), text("place"), text("verdict")});
    }
    return json_answer(
        bench::to_json(TRY(bench::record_checks(made, call.account().name, call.services.store, call.around()))));
}

} // namespace temsao::serve
