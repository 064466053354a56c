#pragma once
// Sql: plain statements on either store, for small tables that are queried by key (desk_tables.h). Each statement is a
// transaction of its own; values are bound to ? in order, never pasted, and rows are returned as texts. One object
// belongs to one thread at a time.
#include "base/result.h"

#include <filesystem>
#include <memory>

namespace temsao::store {

class Sql {
public:
    using Row = std::vector<std::string>;

    // `store` is empty for SQLite in `home`, else postgresql://…; creates the tables of desk_tables.h. Errors:
    // file.unwritable, store.unusable, store.newer, store.address {store}.
    static Result<std::unique_ptr<Sql>> open(const std::filesystem::path& home, const std::string& store);
    virtual ~Sql() = default;

    // Error store.unusable. A lost connection to PostgreSQL is opened again at the next statement.
    virtual Result<std::vector<Row>> run(const std::string& sql, const std::vector<std::string>& values = {}) = 0;
};

Result<std::unique_ptr<Sql>> open_postgres_sql(const std::string& address); // inside `store`

} // namespace temsao::store
