#pragma once
// Inside `store`: a sum over the rows of each table whose content nothing else guards: accounts, sessions, proposals,
// runs, the audit entries, the lot book. SQLite's own check sees that a file hangs together, not that a letter in it
// became another. Triggers keep the sums, so each change of a row changes the sum of its table in the same transaction.
// Like the digests of lists they guard against damage, not against somebody who may write the database.
//
// The sum is the exclusive or of the rows' hashes, so it takes the same time however many rows there are. The database
// gives SQL two functions for it: temsao_row(sum, value…) adds a row to a sum or takes it out again,
// temsao_rows(value…) is the sum of all rows asked for. Failures are the database's.
#include "store/database.h"

namespace temsao::store {

// The tables whose rows do not agree with their sum, by name; "sqlite_schema" where the tables themselves were altered,
// "row_sum" where the sums are gone.
std::vector<std::string> altered_tables(Database& database);

// Makes the triggers for the tables as they are now, and takes the sums. Within the transaction in which the tables got
// their newest form; those in `altered` keep their sums, so that a new form hides no damage.
void watch_rows(Database& database, const std::vector<std::string>& altered);

// Is there a table of sums at all? Not before the form that brought it.
bool are_rows_watched(Database& database);

} // namespace temsao::store
