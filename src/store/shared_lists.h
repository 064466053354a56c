#pragma once
// The product list that several servers share: its newest revision, as CSV. Threads and errors: desk_store.h.
#include "base/date.h"

namespace temsao::store {

class Sql;

struct SharedListRow {
    std::int64_t revision = 0; // 1, 2, 3 …
    Date as_of;                // the day from which the list counts
    std::string csv;
};

// Stores the next revision and returns its number; older ones stay. When two servers add at once, one of them gets
// store.unusable and changes nothing.
Result<std::int64_t> add_shared_list(Sql& sql, Date as_of, const std::string& csv);
Outcome remove_shared_lists_before(Sql& sql, std::int64_t revision);

Result<std::int64_t> newest_shared_revision(Sql& sql); // 0: there is none
Result<std::optional<SharedListRow>> newest_shared_list(Sql& sql);

} // namespace temsao::store
