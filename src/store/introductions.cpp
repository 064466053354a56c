#include "store/introductions.h"

#include "base/check.h"
#include "base/coding.h"
#include "catalog/same_name.h"
#include "store/sql.h"
#include "store/stored_day.h"

#include <algorithm>

namespace temsao::store {
namespace {

// All but the picture, which only introduction_jpeg() reads.
constexpr auto introduction_columns = "id, at, account, producer, vi, en, width, height, state, decided_by, decided";

constexpr std::string_view state_names[] = {"waiting", "approved", "withdrawn", "replaced"};

// A word that we did not write counts as withdrawn: no page shows it.
Introduction read_introduction(const Sql::Row& row) {
    return {.id = row[0],
            .at = as_number(row[1]),
            .account = row[2],
            .producer = row[3],
            .vi = row[4],
            .en = row[5],
            .width = static_cast<int>(as_number(row[6])),
            .height = static_cast<int>(as_number(row[7])),
            .state = introduction_state(row[8]).value_or(IntroductionState::withdrawn),
            .decided_by = row[9],
            .decided = row[10].empty() ? std::nullopt : std::optional(stored_day(row[10]))};
}

std::optional<Introduction> first_of(const std::vector<Sql::Row>& rows) {
    return rows.empty() ? std::optional<Introduction>() : read_introduction(rows.front());
}

// Those that ended, beyond the newest ones, go.
Outcome forget_ended(Sql& sql, const std::string& producer_key) {
    constexpr std::string_view ended = " producer_key = ? AND state IN ('withdrawn', 'replaced')";
    TRY(sql.run("DELETE FROM introduction WHERE" + std::string(ended) +
                    " AND id NOT IN (SELECT id FROM introduction WHERE" + std::string(ended) +
                    " ORDER BY decided DESC, id DESC LIMIT " + std::to_string(most_ended_introductions) + ")",
                {producer_key, producer_key}));
    return done;
}

} // namespace

std::string_view name(IntroductionState state) {
    return state_names[static_cast<int>(state)];
}

std::optional<IntroductionState> introduction_state(std::string_view text) {
    const auto* const found = std::find(std::begin(state_names), std::end(state_names), text);
    if (found == std::end(state_names)) return {};
    return static_cast<IntroductionState>(found - std::begin(state_names));
}

Outcome hand_in_introduction(Sql& sql, const Introduction& introduction, std::string_view jpeg) {
    ENSURE(introduction.state == IntroductionState::waiting && introduction.has_picture() == !jpeg.empty());
    TRY(sql.run(
        "INSERT INTO introduction(id, at, account, producer, producer_key, vi, en, picture, width, height, state,"
        " decided_by, decided) VALUES (?,?,?,?,?,?,?,?,?,?,'waiting','','')"
        " ON CONFLICT (producer_key) WHERE state = 'waiting' DO UPDATE SET id = excluded.id, at = excluded.at,"
        " account = excluded.account, producer = excluded.producer, vi = excluded.vi, en = excluded.en,"
        " picture = excluded.picture, width = excluded.width, height = excluded.height",
        {introduction.id,
         std::to_string(introduction.at),
         introduction.account,
         introduction.producer,
         catalog::producer_key(introduction.producer),
         introduction.vi,
         introduction.en,
         base64(jpeg),
         std::to_string(introduction.width),
         std::to_string(introduction.height)}));
    return done;
}

Result<std::optional<Introduction>> find_introduction(Sql& sql, const std::string& id) {
    return first_of(
        TRY(sql.run(std::string("SELECT ") + introduction_columns + " FROM introduction WHERE id = ?", {id})));
}

Result<std::optional<Introduction>> approved_introduction(Sql& sql, const std::string& producer) {
    return first_of(TRY(sql.run(std::string("SELECT ") + introduction_columns +
                                    " FROM introduction WHERE producer_key = ? AND state = 'approved'",
                                {catalog::producer_key(producer)})));
}

Result<std::string> introduction_jpeg(Sql& sql, const std::string& id) {
    const auto rows = TRY(sql.run("SELECT picture FROM introduction WHERE id = ?", {id}));
    return rows.empty() ? std::string() : from_base64(rows[0][0]).value_or("");
}

Result<std::vector<Introduction>> introductions(Sql& sql,
                                                const std::string& producer,
                                                std::optional<IntroductionState> state,
                                                int most,
                                                const std::string& before) {
    std::string where = "id < ?";
    std::vector<std::string> values{before_id(before)};
    const auto only = [&](const char* condition, std::string value) {
        where += condition;
        values.push_back(std::move(value));
    };
    if (!producer.empty()) only(" AND producer_key = ?", catalog::producer_key(producer));
    if (state) only(" AND state = ?", std::string(name(*state)));
    const auto rows = TRY(sql.run(std::string("SELECT ") + introduction_columns + " FROM introduction WHERE " + where +
                                      " ORDER BY id DESC LIMIT " + std::to_string(most),
                                  values));
    std::vector<Introduction> all;
    for (const auto& row : rows)
        all.push_back(read_introduction(row));
    return all;
}

// The one that was approved goes first, since a producer has one at most; two that decide at once wait for each other
// at the row that waits.
Result<bool> approve_introduction(Sql& sql, const std::string& id, const std::string& account, const Date& day) {
    const auto waiting = TRY(sql.run("UPDATE introduction SET decided_by = ?, decided = ?"
                                     " WHERE id = ? AND state = 'waiting' RETURNING producer_key",
                                     {account, day.iso(), id}));
    if (waiting.empty()) return false;
    const auto& key = waiting[0][0];
    TRY(sql.run("UPDATE introduction SET state = 'replaced', picture = '', width = 0, height = 0"
                " WHERE producer_key = ? AND state = 'approved'",
                {key}));
    TRY(sql.run("UPDATE introduction SET state = 'approved' WHERE id = ?", {id}));
    TRY(forget_ended(sql, key));
    return true;
}

Result<bool> withdraw_introduction(Sql& sql, const std::string& id, const std::string& account, const Date& day) {
    const auto withdrawn = TRY(
        sql.run("UPDATE introduction SET state = 'withdrawn', picture = '', width = 0, height = 0,"
                " decided_by = ?, decided = ? WHERE id = ? AND state IN ('waiting', 'approved') RETURNING producer_key",
                {account, day.iso(), id}));
    if (withdrawn.empty()) return false;
    TRY(forget_ended(sql, withdrawn[0][0]));
    return true;
}

} // namespace temsao::store
