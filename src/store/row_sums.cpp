#include "store/row_sums.h"

#include <algorithm>
#include <array>

namespace temsao::store {
namespace {

// Facts of products and own revocations have digests (list_digest.h), the print log and those of other machines their
// trees, sightings their ids.
constexpr std::array watched = {
    "account",       "session",      "allowance",     "deed",        "proposal",         "print_run",
    "shared_list",   "sign_in_try",  "device",        "server",      "heading_map",      "declaration",
    "log_former",    "log_identity", "lot_event",     "lot_part",    "lot_name",         "lot_secret",
    "list",          "product",      "certificate",   "issue",       "taken_log",        "submitted",
    "witnessed_log", "log_cosigned", "log_statement", "lot_request", "shopper_question", "shopper_question_room",
    "introduction"};

constexpr auto schema = "sqlite_schema";

std::string columns_of(Database& database, const std::string& table, const std::string& before) {
    if (table == schema) return "type, name, tbl_name, sql"; // where a table begins in the file may change
    Statement names(database, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    names.bind(1, table);
    std::string all;
    while (names.next())
        all += (all.empty() ? "" : ", ") + before + "\"" + names.text(0) + "\"";
    return all;
}

std::int64_t sum_of(Database& database, const std::string& table) {
    const auto sql = "SELECT temsao_rows(" + columns_of(database, table, "") + ") FROM " + table;
    Statement sum(database, sql.c_str());
    return sum.next() ? sum.number(0) : 0;
}

// Not in a file of an older form. That a table was taken away is told by the sum of the tables themselves.
bool is_there(Database& database, const std::string& table) {
    Statement found(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    return found.bind(1, table).next();
}

bool agrees(Database& database, const std::string& table) {
    Statement kept(database, "SELECT sum FROM row_sum WHERE name = ?");
    kept.bind(1, table);
    return kept.next() && kept.number(0) == sum_of(database, table);
}

void run(Database& database, const std::string& sql) {
    Statement(database, sql.c_str()).run();
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (const auto part : parts)
        all += part;
    return all;
}

void watch(Database& database, const std::string& table) {
    const auto fresh = columns_of(database, table, "NEW."), old = columns_of(database, table, "OLD.");
    const std::array<std::array<std::string, 2>, 3> steps = {{
        {"INSERT", joined({"temsao_row(sum, ", fresh, ")"})},
        {"DELETE", joined({"temsao_row(sum, ", old, ")"})},
        {"UPDATE", joined({"temsao_row(temsao_row(sum, ", old, "), ", fresh, ")"})},
    }};
    for (const auto& [step, sum] : steps) {
        const auto name = joined({"watch_", table, "_", step});
        run(database, "DROP TRIGGER IF EXISTS " + name);
        run(database,
            joined({"CREATE TRIGGER ",
                    name,
                    " AFTER ",
                    step,
                    " ON ",
                    table,
                    " BEGIN UPDATE row_sum SET sum = ",
                    sum,
                    " WHERE name = '",
                    table,
                    "'; END"}));
    }
}

} // namespace

bool are_rows_watched(Database& database) {
    Statement found(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'row_sum'");
    return found.next();
}

std::vector<std::string> altered_tables(Database& database) {
    if (!are_rows_watched(database)) return {"row_sum"};
    std::vector<std::string> altered;
    for (const std::string table : watched)
        if (is_there(database, table) && !agrees(database, table)) altered.push_back(table);
    if (!agrees(database, schema)) altered.emplace_back(schema);
    return altered;
}

void watch_rows(Database& database, const std::vector<std::string>& altered) {
    for (const std::string table : watched)
        watch(database, table);
    std::vector<std::string> summed(watched.begin(), watched.end());
    summed.emplace_back(schema); // last: the triggers are part of it
    for (const auto& table : summed)
        if (std::find(altered.begin(), altered.end(), table) == altered.end()) {
            const auto sum = sum_of(database, table);
            Statement keep(database,
                           "INSERT INTO row_sum VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sum = excluded.sum");
            keep.bind(1, table).bind(2, sum).run();
        }
}

} // namespace temsao::store
