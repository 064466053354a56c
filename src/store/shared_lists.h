#pragma once
// The product list that several servers share: its newest revision, as CSV, and the revocations that were made on
// servers and not in a spreadsheet. Threads and errors: desk_store.h.
#include "base/date.h"

namespace temsao::store {

class Sql;

struct SharedListRow {
    std::int64_t revision = 0; // 1, 2, 3 …
    Date as_of;                // the day from which the list counts
    std::string csv;
    std::string revocations = "[]"; // JSON, as office/own_revocations.h writes it
};

// False, and nothing changed, when another server has stored this revision or a later one already. Of older ones only
// the number stays.
Result<bool> add_shared_list(Sql& sql, const SharedListRow& row);

Result<std::int64_t> newest_shared_revision(Sql& sql); // 0: there is none
Result<std::optional<SharedListRow>> newest_shared_list(Sql& sql);

} // namespace temsao::store
