#pragma once
// LotEvents: the lot book as it is kept with the print log: its events, which lots they tell of, and the names in it.
// Each event has an entry in the log, made in the same step. Part of a Ledger, which outlives it:
// `ledger.lot_events()`. Threads and errors: ledger.h.
#include "store/ledger.h"

#include <map>
#include <set>

namespace temsao::store {

class LotEvents {
public:
    struct Noted {
        std::int64_t added = 0, known = 0;
    };

    // An event that is known by its id is left alone; each new one enters the log, in one step with it.
    Result<Noted> note(const std::vector<lots::Event>& events, Date day);
    // It did not happen, or not so: it stays, struck through, and the log says so. Errors (Cause::missing)
    // lot.no_event {id}; (Cause::refused) lot.struck_already {id}.
    Outcome strike(const std::string& id, const lots::Struck& struck, Date day);
    // All of them in one step, without those that are not there or were struck through before.
    Outcome strike_all(const std::vector<std::string>& ids, const lots::Struck& struck, Date day);

    // An entry that a person sends, maybe twice, maybe in the place of one that was wrong.
    struct Request {
        std::string name = {};       // whose it is and what it is called there; empty: it has no name
        std::string said = {};       // the hash of all that it says
        std::string instead_of = {}; // the id of an event that is struck through with it; empty: none
        std::int64_t struck_at = 0;  // seconds since 1970
    };

    // The event enters, and the one that it replaces is struck through, in one step. A request whose name is known
    // changes nothing. Errors as of strike(); lot.request_used {name}: that name says something else already.
    Result<Noted> note_request(const lots::Event& event, const Request& request, Date day);

    struct Requested {
        std::string said, event; // the event's id
    };

    Result<std::optional<Requested>> find_request(const std::string& name);
    // Error lot.without_lot {event}, also of the two below: the tables are damaged.
    Result<std::optional<lots::Event>> find(const std::string& id);
    Result<std::vector<lots::Event>> of(const lots::Lot& lot); // by time, those of one moment as written
    Result<std::vector<lots::Event>> all();                    // likewise
    // The lots that it was made of, or that were made of it, over as many steps as there are, without itself; what was
    // struck through does not count. By product and lot.
    enum class Way { back, forward };
    Result<std::vector<lots::Lot>> lots_along(const lots::Lot& lot, Way way);

    struct LotLine {
        lots::Lot lot;
        std::int64_t first = 0, last = 0, events = 0; // times in seconds since 1970; without what was struck through
        bool is_recalled = false;
    };

    Result<std::vector<LotLine>> lots(); // by product and lot

    // How a lot began and what was used of it; what was struck through does not count.
    struct LotFacts {
        std::int64_t first = 0;          // when it began, seconds since 1970
        std::string unit;                // of the newest entry that counted it
        std::int64_t made = 0, used = 0; // thousandths
        bool is_counted = false;
    };

    Result<std::optional<LotFacts>> facts_of(const lots::Lot& lot);    // empty: no event begins it
    Result<std::vector<lots::Lot>> lots_named(const std::string& lot); // that began, by product
    Result<bool> is_packed(const std::string& product);                // a pack of it is in the book

    struct Delivery {
        lots::Lot lot;
        std::string party, paper;
        lots::Moment at;
        std::optional<lots::Amount> amount; // empty: nobody counted
    };

    struct Recall {
        std::string event, reason;
        bool holds = true; // false: struck through, as when it was lifted
    };

    // Where a lot went, and whether it was called back.
    struct Whereabouts {
        lots::Lot lot;
        std::vector<Delivery> deliveries = {}; // by time
        std::vector<Recall> recalls = {};      // by time

        bool is_recalled() const;
    };

    // The lot, and then all that was made of it, by product and lot; in one question.
    Result<std::vector<Whereabouts>> whereabouts(const lots::Lot& lot);
    // The ids of events that `typed` may mean (lots::matches); two at most.
    Result<std::vector<std::string>> ids(const std::string& typed);
    // Names of goods, places and partners by their codes.
    Outcome keep_names(const std::map<std::string, std::string>& names);
    Result<std::map<std::string, std::string>> names();
    Result<std::map<std::string, std::string>> names_of(const std::set<std::string>& codes); // of those that have one
    Result<std::string> lot_secret(); // made at the first asking; lots/codes.h

private:
    friend class Ledger;

    explicit LotEvents(Ledger& ledger) : ledger_(&ledger) {}

    // Inside a step. Stores the events that are new; the log is to get their entries.
    Result<Noted> store_events(const std::vector<lots::Event>& events, Date day, Ledger::Entries& entries);
    // Inside a step. What was packed in a run of one product.
    Outcome strike_packed(std::int64_t issue, Date day);

    Ledger* ledger_;
};

} // namespace temsao::store
