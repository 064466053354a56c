// The office: a new list is proposed by one and approved by another; revocations; the signed list; the audit; checks.
#include "app/run.h"
#include "base/coding.h"
#include "base/pieces.h"
#include "base/text.h"
#include "bench/check_facts.h"
#include "job/json.h"
#include "office/bundle_file.h"
#include "serve/bodies.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"
#include "serve/shared_list.h"
#include "store/proposals.h"

#include <algorithm>

namespace temsao::serve {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t most_recorded = 1000;
constexpr int most_proposals = 50; // in the list of them

fs::path proposal_folder(const Call& call, const std::string& id) {
    return call.services.around.home / "proposals" / id;
}

// The name a file had where it came from, cut down to a name: it ends up on a disk and in the list's header.
std::string safe_name(const std::string& given) {
    auto name = tidy(percent_decode(given, false));
    if (const auto slash = name.find_last_of("/\\"); slash != name.npos) name.erase(0, slash + 1);
    while (name.starts_with('.') || name.starts_with('-'))
        name.erase(0, 1);
    const auto dot = name.rfind('.');
    const auto extension = dot == name.npos ? std::string() : lower(name.substr(dot));
    constexpr std::string_view endings[] = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".xml"};
    const bool known = std::find(std::begin(endings), std::end(endings), extension) != std::end(endings);
    return known && name.size() <= 120 ? name : "danh-sach" + (known ? extension : std::string(".csv"));
}

Json proposal_json(const store::Proposal& proposal) {
    auto answer = job::read_object(proposal.answer);
    const auto part = [&](const char* name) { return answer.contains(name) ? answer.at(name) : Json(nullptr); };
    return {{"id", proposal.id},
            {"at", proposal.at},
            {"by", proposal.account},
            {"source", proposal.file},
            {"as_of", proposal.as_of.iso()},
            {"state", name(proposal.state)},
            {"decided_by", proposal.decided_by.empty() ? Json(nullptr) : Json(proposal.decided_by)},
            {"report", part("report")},
            {"difference", part("difference")}};
}

Result<store::Proposal> find_proposal(const Call& call, const std::string& id) {
    auto found = TRY(store::find_proposal(call.services.desk.store(), id));
    if (!found) return error(Cause::missing, "proposal.none", {id});
    return *std::move(found);
}

Error decided_already(const store::Proposal& proposal) {
    return error(Cause::refused, "proposal.decided", {std::string(name(proposal.state))});
}

// Of one document of the command line, without where files lie on this machine.
Result<Json>
document(const Call& call, const fs::path& home, const std::vector<std::string>& words, const fs::path& folder) {
    auto json = job::read_object(TRY(run_ourselves(call, home, words, folder)));
    json.erase("refused_file");
    return json;
}

// What importing the list would do to the list in use: its rows, and the changes field by field. Nothing is stored.
Result<Json> report_of(const Call& call, const std::string& file, Date as_of, const fs::path& folder) {
    auto report = TRY(
        document(call, call.services.around.home, {"list", "import", file, "--look", "--as-of", as_of.iso()}, folder));
    const Json difference{{"changes", report.at("changes")}};
    report.erase("changes");
    return Json{{"report", report}, {"difference", difference}};
}

// Into the table, once the file lies in `folder`.
Outcome
store_proposal(const Call& call, const std::string& id, const std::string& file, Date as_of, const fs::path& folder) {
    const auto answer = TRY(report_of(call, file, as_of, folder));
    return store::add_proposal(call.services.desk.store(),
                               {.id = id,
                                .at = call.services.desk.now(),
                                .account = call.account().name,
                                .file = file,
                                .as_of = as_of,
                                .answer = answer.dump(),
                                .decided_by = {}});
}

} // namespace

Answer add_proposal(const Call& call) {
    const auto file = safe_name(call.request.header("x-file-name"));
    const auto as_of = call.request.has_parameter("as_of") ? TRY(Date::parse_typed(call.request.parameter("as_of")))
                                                           : call.around().today;
    const auto id = call.services.desk.new_id();
    const auto folder = proposal_folder(call, id);
    std::error_code failed;
    fs::create_directories(folder, failed);
    fs::rename(call.request.body_file, folder / file, failed);
    const auto stored =
        failed ? error(Cause::usage, "proposal.no_file") : store_proposal(call, id, file, as_of, folder);
    if (!stored) {
        fs::remove_all(folder, failed);
        return stored.error();
    }
    TRY(call.note("list proposed", id));
    return json_answer(proposal_json(TRY(find_proposal(call, id))), 201);
}

Answer list_proposals(const Call& call) {
    Json all = Json::array();
    for (const auto& proposal : TRY(store::newest_proposals(call.services.desk.store(), most_proposals)))
        all.push_back(proposal_json(proposal));
    return json_answer(all);
}

Answer show_proposal(const Call& call) {
    return json_answer(proposal_json(TRY(find_proposal(call, call.named.at("id")))));
}

// Two people: who proposed a list does not approve it, whatever their role.
Answer approve_proposal(const Call& call) {
    auto& store = call.services.desk.store();
    const auto proposal = TRY(find_proposal(call, call.named.at("id")));
    const auto& id = proposal.id;
    if (proposal.account == call.account().name) return Problem{403, {"proposal.own", {}}};
    if (!TRY(store::decide_proposal(store, id, store::ProposalState::approved, call.account().name)))
        return decided_already(proposal);
    const auto imported = document(call,
                                   call.services.around.home,
                                   {"list", "import", proposal.file, "--replace", "--as-of", proposal.as_of.iso()},
                                   proposal_folder(call, id));
    if (!imported) { // as if nobody had decided
        TRY(store::reopen_proposal(store, id));
        return imported.error();
    }
    TRY(call.services.shared_list.publish());
    TRY(call.note("list approved", id));
    return show_proposal(call);
}

Answer withdraw_proposal(const Call& call) {
    const auto proposal = TRY(find_proposal(call, call.named.at("id")));
    if (!TRY(store::decide_proposal(
            call.services.desk.store(), proposal.id, store::ProposalState::withdrawn, call.account().name)))
        return decided_already(proposal);
    std::error_code ignored;
    fs::remove_all(proposal_folder(call, proposal.id), ignored);
    TRY(call.note("list withdrawn", proposal.id));
    return show_proposal(call);
}

Answer revoke_certificate(const Call& call) {
    const auto request = TRY(read_body("Revocation", TRY(json_body(call.request))));
    const auto report = TRY(app::run(request, call.around()));
    TRY(call.services.shared_list.publish());
    TRY(call.note("certificate revoked", request.text("key") + " " + request.text("decision")));
    return json_answer(report.json);
}

Answer publish_list(const Call& call) {
    const auto body = TRY(json_body(call.request));
    auto request = TRY(read_body("PublishWish", body));
    const auto secret = body.find("passphrase");
    const auto out = office::published_bundle(call.services.around.home);
    std::error_code ignored;
    fs::create_directories(out.parent_path(), ignored);
    request.options["out"] = {out.string()};
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
        TRY(bench::checks_made(limit, call.request.parameter("after"), call.services.store, call.around())));
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
    return json_answer(TRY(bench::record_checks(made, call.account().name, call.services.store, call.around())));
}

} // namespace temsao::serve
