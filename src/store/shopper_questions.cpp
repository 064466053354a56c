#include "store/shopper_questions.h"

#include "base/check.h"
#include "base/pieces.h"
#include "store/sql.h"
#include "store/stored_day.h"

#include <algorithm>

namespace temsao::store {
namespace {

constexpr auto question_columns =
    "id, day, code, product, lot, serial, goods, kind, said, times, closed_by, closed, note";
constexpr std::size_t most_said = 1500; // characters, before no more words are added

constexpr std::string_view kind_names[] = {"other_goods", "dates", "stars", "place", "other"};

// A line for each who wrote, with a newline before and after it, so that the database can tell whether it has the whole
// line already: "\nwords\tcommune\n".
std::string said_text(const std::vector<ShoppersWords>& said) {
    if (said.empty()) return {};
    const auto& [words, commune] = said.front();
    ENSURE(said.size() == 1 && (words + commune).find_first_of("\n\t") == std::string::npos);
    return words.empty() && commune.empty() ? "" : "\n" + words + "\t" + commune + "\n";
}

std::vector<ShoppersWords> read_said(std::string_view text) {
    std::vector<ShoppersWords> said;
    for (auto line : split(text, '\n')) {
        if (line.empty()) continue;
        const auto words = next_piece(line, '\t');
        said.push_back({std::string(words), std::string(line)});
    }
    return said;
}

ShopperQuestion read_question(const Sql::Row& row) {
    return {.id = row[0],
            .day = stored_day(row[1]),
            .code = row[2],
            .product = row[3],
            .lot = row[4],
            .serial = row[5],
            .goods = row[6],
            .kind = question_kind(row[7]).value_or(QuestionKind::other),
            .said = read_said(row[8]),
            .times = as_number(row[9]),
            .closed_by = row[10],
            .closed = row[11].empty() ? std::nullopt : std::optional(stored_day(row[11])),
            .note = row[12]};
}

// Counts one more, or adds it: how often it came by now.
Result<std::int64_t> counted(Sql& sql, const ShopperQuestion& question) {
    const auto rows = TRY(sql.run(
        std::string("INSERT INTO shopper_question(") + question_columns +
            ") VALUES (?,?,?,?,?,?,?,?,?,1,'','','') ON CONFLICT (code, kind, day) WHERE closed_by = '' DO UPDATE SET"
            " times = shopper_question.times + 1,"
            " said = CASE WHEN excluded.said = '' OR length(shopper_question.said) > " +
            std::to_string(most_said) +
            " OR replace(shopper_question.said, excluded.said, '') <> shopper_question.said"
            " THEN shopper_question.said ELSE shopper_question.said || excluded.said END RETURNING times",
        {question.id,
         question.day.iso(),
         question.code,
         question.product,
         question.lot,
         question.serial,
         question.goods,
         std::string(name(question.kind)),
         said_text(question.said)}));
    return as_number(rows.front()[0]);
}

// Drops open ones until `most_open` are left.
Result<std::int64_t> made_room(Sql& sql, std::int64_t most_open, const Date& today) {
    const auto open = as_number(TRY(sql.run("SELECT count(*) FROM shopper_question WHERE closed_by = ''"))[0][0]);
    const auto over = open - most_open;
    if (over <= 0) return std::int64_t{0};
    const auto gone = TRY(sql.run("DELETE FROM shopper_question WHERE id IN (SELECT id FROM shopper_question"
                                  " WHERE closed_by = '' ORDER BY (said <> ''), id LIMIT " +
                                  std::to_string(over) + ") RETURNING id"));
    const auto count = static_cast<std::int64_t>(gone.size());
    TRY(sql.run("INSERT INTO shopper_question_room(day, questions) VALUES (?,?) ON CONFLICT (day)"
                " DO UPDATE SET questions = shopper_question_room.questions + excluded.questions",
                {today.iso(), std::to_string(count)}));
    TRY(sql.run("DELETE FROM shopper_question_room WHERE day < ?", {today.plus_days(-days_of_room_made).iso()}));
    return count;
}

} // namespace

std::string_view name(QuestionKind kind) {
    return kind_names[static_cast<int>(kind)];
}

std::optional<QuestionKind> question_kind(std::string_view text) {
    const auto* const found = std::find(std::begin(kind_names), std::end(kind_names), text);
    if (found == std::end(kind_names)) return {};
    return static_cast<QuestionKind>(found - std::begin(kind_names));
}

Result<std::int64_t> ask_question(Sql& sql, const ShopperQuestion& question, std::int64_t most_open) {
    ENSURE(question.code.size() <= longest_code); // a key of PostgreSQL's index has less than 2,700 bytes
    if (TRY(counted(sql, question)) > 1) return std::int64_t{0};
    return made_room(sql, most_open, question.day);
}

Result<std::vector<ShopperQuestion>> shopper_questions(Sql& sql, bool are_closed, int most, const std::string& before) {
    const auto rows =
        TRY(sql.run(std::string("SELECT ") + question_columns + " FROM shopper_question WHERE closed_by " +
                        (are_closed ? "<>" : "=") + " '' AND id < ? ORDER BY id DESC LIMIT " + std::to_string(most),
                    {before_id(before)}));
    std::vector<ShopperQuestion> questions;
    for (const auto& row : rows)
        questions.push_back(read_question(row));
    return questions;
}

Result<std::optional<ShopperQuestion>> find_question(Sql& sql, const std::string& id) {
    const auto rows =
        TRY(sql.run(std::string("SELECT ") + question_columns + " FROM shopper_question WHERE id = ?", {id}));
    return rows.empty() ? std::optional<ShopperQuestion>() : read_question(rows.front());
}

Result<bool> close_question(Sql& sql,
                            const std::string& id,
                            const std::string& account,
                            const Date& day,
                            const std::string& note,
                            std::int64_t most_closed) {
    const auto closed = TRY(sql.run("UPDATE shopper_question SET closed_by = ?, closed = ?, note = ?"
                                    " WHERE id = ? AND closed_by = '' RETURNING id",
                                    {account, day.iso(), note, id}));
    if (closed.empty()) return false;
    TRY(sql.run("DELETE FROM shopper_question WHERE closed_by <> '' AND id NOT IN (SELECT id FROM shopper_question"
                " WHERE closed_by <> '' ORDER BY closed DESC, id DESC LIMIT " +
                std::to_string(most_closed) + ")"));
    return true;
}

Result<QuestionCount> count_questions(Sql& sql, const Date& today) {
    const auto open = TRY(sql.run("SELECT count(*) FROM shopper_question WHERE closed_by = ''"));
    const auto room = TRY(sql.run("SELECT coalesce(sum(questions), 0) FROM shopper_question_room WHERE day >= ?",
                                  {today.plus_days(-days_of_room_made).iso()}));
    return QuestionCount{as_number(open[0][0]), as_number(room[0][0])};
}

} // namespace temsao::store
