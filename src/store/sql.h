#pragma once
// Inside `store`: plain statements on either database, for small tables that are queried by key (desk_tables.h). The
// typed functions beside each noun (accounts.h, print_runs.h, proposals.h …) are written with them; other folders pass
// an Sql on and never call run(). Values are bound to ? in order, never pasted; rows are returned as texts, NULL as an
// empty one.
//
// Threads: an SqlConnection belongs to one thread at a time; DeskStore (desk_store.h) may be used from any.
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace temsao::store {

class Database;

class Sql {
public:
    using Row = std::vector<std::string>;
    virtual ~Sql() = default;

    // One statement. Error store.unusable {file or "PostgreSQL", why}.
    virtual Result<std::vector<Row>> run(const std::string& sql, const std::vector<std::string>& values = {}) = 0;
};

// One connection. Between begin() and commit() or undo() all statements are one transaction; elsewhere each is one of
// its own. A lost connection to PostgreSQL is opened again at the next statement, but not within a transaction.
class SqlConnection : public Sql {
public:
    virtual Outcome begin() = 0;  // error store.unusable; then nothing has begun
    virtual Outcome commit() = 0; // error store.unusable; then all is undone
    virtual void undo() = 0;
};

// `home` is created when it is missing. Errors: file.unwritable {path, why}, store.unusable, store.newer {file}.
Result<std::unique_ptr<SqlConnection>> open_sqlite_sql(const std::filesystem::path& home);

// `address` is postgresql://…; missing tables are created. Errors: store.address {store} (Cause::usage),
// store.unusable, which does not show the address, since it may hold a password.
Result<std::unique_ptr<SqlConnection>> open_postgres_sql(const std::string& address);

// One statement on an open SQLite file; failures are the database's (database.h).
std::vector<Sql::Row> rows_of(Database& database, const std::string& sql, const std::vector<std::string>& values);

// ?, ?, … -> $1, $2, …, as PostgreSQL wants it: our statements hold no question mark within quotes.
std::string with_numbers(const std::string& sql);

// A whole number as a row has it: written by us, so digits; 0 for anything else.
std::int64_t as_number(const std::string& text);

// What to compare ids with, to get those before `before`, or all when it is empty: our ids are letters and digits.
std::string before_id(const std::string& before);

} // namespace temsao::store
