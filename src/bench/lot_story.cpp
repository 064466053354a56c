#include "bench/lot_story.h"

#include "bench/commune.h"

#include <algorithm>
#include <set>

namespace temsao::bench {
namespace {

using lots::Event;
using lots::Kind;

constexpr std::size_t most_communes = 3, most_tests = 5, most_lots_read = 200;

struct Line {
    Kind kind = Kind::receive;
    Date first, last;
    std::set<std::string> suppliers, communes; // by their codes; as they were typed
};

job::Json day_or_null(const std::optional<Date>& day) {
    return day ? job::Json(day->iso()) : job::Json(nullptr);
}

// Where it happened, and where it came from.
void add_communes(Line& line, const Event& event, const std::map<std::string, std::string>& names) {
    const auto add = [&](const std::string& code) {
        const auto found = names.find(code);
        if (found == names.end() || line.communes.size() == most_communes) return;
        if (auto commune = commune_alone(found->second); !commune.empty()) line.communes.insert(std::move(commune));
    };
    add(event.place);
    if (event.kind == Kind::receive || event.kind == Kind::harvest) add(event.party);
}

std::vector<Line> lines_of(const std::vector<Event>& events, const std::map<std::string, std::string>& names) {
    std::map<Kind, Line> lines;
    for (const auto& event : events) {
        if (event.kind == Kind::ship || event.kind == Kind::recall) continue; // who received it is not told
        const auto day = event.at.day();
        auto& line = lines.try_emplace(event.kind, Line{event.kind, day, day, {}, {}}).first->second;
        line.first = std::min(line.first, day);
        line.last = std::max(line.last, day);
        if (event.kind == Kind::receive && !event.party.empty()) line.suppliers.insert(event.party);
        add_communes(line, event, names);
    }
    std::vector<Line> ordered;
    for (auto& [kind, line] : lines)
        ordered.push_back(std::move(line));
    std::stable_sort(
        ordered.begin(), ordered.end(), [](const Line& one, const Line& other) { return one.first < other.first; });
    return ordered;
}

} // namespace

Result<job::Json> lot_story(store::Ledger& ledger, const lots::Lot& lot) {
    if (TRY(ledger.events_of(lot)).empty()) return job::Json(nullptr); // most codes are of lots that nobody noted
    auto along = TRY(ledger.lots_along(lot, store::Ledger::Way::back));
    const auto made_of = along.size();
    if (along.size() > most_lots_read) along.resize(most_lots_read);
    std::set<std::string> seen;
    std::vector<Event> all, own;
    along.insert(along.begin(), lot);
    for (const auto& one : along)
        for (auto& event : TRY(ledger.events_of(one))) {
            const bool is_about = std::any_of(
                event.outputs.begin(), event.outputs.end(), [&](const lots::Part& part) { return part.lot == one; });
            if (event.struck || !is_about || !seen.insert(event.id).second) continue;
            if (one == lot) own.push_back(event);
            all.push_back(std::move(event));
        }
    if (own.empty()) return job::Json(nullptr);
    job::Json story{{"recalled_since", nullptr},
                    {"made", nullptr},
                    {"expires", nullptr},
                    {"lots", made_of},
                    {"lines", job::Json::array()},
                    {"tests", job::Json::array()},
                    {"entries", job::Json::array()}};
    for (const auto& event : own) { // by time
        if (event.kind == Kind::recall && story["recalled_since"].is_null())
            story["recalled_since"] = event.at.day().iso();
        if (event.made) story["made"] = day_or_null(event.made);
        if (event.expires) story["expires"] = day_or_null(event.expires);
        story["entries"].push_back(event.id);
    }
    std::set<std::string> codes;
    for (const auto& event : all) {
        codes.insert(event.place);
        codes.insert(event.party);
    }
    for (const auto& line : lines_of(all, TRY(ledger.names_of(codes))))
        story["lines"].push_back({{"kind", name(line.kind)},
                                  {"first", line.first.iso()},
                                  {"last", line.last.iso()},
                                  {"suppliers", line.suppliers.size()},
                                  {"communes", line.communes}});
    for (const auto& event : all)
        if (event.kind == Kind::test && story["tests"].size() < most_tests)
            story["tests"].push_back(
                {{"day", event.at.day().iso()}, {"passed", event.passed.value_or(false)}, {"report", event.report}});
    return story;
}

} // namespace temsao::bench
