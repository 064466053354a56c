// Lists that are proposed: handed in by one, looked at, their columns said where need be, approved by another.
#include "base/coding.h"
#include "base/pieces.h"
#include "base/text.h"
#include "job/json.h"
#include "office/jobs.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"
#include "serve/proposal_answer.h"
#include "serve/shared_list.h"
#include "store/list_store.h"
#include "store/proposals.h"
#include "system/lock.h"

#include <algorithm>

namespace temsao::serve {
namespace {

namespace fs = std::filesystem;
constexpr int most_proposals = 50; // in the list of them
constexpr std::size_t most_said = 200, longest_said = 500;

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
    constexpr std::string_view endings[] = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsb", ".ods", ".xml"};
    const bool known = std::find(std::begin(endings), std::end(endings), extension) != std::end(endings);
    return known && name.size() <= 120 ? name : "danh-sach" + (known ? extension : std::string(".csv"));
}

// Shown as undecided: a decision counts once its list is in use.
bool is_open(const store::Proposal& proposal) {
    return proposal.state == store::ProposalState::waiting || proposal.state == store::ProposalState::approving;
}

Json proposal_json(const store::Proposal& proposal, ProposalAnswer answer) {
    Json json{{"id", proposal.id},
              {"at", proposal.at},
              {"by", proposal.account},
              {"source", proposal.file},
              {"as_of", proposal.as_of.iso()},
              {"state", name(is_open(proposal) ? store::ProposalState::waiting : proposal.state)},
              {"decided_by", is_open(proposal) ? Json(nullptr) : Json(proposal.decided_by)}};
    auto found = to_json(completed(std::move(answer)));
    for (auto& [name, value] : found.items())
        json[name] = std::move(value);
    return json;
}

Result<store::Proposal> find_held(const Call& call, const std::string& id) {
    auto found = TRY(store::find_proposal(call.services.desk.store(), id));
    if (!found) return error(Cause::missing, "proposal.none", {id});
    return *std::move(found);
}

// Held while a list is put into use, so that it is not mistaken for one that a killed server left.
fs::path decision_lock(const Call& call, const std::string& id) {
    return proposal_folder(call, id) / ".decision.lock";
}

Outcome finish_approval(const Call& call, const std::string& id, const std::string& account) {
    auto& services = call.services;
    TRY(store::approve_proposal(services.desk.store(), id));
    TRY(services.shared_list.publish(SharedList::Change::list));
    return services.desk.note(account, "list approved", id);
}

// Where a server ended within an approval: its list is in force, or the proposal waits again. `proposal` was read
// before.
Outcome settle(const Call& call, const store::Proposal& proposal) {
    std::error_code none;
    const bool is_ours = fs::exists(proposal_folder(call, proposal.id), none);
    if (proposal.state != store::ProposalState::approving || !is_ours) return done;
    const auto held = TRY(FileLock::try_take(decision_lock(call, proposal.id)));
    if (!held) return done; // it is under way
    const auto now = TRY(find_held(call, proposal.id));
    if (now.state != store::ProposalState::approving) return done;
    auto lists = TRY(store::ListStore::open_to_read(call.services.around.home));
    return TRY(lists.has_proposal(now.id)) ? finish_approval(call, now.id, now.decided_by)
                                           : store::reopen_proposal(call.services.desk.store(), now.id);
}

Result<store::Proposal> find_proposal(const Call& call, const std::string& id) {
    auto proposal = TRY(find_held(call, id));
    if (proposal.state != store::ProposalState::approving) return proposal;
    TRY(settle(call, proposal));
    return find_held(call, id);
}

Error decided_already(const store::Proposal& proposal) {
    return error(Cause::refused, "proposal.decided", {std::string(name(proposal.state))});
}

// Of one document of the command line, without where files lie on this machine.
Result<Json>
document(const Call& call, const fs::path& home, const std::vector<std::string>& words, const fs::path& folder) {
    auto json = job::read_object(TRY(run_ourselves(call, Sent::list, home, words, folder)));
    json.erase("refused_file");
    return json;
}

// The words of a command about the columns, with what a person said of the headings.
std::vector<std::string> with_map(std::vector<std::string> words, const std::vector<std::string>& said) {
    for (const auto& one : said)
        words.insert(words.end(), {"--map", one});
    return words;
}

// What importing the list would do to the list in use: its rows, and the changes field by field. Nothing is stored.
// Where the columns of a list are not understood, a person may say them: then there is `trouble` and no report.
Result<ProposalAnswer> answer_of(const Call& call,
                                 const std::string& file,
                                 Date as_of,
                                 const fs::path& folder,
                                 const std::vector<std::string>& said) {
    const auto& home = call.services.around.home;
    auto report =
        document(call, home, with_map({"list", "import", file, "--look", "--as-of", as_of.iso()}, said), folder);
    if (!report) {
        const auto columns = document(call, home, with_map({"list", "columns", file}, said), folder);
        if (!columns || columns->at("trouble").is_null()) return report.error();
        return ProposalAnswer{.said = said, .trouble = columns->at("trouble")};
    }
    Json difference{{"changes", std::move(report->at("changes"))}};
    report->erase("changes");
    return ProposalAnswer{.said = said, .report = *std::move(report), .difference = std::move(difference)};
}

// Into the table, once the file lies in `folder`.
Outcome
store_proposal(const Call& call, const std::string& id, const std::string& file, Date as_of, const fs::path& folder) {
    auto answer = TRY(answer_of(call, file, as_of, folder, {}));
    return store::add_proposal(call.services.desk.store(),
                               {.id = id,
                                .at = call.services.desk.now(),
                                .account = call.account().name,
                                .file = file,
                                .as_of = as_of,
                                .answer = to_json(std::move(answer)).dump(),
                                .decided_by = {}});
}

// Looks at the file again and keeps what it found.
Result<ProposalAnswer>
look_again(const Call& call, const store::Proposal& proposal, const std::vector<std::string>& said) {
    auto answer = TRY(answer_of(call, proposal.file, proposal.as_of, proposal_folder(call, proposal.id), said));
    auto kept = to_json(std::move(answer));
    TRY(store::set_answer(call.services.desk.store(), proposal.id, kept.dump()));
    return read_answer(std::move(kept));
}

// As it is kept. A list that waits since before an upgrade is looked at again, since less was said of it then.
ProposalAnswer kept_answer(const Call& call, const store::Proposal& proposal) {
    auto answer = read_answer(job::read_object(proposal.answer));
    if (proposal.state != store::ProposalState::waiting || !answer.is_of_before()) return answer;
    auto again = look_again(call, proposal, {});
    return again ? *std::move(again) : answer; // the file may be lost; what was said then is still there
}

// "HDBQ=storage", as the command line takes it.
Result<std::vector<std::string>> said_of_columns(const Json& body) {
    const auto map = body.find("map");
    if (map == body.end() || !map->is_array() || map->size() > most_said)
        return error(Cause::usage, "request.member", {"map"});
    std::vector<std::string> all;
    for (const auto& said : *map) {
        if (!said.is_string() || said.get_ref<const std::string&>().size() > longest_said)
            return error(Cause::usage, "request.member", {"map"});
        all.push_back(said.get<std::string>());
    }
    return all;
}

} // namespace

