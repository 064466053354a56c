#pragma once
// Introduction: a picture and words by which a producer introduces itself on the shopper's pages of its products. The
// producer hands it in and it waits; the office approves it; either withdraws it. waiting -> approved -> replaced, by
// the next one that is approved; waiting or approved -> withdrawn. One decision counts, also when two decide at once.
// Bounded: of a producer at most one waits, a newer one takes its place and its row; at most one is approved; only
// these two have a picture; of those that ended the newest `most_ended_introductions` are kept. Threads and errors:
// desk_store.h.
#include "base/date.h"

#include <cstdint>

namespace temsao::store {

class Sql;

enum class IntroductionState { waiting, approved, withdrawn, replaced };
std::string_view name(IntroductionState state); // "waiting", as in JSON
std::optional<IntroductionState> introduction_state(std::string_view name);

struct Introduction {
    std::string id;       // letters and digits, in the order of time
    std::int64_t at = 0;  // when it was handed in, seconds since 1970
    std::string account;  // who handed it in
    std::string producer; // as the account has it; another spelling of the name is the same producer
    std::string vi, en;   // tidy words in one line; `en` may be empty
    int width = 0;        // of the picture in pixels; 0: there is none
    int height = 0;
    IntroductionState state = IntroductionState::waiting;
    std::string decided_by = {}; // an account; empty while it waits
    std::optional<Date> decided = {};

    bool has_picture() const { return width > 0; }
};

inline constexpr int most_ended_introductions = 20; // withdrawn and replaced ones, of one producer

// Waits from now on, in the place of the one of this producer that waited. `jpeg`: the picture's file, or empty.
// One statement.
Outcome hand_in_introduction(Sql& sql, const Introduction& introduction, std::string_view jpeg);

Result<std::optional<Introduction>> find_introduction(Sql& sql, const std::string& id);
// What the producer's pages show; of the key alone, so it takes the same time however many there are.
Result<std::optional<Introduction>> approved_introduction(Sql& sql, const std::string& producer);
// The file of its picture; empty without one.
Result<std::string> introduction_jpeg(Sql& sql, const std::string& id);

// Newest first, at most `most`, those before `before` (empty: all); of one producer unless that is empty, in one state
// if it is given.
Result<std::vector<Introduction>> introductions(
    Sql& sql, const std::string& producer, std::optional<IntroductionState> state, int most, const std::string& before);

// Transactions' parts: call them within together(). False, and nothing changed, unless it waited.
Result<bool> approve_introduction(Sql& sql, const std::string& id, const std::string& account, const Date& day);
// False, and nothing changed, unless it waited or was approved.
Result<bool> withdraw_introduction(Sql& sql, const std::string& id, const std::string& account, const Date& day);

} // namespace temsao::store
