#pragma once
// Event: what happened to goods on their way to the pack: when, where, from which lots into which, with whom. The trace
// events that Circular 02/2024/TT-BKHCN asks for (Article 6(5)-(7): time, place, producer, lot, shelf life) [F], on the
// shapes of GS1 EPCIS 2.0 (src/epcis). An event is never changed or deleted: one that is wrong is struck through, and
// the right one stands beside it. Plain values; any thread.
#include "base/date.h"
#include "lots/amount.h"

#include <set>

namespace temsao::lots {

enum class Kind {
    harvest,   // a lot begins: picked, caught, collected
    receive,   // a lot begins, or one with a label comes in
    transform, // lots become another one
    test,      // a lot was tested
    pack,      // lots become packs with labels
    ship,      // a lot leaves, whole or in part
    recall,    // a lot is called back
};

std::string_view name(Kind kind); // "receive", as in JSON and on the command line
std::optional<Kind> kind_named(std::string_view text);
bool begins_lots(Kind kind); // harvest, receive, transform, pack: before one of them there is no lot

struct Lot {
    std::string product; // a GTIN's 14 digits, an internal code, or the code of goods without one (lots/codes.h)
    std::string lot;     // 1 to 20 characters of GS1's set 82
    friend auto operator<=>(const Lot&, const Lot&) = default;
};

inline std::string in_full(const Lot& lot) { // as revocations and addresses name it
    return lot.product + "/" + lot.lot;
}

// What an event is about, or takes in. Empty: the whole lot, or the amount is unknown.
struct Part {
    Lot lot;
    std::optional<Amount> amount;
    friend bool operator==(const Part&, const Part&) = default;
};

// A moment with the clock of its place. `is_day`: the hour was not told; noon stands for it.
struct Moment {
    std::int64_t seconds = 0; // since 1970
    int offset = 7 * 60;      // minutes ahead of Greenwich's time
    bool is_day = false;
    friend bool operator==(const Moment&, const Moment&) = default;

    std::string iso() const; // 2026-11-24T14:20:00+07:00
    Date day() const;        // at its place
};

// What a person types or a file says: 2026-11-24 14:20, 24/11/2026 14:20, 2026-11-24T14:20:00+07:00, or a day alone.
// Without an offset it is Viet Nam's time. Error lot.time {text} (Cause::usage).
Result<Moment> read_moment(std::string_view text);
Moment moment_at(std::int64_t seconds); // in Viet Nam
Moment noon_of(Date day);               // in Viet Nam, of a day whose hour was not told

// Why an event is struck through, in the words of EPCIS 2.0 (error reasons of CBV 2.0, 7.5).
enum class Wrong { did_not_occur, incorrect_data };
std::string_view name(Wrong wrong); // "did_not_occur"

struct Struck {
    std::int64_t at = 0; // seconds since 1970
    Wrong why = Wrong::did_not_occur;
    std::string by = {}; // the id of the event that stands in its place; empty: none
    friend bool operator==(const Struck&, const Struck&) = default;
};

struct Event {
    std::string id = {}; // ni:///sha-256;… of the rest (epcis/event_hash.h); empty until it is made
    Kind kind = Kind::receive;
    Moment at = {};
    std::int64_t recorded = 0;                   // seconds since 1970; not part of the id
    std::vector<Part> inputs = {};               // transform, pack: what goes in
    std::vector<Part> outputs = {};              // transform, pack: what comes out; else what the event is about
    std::string place = {};                      // a code of lots/codes.h, or a GLN's 13 digits
    std::string party = {};                      // from whom, to whom; likewise
    std::string item = {};                       // what the goods are called
    std::string process = {};                    // transform: "Ủ chượp 12 tháng"
    std::optional<Date> started = {};            // transform
    std::optional<bool> passed = {};             // test
    std::string report = {};                     // test: the report's address or number
    std::string paper = {};                      // receive, ship: its number
    std::string run = {};                        // pack: the print run
    std::optional<Date> made = {}, expires = {}; // pack
    std::string reason = {};                     // recall
    std::string note = {};
    std::string salt = {}; // "s-…": lots/codes.h
    // Of an event that came in and says more than the members above: the whole of it, JSON, as it goes out again.
    std::string original = {};
    std::optional<Struck> struck = {}; // not part of the id
    friend bool operator==(const Event&, const Event&) = default;
};

// Is the lot what came out of it, or what it tells of?
bool is_about(const Event& event, const Lot& lot);

// All lots that it names, each once.
std::set<Lot> lots_of(const Event& event);

// What people call an event: the first eight digits of its hash.
std::string short_id(std::string_view id);
bool matches(std::string_view id, std::string_view typed); // the whole id, or its beginning, eight digits or more

// Does the event hold what its kind needs, and nothing that contradicts itself? `now` is in seconds since 1970. Errors
// (Cause::data): lot.needs {kind, what}, lot.name {lot}, lot.product {product}, lot.future {time}, lot.into_itself
// {lot}, lot.dates {made, expires}, lot.too_many {most}, lot.long {what, most}.
Outcome check(const Event& event, std::int64_t now);

inline constexpr std::size_t most_parts = 500;   // of one event, on each side
inline constexpr std::size_t longest_text = 500; // characters
inline constexpr std::size_t longest_name = 200; // characters, of an item, a place, a party

} // namespace temsao::lots
