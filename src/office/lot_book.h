#pragma once
// An entry of the lot book as people give it, by names and dates as they write them -> an event. The press writes with
// it what it packed. One thread at a time.
#include "catalog/product.h"
#include "job/job.h"
#include "lots/event.h"
#include "store/ledger.h"
#include "store/lot_events.h"

namespace temsao::office {

// "A=1 kg; B=2 kg" is two uses.
std::vector<std::string> separate_uses(const std::vector<std::string>& texts);

// What a person types, or a row of a spreadsheet says; empty: not told.
struct LotEntry {
    std::string kind = {};              // "receive", or a word for it
    std::string at = {};                // empty: now
    std::string item = {};              // a product of the list by code or name, or what the goods are called
    std::string lot = {};               // empty: made of the item's code and the day
    std::string amount = {};            // "1200 kg"
    std::vector<std::string> uses = {}; // "CC-251102=300 kg", "Cá cơm tươi/CC-251102=300 kg"
    std::string place = {}, party = {}; // names, or GLNs
    std::string process = {}, started = {}, report = {}, paper = {}, run = {}, made = {}, expires = {}, reason = {},
                note = {};
    std::optional<bool> passed = {};
};

// An event, and what a person should look at though it is taken.
struct LotEvent {
    lots::Event event;
    std::vector<Message> doubts;
};

// The lot book while entries are made: what is known of lots, names and products. It asks the ledger, which must
// outlive it, about the lots that an entry names, and grows with each entry, so that a row may use the lot of a row
// before it.
class LotBook {
public:
    struct Wish {
        std::string host;         // of our addresses
        std::string producer;     // of goods that no list knows; empty: the list's only one
        std::int64_t now = 0;     // seconds since 1970
        std::string secret;       // Ledger::lot_secret(); for make() alone, so that reading the book writes nothing
        std::string only_of = {}; // the one who asks sees this producer's lots only; empty: all
    };

    static Result<LotBook> open(store::Ledger& ledger, std::vector<catalog::Product> products, Wish wish);

    // Errors (Cause::data or usage): those of lots/event.h and lots/amount.h; lot.kind {word, known}, lot.whose {item},
    // lot.unknown {lot}, lot.several {lot, which}, lot.before_it_was {lot, time}, lot.other_unit {lot, unit, known},
    // lot.use {text}.
    Result<LotEvent> make(const LotEntry& entry);
    // A recall of a lot that is in the book. Errors: those of lots/event.h.
    Result<lots::Event> make_recall(const lots::Lot& lot, const std::string& reason, const std::string& note) const;
    Outcome add(const lots::Event& event); // known from now on, also before the ledger has it
    // As if it were struck through: another one is made in its place.
    Outcome set_aside(const lots::Event& event);
    // What was struck through stays so. An event that says the same, and that a person enters once more, gets an id of
    // its own.
    Outcome tell_from_struck(lots::Event& event) const;

    // A lot by what a person calls it; one text alone is the lot's own name. Errors lot.unknown, lot.several.
    Result<lots::Lot> find(const std::string& item, const std::string& lot) const;
    Result<lots::Lot> find(const std::string& typed) const; // "NM-261124", "Cá cơm tươi/CC-251102"

    // May the one who asks know of it? Products of the list by their producer, other goods by the code that their
    // maker's name gives.
    bool is_there_for_asker(const lots::Lot& lot) const;

    bool is_asked_by_producer() const { return !wish_.only_of.empty(); }

    // Whose goods they are, as the list writes the name; empty: no producer of the list.
    std::string producer_of(const lots::Lot& lot) const;
    std::string listed_producer_of(const lots::Lot& lot) const; // of a product of the list alone: quick

    std::string name_of(const std::string& code) const; // of goods, a place, a partner; the code where none is known
    std::string item_of(const std::string& code) const; // of goods; empty where no name is known

    const std::map<std::string, std::string>& new_names() const { return new_names_; }

private:
    using Facts = std::optional<store::LotEvents::LotFacts>; // empty: no event begins the lot

    LotBook(store::Ledger& ledger, Wish wish) : ledger_(&ledger), wish_(std::move(wish)) {}

    Result<Facts*> facts_of(const lots::Lot& lot) const;
    static void count(Facts& facts, const lots::Lot& lot, const lots::Event& event);
    std::string key_of_name(const std::string& item);           // of a product on the list; empty: none is called so
    lots::Event sealed(lots::Event event, int again = 0) const; // with its salt and its id
    Result<std::string> code_of_item(const std::string& item);
    std::string code_of_name(const std::string& name);
    Result<lots::Part> read_use(const std::string& text) const;
    std::string producer() const; // empty: the list has several
    Outcome check_use(const lots::Event& event, const lots::Part& part, std::vector<Message>& doubts) const;

    store::Ledger* ledger_;
    std::vector<catalog::Product> products_;
    Wish wish_;
    std::map<std::string, std::string> names_, new_names_;
    std::map<std::string, std::string> producers_;        // of products, by key
    std::map<std::string, std::string> product_names_;    // by key
    std::map<std::string, std::string> keys_of_products_; // by the words of their names, once somebody asked
    mutable std::map<lots::Lot, Facts> facts_;            // of lots that were asked about
};

// The moment in which a job runs. Error lot.time.
Result<lots::Moment> now_of(const job::Surroundings& around);

} // namespace temsao::office
