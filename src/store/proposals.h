#pragma once
// Proposal: a product list that one person proposed and another decides on. waiting -> approved or withdrawn; one
// decision counts, also when two decide at once. The list comes into force on the disk of one server and the proposal
// may be kept elsewhere, so between the two it is `approving`. The file itself lies in the data directory. Threads and
// errors: desk_store.h.
#include "base/date.h"

namespace temsao::store {

class Sql;

enum class ProposalState { waiting, approving, approved, withdrawn };
std::string_view name(ProposalState state); // "waiting", as in JSON

struct Proposal {
    std::string id;      // unique, in the order of time
    std::int64_t at = 0; // when it was proposed, seconds since 1970
    std::string account; // who proposed it
    std::string file;    // the file's plain name
    Date as_of;          // the day from which the list counts
    std::string answer;  // what the import would do: report and difference, JSON
    ProposalState state = ProposalState::waiting;
    std::string decided_by; // an account; empty while it waits
};

Outcome add_proposal(Sql& sql, const Proposal& proposal);
Result<std::optional<Proposal>> find_proposal(Sql& sql, const std::string& id);
Result<std::vector<Proposal>> newest_proposals(Sql& sql, int most); // newest first

// Approving, or withdrawn, by this account. False, and nothing changed, unless it was waiting.
Result<bool> decide_proposal(Sql& sql, const std::string& id, ProposalState decision, const std::string& account);

// What the import would do, after another look.
Outcome set_answer(Sql& sql, const std::string& id, const std::string& answer);

Outcome approve_proposal(Sql& sql, const std::string& id); // its list is in force
Outcome reopen_proposal(Sql& sql, const std::string& id);  // waiting again, decided by nobody

} // namespace temsao::store
