#include "store/proposals.h"

#include "store/sql.h"
#include "store/stored_day.h"

namespace temsao::store {
namespace {

constexpr auto proposal_columns = "id, at, account, file, as_of, answer, state, decided_by";

// A word that we did not write counts as withdrawn: nobody can approve that list.
ProposalState proposal_state(const std::string& text) {
    for (const auto state : {ProposalState::waiting, ProposalState::approving, ProposalState::approved})
        if (name(state) == text) return state;
    return ProposalState::withdrawn;
}

Proposal read_proposal(const Sql::Row& row) {
    return {.id = row[0],
            .at = as_number(row[1]),
            .account = row[2],
            .file = row[3],
            .as_of = stored_day(row[4]),
            .answer = row[5],
            .state = proposal_state(row[6]),
            .decided_by = row[7]};
}

} // namespace

std::string_view name(ProposalState state) {
    constexpr std::string_view names[] = {"waiting", "approving", "approved", "withdrawn"};
    return names[static_cast<int>(state)];
}

Outcome add_proposal(Sql& sql, const Proposal& proposal) {
    TRY(sql.run(std::string("INSERT INTO proposal(") + proposal_columns + ") VALUES (?,?,?,?,?,?,?,?)",
                {proposal.id,
                 std::to_string(proposal.at),
                 proposal.account,
                 proposal.file,
                 proposal.as_of.iso(),
                 proposal.answer,
                 std::string(name(proposal.state)),
                 proposal.decided_by}));
    return done;
}

Result<std::optional<Proposal>> find_proposal(Sql& sql, const std::string& id) {
    const auto rows = TRY(sql.run(std::string("SELECT ") + proposal_columns + " FROM proposal WHERE id = ?", {id}));
    return rows.empty() ? std::optional<Proposal>() : read_proposal(rows.front());
}

Result<std::vector<Proposal>> newest_proposals(Sql& sql, int most) {
    const auto rows = TRY(sql.run(std::string("SELECT ") + proposal_columns + " FROM proposal ORDER BY id DESC LIMIT " +
                                  std::to_string(most)));
    std::vector<Proposal> proposals;
    for (const auto& row : rows)
        proposals.push_back(read_proposal(row));
    return proposals;
}

Result<bool> decide_proposal(Sql& sql, const std::string& id, ProposalState decision, const std::string& account) {
    const auto taken =
        TRY(sql.run("UPDATE proposal SET state = ?, decided_by = ? WHERE id = ? AND state = 'waiting' RETURNING id",
                    {std::string(name(decision)), account, id}));
    return !taken.empty();
}

Outcome set_answer(Sql& sql, const std::string& id, const std::string& answer) {
    TRY(sql.run("UPDATE proposal SET answer = ? WHERE id = ?", {answer, id}));
    return done;
}

Outcome approve_proposal(Sql& sql, const std::string& id) {
    TRY(sql.run("UPDATE proposal SET state = 'approved' WHERE id = ?", {id}));
    return done;
}

Outcome reopen_proposal(Sql& sql, const std::string& id) {
    TRY(sql.run("UPDATE proposal SET state = 'waiting', decided_by = '' WHERE id = ?", {id}));
    return done;
}

} // namespace temsao::store
