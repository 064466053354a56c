#include "bench/lot_story.h"

#include "catalog/commune.h"
#include "store/lot_events.h"

#include <algorithm>

namespace temsao::bench {
namespace {

using lots::Event;
using lots::Kind;

constexpr std::size_t most_communes = 3, most_tests = 5, most_lots_read = 200;

// Where it happened, and where it came from.
void add_communes(StoryLine& line, const Event& event, const std::map<std::string, std::string>& names) {
    const auto add = [&](const std::string& code) {
        const auto found = names.find(code);
        if (found == names.end() || line.communes.size() == most_communes) return;
        if (auto commune = catalog::commune_alone(found->second); !commune.empty())
            line.communes.insert(std::move(commune));
    };
    add(event.place);
    if (event.kind == Kind::receive || event.kind == Kind::harvest) add(event.party);
}

std::vector<StoryLine> lines_of(const std::vector<Event>& events, const std::map<std::string, std::string>& names) {
    std::map<Kind, StoryLine> lines;
    std::set<std::string> suppliers; // by their codes
    for (const auto& event : events) {
        if (event.kind == Kind::ship || event.kind == Kind::recall) continue; // who received it is not told
        const auto day = event.at.day();
        auto& line = lines.try_emplace(event.kind, StoryLine{event.kind, day, day}).first->second;
        line.first = std::min(line.first, day);
        line.last = std::max(line.last, day);
        if (event.kind == Kind::receive && !event.party.empty() && suppliers.insert(event.party).second)
            ++line.suppliers;
        add_communes(line, event, names);
    }
    std::vector<StoryLine> ordered;
    for (auto& [kind, line] : lines)
        ordered.push_back(std::move(line));
    std::stable_sort(ordered.begin(), ordered.end(), [](const StoryLine& one, const StoryLine& other) {
        return one.first < other.first;
    });
    return ordered;
}

} // namespace

Result<std::optional<LotStory>> lot_story(store::Ledger& ledger, const lots::Lot& lot) {
    auto noted = TRY(ledger.lot_events().of(lot));
    if (noted.empty()) return std::optional<LotStory>(); // most codes are of lots that nobody noted
    auto along = TRY(ledger.lot_events().lots_along(lot, store::LotEvents::Way::back));
    LotStory story{.made_of = along.size()};
    if (along.size() > most_lots_read) along.resize(most_lots_read);
    std::set<std::string> seen;
    std::vector<Event> all; // those of the lot itself first
    const auto take = [&](std::vector<Event> events, const lots::Lot& about) {
        for (auto& event : events)
            if (!event.struck && lots::is_about(event, about) && seen.insert(event.id).second)
                all.push_back(std::move(event));
    };
    take(std::move(noted), lot);
    if (all.empty()) return std::optional<LotStory>();
    for (const auto& event : all) { // by time
        if (event.kind == Kind::recall && !story.recalled_since) story.recalled_since = event.at.day();
        if (event.made) story.made = event.made;
        if (event.expires) story.expires = event.expires;
        story.entries.push_back(event.id);
    }
    for (const auto& one : along)
        take(TRY(ledger.lot_events().of(one)), one);
    std::set<std::string> codes;
    for (const auto& event : all) {
        codes.insert(event.place);
        codes.insert(event.party);
    }
    story.lines = lines_of(all, TRY(ledger.lot_events().names_of(codes)));
    for (const auto& event : all)
        if (event.kind == Kind::test && story.tests.size() < most_tests)
            story.tests.push_back({event.at.day(), event.passed.value_or(false), event.report});
    return std::optional(std::move(story));
}

} // namespace temsao::bench
