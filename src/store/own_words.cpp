// What was said and done here, which no spreadsheet knows: revocations, the meanings of headings, and whom we trust.
#include "base/text.h"
#include "store/list_digest.h"
#include "store/list_store.h"
#include "store/stored_day.h"

#include <algorithm>

namespace temsao::store {

Result<std::vector<OwnRevocation>> ListStore::own_revocations() {
    std::vector<OwnRevocation> all;
    bool is_whole = true;
    Statement rows(database_,
                   "SELECT key, name, producer, decision, issuer, issued, ended_by, was, digest FROM own_revocation"
                   " ORDER BY key, issued, decision");
    while (rows.next()) {
        all.push_back({rows.text(0),
                       rows.text(1),
                       rows.text(2),
                       rows.text(3),
                       rows.text(4),
                       stored_day(rows.text(5)),
                       rows.text(6),
                       static_cast<catalog::Status>(std::clamp<std::int64_t>(rows.number(7), 0, 4))});
        is_whole = is_whole && rows.bytes(8) == digest_of(all.back());
    }
    TRY(database_.health());
    if (!is_whole) return error(Cause::data, "list.revocations_damaged", {});
    return all;
}

Outcome ListStore::keep(const OwnRevocation& revocation) {
    Statement insert(database_, "INSERT OR REPLACE INTO own_revocation VALUES (?,?,?,?,?,?,?,?,?)");
    insert.bind(1, revocation.key).bind(2, revocation.name).bind(3, revocation.producer);
    insert.bind(4, revocation.decision).bind(5, revocation.issuer).bind(6, revocation.issued.iso());
    insert.bind(7, revocation.ended_by).bind(8, static_cast<std::int64_t>(revocation.was));
    insert.bind_bytes(9, digest_of(revocation)).run();
    return database_.health();
}

Outcome ListStore::lift(const OwnRevocation& revocation) {
    Statement erase(database_, "DELETE FROM own_revocation WHERE key = ? AND issued = ? AND decision = ?");
    erase.bind(1, revocation.key).bind(2, revocation.issued.iso()).bind(3, revocation.decision).run();
    return database_.health();
}

Result<catalog::HeadingMap> ListStore::heading_map() {
    catalog::HeadingMap map;
    Statement rows(database_, "SELECT said, meaning FROM heading_map ORDER BY heading");
    while (rows.next())
        map.push_back({.heading = rows.text(0), .meaning = rows.text(1), .is_kept = true});
    TRY(database_.health());
    return map;
}

Outcome ListStore::keep(const catalog::SaidMeaning& said) {
    Statement insert(database_, "INSERT OR REPLACE INTO heading_map VALUES (?,?,?)");
    insert.bind(1, match_key(said.heading)).bind(2, said.heading).bind(3, said.meaning).run();
    return database_.health();
}

Result<std::optional<Trust>> ListStore::trust() {
    std::optional<Trust> trust;
    bool is_whole = true;
    Statement row(database_, "SELECT root, sequence, as_of, digest FROM trust");
    if (row.next()) {
        trust = Trust{row.text(0), row.number(1), stored_day(row.text(2))};
        is_whole = row.bytes(3) == digest_of(*trust);
    }
    TRY(database_.health());
    if (!is_whole) return error(Cause::data, "trust.memory_damaged", {});
    return trust;
}

Outcome ListStore::keep(const Trust& trust) {
    Statement insert(database_, "INSERT OR REPLACE INTO trust VALUES (1,?,?,?,?)");
    insert.bind(1, trust.root).bind(2, trust.sequence).bind(3, trust.as_of.iso());
    insert.bind_bytes(4, digest_of(trust)).run();
    return database_.health();
}

Result<bool> ListStore::has_proposal(const std::string& id) {
    Statement found(database_, "SELECT 1 FROM list WHERE proposal = ?");
    const bool is_there = found.bind(1, id).next();
    TRY(database_.health());
    return is_there;
}

Result<std::int64_t> ListStore::undo_from() {
    const auto now = TRY(version({}));
    return now.restores > 0 ? now.restores : now.id;
}

Result<std::int64_t> ListStore::older_than(std::int64_t id) {
    Statement before(database_, "SELECT max(id) FROM list WHERE id < ?");
    before.bind(1, id);
    const auto found = before.next() ? before.number(0) : 0;
    TRY(database_.health());
    return found;
}

} // namespace temsao::store
