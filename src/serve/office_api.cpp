// The office: a new list is proposed by one and approved by another; revocations; the signed list; the audit; checks.
#include "app/run.h"
#include "base/coding.h"
#include "base/text.h"
#include "bench/check_facts.h"
#include "job/json.h"
#include "office/bundle_file.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"
#include "serve/shared_list.h"

#include <algorithm>

namespace temsao::serve {
namespace {

namespace fs = std::filesystem;
constexpr auto columns = "id, at, account, file, as_of, answer, state, decided_by";
constexpr std::size_t most_recorded = 1000;

fs::path proposal_folder(const Call& call, const std::string& id) {
    return call.rooms.around.home / "proposals" / id;
}

// The name a file had where it came from, cut down to a name: it ends up on a disk and in the list's header.
std::string safe_name(const std::string& given) {
    auto name = tidy(percent_decode(given, false));
    if (const auto slash = name.find_last_of("/\\"); slash != name.npos) name.erase(0, slash + 1);
    while (name.starts_with('.') || name.starts_with('-'))
        name.erase(0, 1);
    const auto dot = name.rfind('.');
    const auto extension = dot == name.npos ? std::string() : name.substr(dot);
    const bool known = extension == ".csv" || extension == ".tsv" || extension == ".txt" || extension == ".xlsx" ||
                       extension == ".CSV" || extension == ".XLSX";
    return known && name.size() <= 120 ? name : "danh-sach" + (known ? extension : std::string(".csv"));
}

Json proposal_json(const std::vector<std::string>& row) {
    auto answer = job::read_object(row[5]);
    const auto part = [&](const char* name) { return answer.contains(name) ? answer.at(name) : Json(nullptr); };
    return {{"id", row[0]},
            {"at", std::strtoll(row[1].c_str(), nullptr, 10)},
            {"by", row[2]},
            {"source", row[3]},
            {"as_of", row[4]},
            {"state", row[6]},
            {"decided_by", row[7].empty() ? Json(nullptr) : Json(row[7])},
            {"report", part("report")},
            {"difference", part("difference")}};
}

Result<std::vector<std::string>> find_proposal(const Call& call) {
    const auto& id = call.named.at("id");
    auto rows = TRY(call.rooms.desk.run(std::string("SELECT ") + columns + " FROM proposal WHERE id = ?", {id}));
    if (rows.empty()) return error(Cause::missing, "proposal.none", {id});
    return std::move(rows.front());
}

// Of one document of the command line, without where files lie on this machine.
Result<Json> document(Result<std::string> text) {
    if (!text) return text.error();
    auto json = job::read_object(*text);
    json.erase("refused_file");
    return json;
}

} // namespace

http::HttpAnswer add_proposal(const Call& call) {
    const auto file = safe_name(call.request.header("x-file-name"));
    const auto as_of =
        call.request.has_parameter("as_of") ? call.request.parameter("as_of") : call.around().today.iso();
    if (const auto day = Date::parse_iso(as_of); !day) return problem(day.error(), call.lang);
    const auto id = call.rooms.desk.new_id();
    const auto folder = proposal_folder(call, id);
    std::error_code failed;
    fs::create_directories(folder, failed);
    fs::rename(call.request.body_file, folder / file, failed);
    const auto give_up = [&](const Error& why) {
        fs::remove_all(folder, failed);
        return problem(why, call.lang);
    };
    if (failed) return give_up(error(Cause::usage, "proposal.no_file"));
    // Imported where nobody looks: the report is the command line's own, and our list stays as it is.
    const Scratch scratch(call);
    const auto report =
        document(run_ourselves(call, scratch.path(), {"list", "import", file, "--as-of", as_of}, folder));
    if (!report) return give_up(report.error());
    const auto before = (scratch.path() / "before.csv").string();
    Json difference = nullptr;
    if (app::run({.job = "list export", .options = {{"file", {before}}}}, call.around())) {
        const auto compared = document(run_ourselves(call, scratch.path(), {"list", "diff", before, file}, folder));
        if (!compared) return give_up(compared.error());
        difference = *compared;
    }
    const Json answer{{"report", *report}, {"difference", difference}};
    const auto stored = call.rooms.desk.run(
        "INSERT INTO proposal(id, at, account, file, as_of, answer, state, decided_by) VALUES "
        "(?,?,?,?,?,?,'waiting','')",
        {id, std::to_string(call.rooms.desk.now()), call.account().name, file, as_of, answer.dump()});
    if (!stored) return give_up(stored.error());
    if (auto noted = call.rooms.desk.note(call.account().name, "list proposed", id); !noted)
        return problem(noted.error(), call.lang);
    const auto row = find_proposal({call.request, call.rooms, call.lang, {{"id", id}}, call.session});
    return row ? json_answer(proposal_json(*row), 201) : problem(row.error(), call.lang);
}

http::HttpAnswer list_proposals(const Call& call) {
    const auto rows =
        call.rooms.desk.run(std::string("SELECT ") + columns + " FROM proposal ORDER BY id DESC LIMIT 50", {});
    if (!rows) return problem(rows.error(), call.lang);
    Json all = Json::array();
    for (const auto& row : *rows)
        all.push_back(proposal_json(row));
    return json_answer(all);
}

http::HttpAnswer show_proposal(const Call& call) {
    const auto row = find_proposal(call);
    return row ? json_answer(proposal_json(*row)) : problem(row.error(), call.lang);
}

// Two people: who proposed a list does not approve it, whatever their role.
http::HttpAnswer approve_proposal(const Call& call) {
    const auto row = find_proposal(call);
    if (!row) return problem(row.error(), call.lang);
    const auto& id = (*row)[0];
    if ((*row)[2] == call.account().name) return problem(403, {"proposal.own", {}}, call.lang);
    const auto taken = call.rooms.desk.run(
        "UPDATE proposal SET state = 'approved', decided_by = ? WHERE id = ? AND state = 'waiting' RETURNING id",
        {call.account().name, id});
    if (!taken) return problem(taken.error(), call.lang);
    if (taken->empty()) return problem(409, {"proposal.decided", {(*row)[6]}}, call.lang);
    const auto imported = document(run_ourselves(
        call, call.rooms.around.home, {"list", "import", (*row)[3], "--as-of", (*row)[4]}, proposal_folder(call, id)));
    if (!imported) { // as if nobody had decided
        const auto back =
            call.rooms.desk.run("UPDATE proposal SET state = 'waiting', decided_by = '' WHERE id = ?", {id});
        return problem(back ? imported.error() : back.error(), call.lang);
    }
    if (auto told = call.rooms.shared_list.tell(); !told) return problem(told.error(), call.lang);
    if (auto noted = call.rooms.desk.note(call.account().name, "list approved", id); !noted)
        return problem(noted.error(), call.lang);
    return show_proposal(call);
}

http::HttpAnswer withdraw_proposal(const Call& call) {
    const auto row = find_proposal(call);
    if (!row) return problem(row.error(), call.lang);
    const auto gone = call.rooms.desk.run(
        "UPDATE proposal SET state = 'withdrawn', decided_by = ? WHERE id = ? AND state = 'waiting' RETURNING id",
        {call.account().name, (*row)[0]});
    if (!gone) return problem(gone.error(), call.lang);
    if (gone->empty()) return problem(409, {"proposal.decided", {(*row)[6]}}, call.lang);
    std::error_code ignored;
    fs::remove_all(proposal_folder(call, (*row)[0]), ignored);
    if (auto noted = call.rooms.desk.note(call.account().name, "list withdrawn", (*row)[0]); !noted)
        return problem(noted.error(), call.lang);
    return show_proposal(call);
}

http::HttpAnswer revoke_certificate(const Call& call) {
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    auto request = job_request("list revoke", *body, {"product", "decision", "date"});
    if (!request) return problem(request.error(), call.lang);
    if (!request->has("product") || !request->has("decision"))
        return problem(400, {"request.member", {"product, decision"}}, call.lang);
    request->options["key"] = request->options["product"];
    request->options.erase("product");
    const auto report = app::run(*request, call.around());
    if (!report) return problem(report.error(), call.lang);
    if (auto told = call.rooms.shared_list.tell(); !told) return problem(told.error(), call.lang);
    if (auto noted = call.rooms.desk.note(
            call.account().name, "certificate revoked", request->text("key") + " " + request->text("decision"));
        !noted)
        return problem(noted.error(), call.lang);
    return json_answer(report->json);
}

http::HttpAnswer publish_list(const Call& call) {
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    auto request = job_request("publish", *body, {"province"});
    if (!request) return problem(request.error(), call.lang);
    const auto secret = body->find("passphrase");
    if (secret == body->end() || !secret->is_string())
        return problem(400, {"request.member", {"passphrase"}}, call.lang);
    const auto out = office::published_bundle(call.rooms.around.home);
    std::error_code ignored;
    fs::create_directories(out.parent_path(), ignored);
    request->options["out"] = {out.string()};
    auto around = call.around();
    around.ask_secret = [&](const std::string&, bool) { return std::optional(secret->get<std::string>()); };
    const auto report = app::run(*request, around);
    if (!report) return problem(report.error(), call.lang);
    auto json = report->json;
    if (auto noted = call.rooms.desk.note(call.account().name, "list published", json.at("sequence").dump()); !noted)
        return problem(noted.error(), call.lang);
    json.erase("file");
    json.erase("signature_file");
    return json_answer(json);
}

http::HttpAnswer audit_log(const Call& call) {
    job::Request request{.job = "log audit", .options = {}};
    if (!call.rooms.store.empty()) request.options["store"] = {call.rooms.store};
    const auto report = app::run(request, call.around());
    return report ? json_answer(report->json) : problem(report.error(), call.lang);
}

http::HttpAnswer list_checks(const Call& call) {
    const auto limit = limit_of(call.request);
    if (!limit) return problem(limit.error(), call.lang);
    const auto made = bench::checks_made(call.rooms.store, call.around());
    if (!made) return problem(made.error(), call.lang);
    auto json = (*made);
    // Pages by their place in the whole, newest first.
    const auto first = std::strtoul(call.request.parameter("after").c_str(), nullptr, 10);
    const auto& all = json.at("checks");
    Json cut = Json::array();
    for (auto i = first; i < all.size() && cut.size() < static_cast<std::size_t>(*limit); ++i)
        cut.push_back(all[i]);
    const auto end = first + cut.size();
    const Json next = end < all.size() ? Json(std::to_string(end)) : Json(nullptr);
    return json_answer(Json{{"checks", cut}, {"by_place", json.at("by_place")}, {"next", next}});
}

http::HttpAnswer record_checks(const Call& call) {
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    const auto checks = body->find("checks");
    if (checks == body->end() || !checks->is_array() || checks->size() > most_recorded)
        return problem(400, {"request.member", {"checks"}}, call.lang);
    std::vector<bench::FieldCheck> made;
    for (const auto& one : *checks) {
        if (!one.is_object()) return problem(400, {"request.member", {"checks"}}, call.lang);
        const auto text = [&](const char* name) {
            const auto found = one.find(name);
            return found != one.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        made.push_back({text("text"), text("at"), text("place"), text("verdict")});
    }
    const auto recorded = bench::record_checks(made, call.account().name, call.rooms.store, call.around());
    return recorded ? json_answer(*recorded) : problem(recorded.error(), call.lang);
}

} // namespace temsao::serve
