#pragma once
// ShopperQuestion: what shoppers ask the office from a product's page: that something is not as the page says. The same
// code, kind and day is one question with a count. Nothing about who asked is kept: no address, and no time but the
// day; the id and the order of those of one day are chance. Open ones are bounded: past `most_open_questions` the
// oldest without words make room, then the oldest. Threads and errors: desk_store.h.
#include "base/date.h"

#include <cstdint>

namespace temsao::store {

class Sql;

enum class QuestionKind {
    other_goods, // the goods are not those of the page
    dates,       // the pack has other dates
    stars,       // the label shows another number of stars
    place,       // bought where it is not sold
    other,       // something else
};
std::string_view name(QuestionKind kind); // "other_goods", as in JSON
std::optional<QuestionKind> question_kind(std::string_view name);

// What one of those who asked wrote. Tidy texts without control characters; one of the two may be empty.
struct ShoppersWords {
    std::string words, commune;
    bool operator==(const ShoppersWords&) const = default;
};

struct ShopperQuestion {
    std::string id;   // letters and digits, in the order of days
    Date day;         // when it was asked
    std::string code; // path and query of the code, at most `longest_code` bytes of ASCII
    std::string product, lot, serial,
        goods; // what the code says, and the goods' name on that day; lot, serial or empty
    QuestionKind kind = QuestionKind::other;
    std::vector<ShoppersWords> said = {}; // of those who wrote something, in the order they came
    std::int64_t times = 1;               // how often it was asked on the day
    std::string closed_by = {};           // an account; empty: open
    std::optional<Date> closed = {};
    std::string note = {}; // of who closed it
};

inline constexpr std::size_t longest_code = 1000;
inline constexpr std::int64_t most_open_questions = 5000, most_closed_questions = 5000;
inline constexpr int days_of_room_made = 30;

// A transaction's part: call it within together(). `question.said` has one entry or none. Where the same one is open,
// it is counted there, and its words are added while there is room. Returns how many open ones made room.
Result<std::int64_t>
ask_question(Sql& sql, const ShopperQuestion& question, std::int64_t most_open = most_open_questions);

// Newest day first, at most `most`, those whose id is before `before` (empty: all).
Result<std::vector<ShopperQuestion>> shopper_questions(Sql& sql, bool are_closed, int most, const std::string& before);

Result<std::optional<ShopperQuestion>> find_question(Sql& sql, const std::string& id);

// Closes it; false, and nothing changed, unless it was open. Of the closed ones the newest `most_closed` stay.
Result<bool> close_question(Sql& sql,
                            const std::string& id,
                            const std::string& account,
                            const Date& day,
                            const std::string& note,
                            std::int64_t most_closed = most_closed_questions);

struct QuestionCount {
    std::int64_t open = 0;
    std::int64_t made_room = 0; // open ones that were dropped within the last days_of_room_made days
};

Result<QuestionCount> count_questions(Sql& sql, const Date& today);

} // namespace temsao::store
