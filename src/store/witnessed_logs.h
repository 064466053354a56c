#pragma once
// The logs that this machine is a witness for, and the longest history of each that it signed. A row never goes back:
// it changes only from what it was to something longer, in one statement, and it stays when the log is no longer
// watched. Threads and errors: desk_store.h.
#include "trace/witness_request.h"

namespace temsao::store {

class Sql;

struct WitnessedLog {
    std::string witness;  // our name: servers that share a store may be different witnesses
    std::string verifier; // the log's name and key
    trace::SeenHistory seen = {};
    std::string checkpoint = {}; // signed by the log; empty at first
    bool is_watched = true;
};

// Begins to watch it, or goes on where it ended. A log of this name may have a new key.
Outcome watch_log(Sql& sql, const std::string& witness, const trace::NoteVerifier& log);
// False when it was not watched.
Result<bool> stop_watching(Sql& sql, const std::string& witness, const std::string& origin);

Result<std::optional<WitnessedLog>> find_witnessed(Sql& sql, const std::string& witness, const std::string& origin);
Result<std::vector<WitnessedLog>> witnessed_logs(Sql& sql, const std::string& witness); // by name, also those of before

// From what was read to `next`; false, and nothing changed, when another process has signed something since.
Result<bool>
keep_seen(Sql& sql, const WitnessedLog& was, const trace::SeenHistory& next, const std::string& checkpoint);

} // namespace temsao::store
