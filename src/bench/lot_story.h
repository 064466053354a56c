#pragma once
// What a shopper may know of a lot: whether it is called back, when it was made, what happened to it and to what it was
// made of, where by the commune, and its tests. No supplier's name, no receiver, nothing that a person typed but the
// number of a test report. Any thread with a ledger of its own.
#include "store/ledger.h"

#include <set>

namespace temsao::bench {

// The events of one kind.
struct StoryLine {
    lots::Kind kind = lots::Kind::receive;
    Date first, last;
    std::size_t suppliers = 0;           // how many, of what was received
    std::set<std::string> communes = {}; // as they were typed; at most three
};

struct StoryTest {
    Date day;
    bool passed = false;
    std::string report; // number or address; may be empty
};

struct LotStory {
    std::optional<Date> recalled_since = {}, made = {}, expires = {};
    std::size_t made_of = 0;               // how many lots
    std::vector<StoryLine> lines = {};     // one for each kind of event, at most five, in the order of time
    std::vector<StoryTest> tests = {};     // at most five
    std::vector<std::string> entries = {}; // ids of the lot's own events
};

// Empty when the book does not have the lot. Errors: those of the ledger.
Result<std::optional<LotStory>> lot_story(store::Ledger& ledger, const lots::Lot& lot);

} // namespace temsao::bench
