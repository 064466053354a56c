#include "store/shared_lists.h"

#include "store/sql.h"
#include "store/stored_day.h"

namespace temsao::store {

Result<std::int64_t> add_shared_list(Sql& sql, Date as_of, const std::string& csv) {
    const auto added = TRY(sql.run("INSERT INTO shared_list(revision, as_of, csv)"
                                   " SELECT COALESCE(max(revision), 0) + 1, ?, ? FROM shared_list RETURNING revision",
                                   {as_of.iso(), csv}));
    return as_number(added.front()[0]);
}

Outcome remove_shared_lists_before(Sql& sql, std::int64_t revision) {
    TRY(sql.run("DELETE FROM shared_list WHERE revision < CAST(? AS bigint)", {std::to_string(revision)}));
    return done;
}

Result<std::int64_t> newest_shared_revision(Sql& sql) {
    const auto rows = TRY(sql.run("SELECT revision FROM shared_list ORDER BY revision DESC LIMIT 1"));
    return rows.empty() ? 0 : as_number(rows.front()[0]);
}

Result<std::optional<SharedListRow>> newest_shared_list(Sql& sql) {
    const auto rows = TRY(sql.run("SELECT revision, as_of, csv FROM shared_list ORDER BY revision DESC LIMIT 1"));
    if (rows.empty()) return std::optional<SharedListRow>();
    const auto& row = rows.front();
    return std::optional(SharedListRow{as_number(row[0]), stored_day(row[1]), row[2]});
}

} // namespace temsao::store
