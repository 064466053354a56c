#pragma once
// Events of the lot book as people and programs read them, and the book as the jobs open it. A LotBook and its ledger
// belong to one thread at a time (office/lot_book.h); what only makes words or JSON of them changes nothing.
#include "job/job.h"
#include "office/lot_book.h"
#include "store/lot_events.h"

namespace temsao::office {

// For every command of the lot book: the host of our addresses, and the producer of goods that no list has.
struct LotBookWish {
    std::string host, producer;
};

LotBookWish read_lot_book_wish(const job::Request& request);

// The book of this machine, with the products of the list in use, for reading. Errors: those of the stores.
Result<LotBook> open_lot_book(store::Ledger& ledger, const LotBookWish& wish, const job::Surroundings& around);
// To make entries as well.
Result<LotBook> open_lot_book_to_write(store::Ledger& ledger, const LotBookWish& wish, const job::Surroundings& around);

// Indented lines, the first with day and kind; what was struck through says so.
std::string event_words(const lots::Event& event, const LotBook& book, Lang lang);
// {"id", "kind", "at", "inputs", "outputs", …, "struck"}; members without a value are left out.
job::Json lot_event_json(const lots::Event& event, const LotBook& book, Lang lang);
job::Json lot_json(const lots::Lot& lot, const LotBook& book); // {"product", "lot", "name"}
std::string title(const lots::Lot& lot, const LotBook& book);  // "Cá cơm tươi, CC-251102"

using Whereabouts = store::LotEvents::Whereabouts;

// [{"to", "code", "at", "amount", "paper"}]
job::Json shipped_json(const Whereabouts& where, const LotBook& book, Lang lang);
std::string shipped_words(const Whereabouts& where, const LotBook& book, Lang lang); // indented lines

} // namespace temsao::office