Answer add_proposal(const Call& call) {
    const auto file = safe_name(call.request.header("x-file-name"));
    const auto as_of =
        call.request.has_parameter("as_of") ? TRY(Date::parse_typed(call.request.parameter("as_of"))) : call.today();
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
    const auto proposal = TRY(find_proposal(call, id));
    return json_answer(proposal_json(proposal, read_answer(job::read_object(proposal.answer))), 201);
}

// Without what each one says of its rows: that of fifty lists of a whole country would be a hundred megabytes.
Answer list_proposals(const Call& call) {
    Json all = Json::array();
    for (const auto& proposal : TRY(store::newest_proposals(call.services.desk.store(), most_proposals)))
        TRY(settle(call, proposal));
    for (const auto& proposal : TRY(store::newest_proposals(call.services.desk.store(), most_proposals)))
        all.push_back(proposal_json(proposal, {}));
    return json_answer(all);
}

Answer show_proposal(const Call& call) {
    const auto proposal = TRY(find_proposal(call, call.named.at("id")));
    return json_answer(proposal_json(proposal, kept_answer(call, proposal)));
}

// Which column became what, with values.
Answer columns_of_proposal(const Call& call) {
    const auto proposal = TRY(find_proposal(call, call.named.at("id")));
    const auto said = read_answer(job::read_object(proposal.answer)).said;
    return json_answer(TRY(document(call,
                                    call.services.around.home,
                                    with_map({"list", "columns", proposal.file}, said),
                                    proposal_folder(call, proposal.id))));
}

// Who handed the list in says what its columns mean; the other person sees it and approves it.
Answer map_proposal(const Call& call) {
    const auto said = TRY(said_of_columns(TRY(json_body(call.request))));
    const auto proposal = TRY(find_proposal(call, call.named.at("id")));
    if (proposal.account != call.account().name) return Problem{403, {"proposal.not_own", {}}};
    if (proposal.state != store::ProposalState::waiting) return decided_already(proposal);
    auto answer = TRY(look_again(call, proposal, said));
    TRY(call.note("columns said", proposal.id));
    return json_answer(proposal_json(proposal, std::move(answer)));
}

namespace {

// What a person said of its columns. The rest of the answer is not held while the list is read again: of a long list it
// is large.
Result<std::vector<std::string>> said_of(const Call& call, const store::Proposal& proposal) {
    auto answer = kept_answer(call, proposal);
    if (answer.trouble) return error(Cause::refused, "proposal.unread");
    return std::move(answer.said);
}

// Into force, in one transaction of the list's store, which keeps the proposal's number with the list.
Outcome put_into_force(const Call& call, const store::Proposal& proposal, std::vector<std::string> said) {
    const office::ApprovedList approved{.proposal = proposal.id,
                                        .file = proposal_folder(call, proposal.id) / proposal.file,
                                        .as_of = proposal.as_of,
                                        .said = std::move(said)};
    const auto version = TRY(office::import_proposal(approved, call.around()));
    if (!version) return error(Cause::refused, "proposal.empty");
    return done;
}

} // namespace

// Two people: who proposed a list does not approve it, whatever their role.
Answer approve_proposal(const Call& call) {
    auto& store = call.services.desk.store();
    const auto proposal = TRY(find_proposal(call, call.named.at("id")));
    const auto& id = proposal.id;
    if (proposal.account == call.account().name) return Problem{403, {"proposal.own", {}}};
    auto said = TRY(said_of(call, proposal));
    {
        constexpr auto patience = std::chrono::seconds(10);
        const auto held = TRY(FileLock::take(decision_lock(call, id), patience));
        if (!TRY(store::decide_proposal(store, id, store::ProposalState::approving, call.account().name)))
            return decided_already(TRY(find_held(call, id)));
        if (const auto imported = put_into_force(call, proposal, std::move(said));
            !imported) { // as if nobody had decided
            TRY(store::reopen_proposal(store, id));
            return imported.error();
        }
        TRY(finish_approval(call, id, call.account().name));
    }
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

} // namespace temsao::serve
