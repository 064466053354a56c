#include "store/witnessed_logs.h"

#include "base/coding.h"
#include "store/sql.h"
#include "trace/note.h"

#include <algorithm>

namespace temsao::store {
namespace {

constexpr auto columns = "SELECT witness, verifier, size, root, checkpoint, is_watched FROM witnessed_log ";

std::string root_text(const trace::SeenHistory& seen) {
    return temsao::base64(trace::sodium::text_of(seen.root));
}

// A damaged root equals none that a log may show, so nothing is signed.
WitnessedLog read_row(const Sql::Row& row) {
    WitnessedLog log{row[0], row[1], {as_number(row[2]), {}}, row[4], row[5] != "0"};
    if (const auto root = temsao::from_base64(row[3]); root && root->size() == log.seen.root.size())
        std::copy(root->begin(), root->end(), log.seen.root.begin());
    return log;
}

} // namespace

Outcome watch_log(Sql& sql, const std::string& witness, const trace::NoteVerifier& log) {
    TRY(sql.run("INSERT INTO witnessed_log(witness, origin, verifier, size, root, checkpoint, is_watched)"
                " VALUES (?,?,?,0,?,'',1) ON CONFLICT (witness, origin)"
                " DO UPDATE SET verifier = excluded.verifier, is_watched = 1",
                {witness, log.name, log.text(), root_text({})}));
    return done;
}

Result<bool> stop_watching(Sql& sql, const std::string& witness, const std::string& origin) {
    const auto rows = TRY(sql.run("UPDATE witnessed_log SET is_watched = 0"
                                  " WHERE witness = ? AND origin = ? AND is_watched = 1 RETURNING origin",
                                  {witness, origin}));
    return !rows.empty();
}

Result<std::optional<WitnessedLog>> find_witnessed(Sql& sql, const std::string& witness, const std::string& origin) {
    const auto rows = TRY(sql.run(std::string(columns) + "WHERE witness = ? AND origin = ?", {witness, origin}));
    if (rows.empty()) return std::optional<WitnessedLog>();
    return std::optional(read_row(rows.front()));
}

Result<std::vector<WitnessedLog>> witnessed_logs(Sql& sql, const std::string& witness) {
    std::vector<WitnessedLog> logs;
    for (const auto& row : TRY(sql.run(std::string(columns) + "WHERE witness = ? ORDER BY origin", {witness})))
        logs.push_back(read_row(row));
    return logs;
}

Result<bool>
keep_seen(Sql& sql, const WitnessedLog& was, const trace::SeenHistory& next, const std::string& checkpoint) {
    ENSURE(next.size >= was.seen.size);
    const auto rows =
        TRY(sql.run("UPDATE witnessed_log SET size = CAST(? AS bigint), root = ?, checkpoint = ?"
                    " WHERE witness = ? AND origin = ? AND size = CAST(? AS bigint) AND root = ? RETURNING origin",
                    {std::to_string(next.size),
                     root_text(next),
                     checkpoint,
                     was.witness,
                     trace::name_of_verifier(was.verifier),
                     std::to_string(was.seen.size),
                     root_text(was.seen)}));
    return !rows.empty();
}

} // namespace temsao::store
