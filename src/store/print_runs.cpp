#include "store/print_runs.h"

#include "store/sql.h"

namespace temsao::store {
namespace {

constexpr auto run_columns = "id, at, account, producer, wish, server, request, state, done, total, answer";

// A word that we did not write counts as failed: nobody makes that run.
RunState run_state(const std::string& text) {
    for (const auto state :
         {RunState::waiting, RunState::running, RunState::done, RunState::cancelled, RunState::cancelling})
        if (name(state) == text) return state;
    return RunState::failed;
}

PrintRun read_run(const Sql::Row& row) {
    return {.id = row[0],
            .at = as_number(row[1]),
            .account = row[2],
            .producer = row[3],
            .idempotency_key = row[4],
            .server = row[5],
            .request = row[6],
            .state = run_state(row[7]),
            .done = as_number(row[8]),
            .total = as_number(row[9]),
            .answer = row[10]};
}

Result<std::optional<PrintRun>>
find_one(Sql& sql, const std::string& condition, const std::vector<std::string>& values) {
    const auto rows = TRY(sql.run(std::string("SELECT ") + run_columns + " FROM print_run WHERE " + condition, values));
    return rows.empty() ? std::optional<PrintRun>() : read_run(rows.front());
}

} // namespace

std::string_view name(RunState state) {
    constexpr std::string_view names[] = {"waiting", "running", "done", "failed", "cancelled", "cancelling"};
    return names[static_cast<int>(state)];
}

Result<bool> add_print_run(Sql& sql, const PrintRun& run) {
    const auto added = TRY(sql.run(std::string("INSERT INTO print_run(") + run_columns +
                                       ") VALUES (?,?,?,?,?,?,?,?,?,?,?)"
                                       " ON CONFLICT (account, wish) WHERE wish <> '' DO NOTHING RETURNING id",
                                   {run.id,
                                    std::to_string(run.at),
                                    run.account,
                                    run.producer,
                                    run.idempotency_key,
                                    run.server,
                                    run.request,
                                    std::string(name(run.state)),
                                    std::to_string(run.done),
                                    std::to_string(run.total),
                                    run.answer}));
    return !added.empty();
}

Result<std::optional<PrintRun>> find_print_run(Sql& sql, const std::string& id) {
    return find_one(sql, "id = ?", {id});
}

Result<std::optional<PrintRun>>
find_print_run(Sql& sql, const std::string& account, const std::string& idempotency_key) {
    return find_one(sql, "account = ? AND wish = ?", {account, idempotency_key});
}

Result<std::vector<PrintRun>> print_runs(Sql& sql, const std::string& producer, int most, const std::string& before) {
    const auto rows = TRY(sql.run(std::string("SELECT ") + run_columns +
                                      " FROM print_run WHERE id < ? AND (? = '' OR producer = ?)"
                                      " ORDER BY id DESC LIMIT " +
                                      std::to_string(most),
                                  {before_id(before), producer, producer}));
    std::vector<PrintRun> runs;
    for (const auto& row : rows)
        runs.push_back(read_run(row));
    return runs;
}

Result<std::int64_t> waiting_print_runs(Sql& sql) {
    return as_number(TRY(sql.run("SELECT count(*) FROM print_run WHERE state = 'waiting'")).front()[0]);
}

Result<std::int64_t> waiting_print_runs_of(Sql& sql, const std::string& producer) {
    const auto rows =
        TRY(sql.run("SELECT count(*) FROM print_run WHERE state = 'waiting' AND producer = ?", {producer}));
    return as_number(rows.front()[0]);
}

Result<std::vector<WaitingRun>> next_print_runs(Sql& sql, const std::string& server) {
    std::vector<WaitingRun> runs;
    for (const auto& row : TRY(sql.run("SELECT min(id), producer FROM print_run WHERE state = 'waiting' AND server = ?"
                                       " GROUP BY producer ORDER BY 1",
                                       {server})))
        runs.push_back({row[0], row[1]});
    return runs;
}

Result<bool> take_print_run(Sql& sql, const std::string& id, const std::string& server) {
    const auto taken = TRY(
        sql.run("UPDATE print_run SET state = 'running' WHERE id = ? AND state = 'waiting' AND server = ? RETURNING id",
                {id, server}));
    return !taken.empty();
}

Outcome requeue_print_runs(Sql& sql, const std::string& server) {
    TRY(sql.run("UPDATE print_run SET state = CASE state WHEN 'running' THEN 'waiting' ELSE 'cancelled' END"
                " WHERE state IN ('running', 'cancelling') AND server = ?",
                {server}));
    return done;
}

Outcome cancel_print_run(Sql& sql, const std::string& id) {
    TRY(sql.run("UPDATE print_run SET state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE 'cancelling' END"
                " WHERE id = ? AND state IN ('waiting', 'running')",
                {id}));
    return done;
}

Result<bool> update_print_run(Sql& sql, const PrintRun& run) {
    const auto updated = TRY(sql.run("UPDATE print_run SET state = ?, done = ?, total = ?, answer = ?"
                                     " WHERE id = ? AND server = ? RETURNING id",
                                     {std::string(name(run.state)),
                                      std::to_string(run.done),
                                      std::to_string(run.total),
                                      run.answer,
                                      run.id,
                                      run.server}));
    return !updated.empty();
}

Outcome note_server(Sql& sql, const std::string& server, std::int64_t now) {
    TRY(sql.run("INSERT INTO server(id, seen) VALUES (?,?) ON CONFLICT (id) DO UPDATE SET seen = excluded.seen",
                {server, std::to_string(now)}));
    return done;
}

Result<std::int64_t> adopt_print_runs(Sql& sql, const std::string& server, std::int64_t since) {
    const auto adopted = TRY(sql.run("UPDATE print_run SET server = ?,"
                                     " state = CASE state WHEN 'cancelling' THEN 'cancelled' ELSE 'waiting' END"
                                     " WHERE state IN ('waiting', 'running', 'cancelling') AND server <> ?"
                                     " AND server NOT IN (SELECT id FROM server WHERE seen >= ?) RETURNING id",
                                     {server, server, std::to_string(since)}));
    return static_cast<std::int64_t>(adopted.size());
}

} // namespace temsao::store
