#pragma once
// AuditEntry: one line of the record of who did what on the server. (The table is named `deed`, and so are the API's
// members: renaming them would need a migration and a new API.) Threads and errors: desk_store.h.
#include "base/result.h"

#include <cstdint>

namespace temsao::store {

class Sql;

struct AuditEntry {
    std::string id;      // unique, in the order of time
    std::int64_t at = 0; // seconds since 1970
    std::string account; // its name; empty: the command line on this machine
    std::string action;  // "sign in", "list approved" …
    std::string subject; // what it was done to, as text; may be empty
};

Outcome add_audit_entry(Sql& sql, const AuditEntry& entry);

// Newest first, at most `most`, those whose id is before `before` (empty: all).
Result<std::vector<AuditEntry>> audit_entries(Sql& sql, int most, const std::string& before);

} // namespace temsao::store
