#pragma once
// PrintRun: a print job of the server that waits its turn, runs, and is done, failed or cancelled. The queue of all
// servers that share a store; each server makes the runs that it took in, since their files lie on its disk. A server
// that has not been seen for a while loses those that it has not finished to another one. Threads and errors:
// desk_store.h.
#include "base/result.h"

#include <cstdint>

namespace temsao::store {

class Sql;

// `cancelling`: it is being made, and its server is to stop.
enum class RunState { waiting, running, done, failed, cancelled, cancelling };
std::string_view name(RunState state); // "waiting", as in JSON

struct PrintRun {
    std::string id;       // unique, in the order of time
    std::int64_t at = 0;  // when it was asked for, seconds since 1970
    std::string account;  // who asked
    std::string producer; // whose labels; as on the list
    // What the client calls its request, so that a repeated one makes no second run; unique for the account, empty for
    // none. (The column is named `wish`: renaming it would need a migration.)
    std::string idempotency_key;
    std::string server;  // whose disk has the files
    std::string request; // options of the job, JSON
    RunState state = RunState::waiting;
    std::int64_t done = 0, total = 0; // labels
    std::string answer;               // JSON: the job's report, or its error; empty until it ran
};

// False, and nothing changed, when the account used this idempotency key before.
Result<bool> add_print_run(Sql& sql, const PrintRun& run);
Result<std::optional<PrintRun>> find_print_run(Sql& sql, const std::string& id);
Result<std::optional<PrintRun>>
find_print_run(Sql& sql, const std::string& account, const std::string& idempotency_key);
// Newest first, at most `most`; of all producers if `producer` is empty; those whose id is before `before` (empty:
// all).
Result<std::vector<PrintRun>> print_runs(Sql& sql, const std::string& producer, int most, const std::string& before);
Result<std::int64_t> waiting_print_runs(Sql& sql); // how many, of all servers
Result<std::int64_t> waiting_print_runs_of(Sql& sql, const std::string& producer);

struct WaitingRun {
    std::string id, producer;
};

// Of each producer the oldest waiting run of this server, the oldest first.
Result<std::vector<WaitingRun>> next_print_runs(Sql& sql, const std::string& server);
// This server makes it now; false when it no longer waits for this server.
Result<bool> take_print_run(Sql& sql, const std::string& id, const std::string& server);
// For a server that makes none of its runs now: those that are running wait again, those to be cancelled are cancelled.
Outcome requeue_print_runs(Sql& sql, const std::string& server);
// A waiting one is cancelled, a running one is to be cancelled by its server; one that ended stays as it is.
Outcome cancel_print_run(Sql& sql, const std::string& id);
// How it ended, or that it waits again: stores state, done, total and answer of `run`. False, and nothing changed, when
// another server has taken it over.
Result<bool> update_print_run(Sql& sql, const PrintRun& run);

// This server runs at `now`, seconds since 1970.
Outcome note_server(Sql& sql, const std::string& server, std::int64_t now);
// The runs that have not ended, of servers that were not seen since `since`, become runs of this one: those that were
// waiting or running wait, those to be cancelled are cancelled. Gives how many.
Result<std::int64_t> adopt_print_runs(Sql& sql, const std::string& server, std::int64_t since);

} // namespace temsao::store
