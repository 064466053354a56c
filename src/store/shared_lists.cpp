#include "store/shared_lists.h"

#include "store/sql.h"
#include "store/stored_day.h"

namespace temsao::store {

Result<bool> add_shared_list(Sql& sql, const SharedListRow& row) {
    const auto revision = std::to_string(row.revision);
    const auto added =
        TRY(sql.run("INSERT INTO shared_list(revision, as_of, csv, revocations) SELECT CAST(? AS bigint),?,?,?"
                    " WHERE NOT EXISTS (SELECT 1 FROM shared_list WHERE revision >= CAST(? AS bigint))"
                    " ON CONFLICT DO NOTHING RETURNING revision",
                    {revision, row.as_of.iso(), row.csv, row.revocations, revision}));
    if (added.empty()) return false;
    // Emptied and not deleted: a server that is two revisions behind must not find the number in between free.
    TRY(sql.run("UPDATE shared_list SET csv = '', revocations = '[]' WHERE revision < CAST(? AS bigint) AND csv <> ''",
                {revision}));
    return true;
}

Result<std::int64_t> newest_shared_revision(Sql& sql) {
    const auto rows = TRY(sql.run("SELECT revision FROM shared_list ORDER BY revision DESC LIMIT 1"));
    return rows.empty() ? 0 : as_number(rows.front()[0]);
}

Result<std::optional<SharedListRow>> newest_shared_list(Sql& sql) {
    const auto rows = TRY(sql.run("SELECT revision, as_of, csv, revocations FROM shared_list"
                                  " ORDER BY revision DESC LIMIT 1"));
    if (rows.empty()) return std::optional<SharedListRow>();
    const auto& row = rows.front();
    return std::optional(SharedListRow{as_number(row[0]), stored_day(row[1]), row[2], row[3]});
}

} // namespace temsao::store
