#include "store/audit_entries.h"

#include "store/sql.h"

namespace temsao::store {

Outcome add_audit_entry(Sql& sql, const AuditEntry& entry) {
    TRY(sql.run("INSERT INTO deed(id, at, account, action, subject) VALUES (?,?,?,?,?)",
                {entry.id, std::to_string(entry.at), entry.account, entry.action, entry.subject}));
    return done;
}

Result<std::vector<AuditEntry>> audit_entries(Sql& sql, int most, const std::string& before) {
    const auto rows = TRY(sql.run(
        "SELECT id, at, account, action, subject FROM deed WHERE id < ? ORDER BY id DESC LIMIT " + std::to_string(most),
        {before_id(before)}));
    std::vector<AuditEntry> entries;
    for (const auto& row : rows)
        entries.push_back(
            {.id = row[0], .at = as_number(row[1]), .account = row[2], .action = row[3], .subject = row[4]});
    return entries;
}

} // namespace temsao::store
