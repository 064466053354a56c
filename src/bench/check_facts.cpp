#include "bench/check_facts.h"

#include "base/pieces.h"
#include "base/text.h"
#include "bench/commune.h"
#include "bench/sightings.h"
#include "job/json.h"
#include "trace/trace_code.h"

#include <algorithm>

namespace temsao::bench {
namespace {

// Viet Nam's day and time of day. It has had one time zone, and no summer time, since 1979.
struct Moment {
    Date day;
    std::string time; // empty: not told
};

// "2026-11-24", "2026-11-24T10:32", the same with seconds, or, in Greenwich's time, with a Z at the end.
std::optional<Moment> moment_of(std::string_view at) {
    constexpr int hours_ahead = 7;
    const auto day = Date::parse_iso(at.substr(0, 10));
    if (!day) return {};
    if (at.size() < 16 || at[10] != 'T') return Moment{*day, ""};
    const auto hour = at.substr(11, 2), minute = at.substr(14, 2);
    if (at[13] != ':' || !is_only_digits(hour) || !is_only_digits(minute) || hour >= "24" || minute >= "60") return {};
    auto hours = (hour[0] - '0') * 10 + (hour[1] - '0');
    if (at.ends_with('Z')) hours += hours_ahead;
    return Moment{day->plus_days(hours / 24), std::to_string(100 + hours % 24).substr(1) + ":" + std::string(minute)};
}

constexpr std::string_view verdicts[] = {"valid", "inconclusive", "check", "invalid"};

job::Json sighting_json(const store::Sighting& s) {
    return {{"at", s.day.iso()},
            {"place", s.place},
            {"verdict", s.verdict},
            {"product", s.product},
            {"lot", s.lot},
            {"serial", s.serial},
            {"inspector", s.inspector},
            {"text", s.code}};
}

// "2026-11-24 0f3a…", as a page names the next one.
Result<std::optional<store::SightingPlace>> place_of(const std::string& after) {
    if (after.empty()) return std::optional<store::SightingPlace>();
    const auto space = after.find(' ');
    const auto day = Date::parse_iso(after.substr(0, space));
    if (!day || space == after.npos) return error(Cause::usage, "checks.page", {after});
    return std::optional(store::SightingPlace{*day, after.substr(space + 1)});
}

// Communes by their key, however their names are spelled.
job::Json by_commune(const std::vector<store::PlaceCount>& places) {
    struct Row {
        std::string place;
        std::map<std::string, std::int64_t> verdicts;
    };

    std::map<std::string, Row> counts;
    for (const auto& one : places) {
        const auto [key, shown] = commune_of(one.place);
        auto& row = counts[key];
        if (shown.size() > row.place.size()) row.place = shown; // the fuller one
        row.verdicts[one.verdict] += one.checks;
    }
    job::Json rows = job::Json::array();
    for (auto& [key, counted] : counts) {
        job::Json row{{"place", counted.place}};
        for (const auto verdict : verdicts)
            row[std::string(verdict)] = counted.verdicts[std::string(verdict)];
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

Result<job::Json>
checks_made(int most, const std::string& after, const std::string& store, const job::Surroundings& around) {
    const auto begin = TRY(place_of(after));
    auto ledger = TRY(store::Ledger::open_to_read(around.home, store));
    auto page = TRY(ledger.newest_sightings(most + 1, begin));
    job::Json next = nullptr;
    if (page.size() > static_cast<std::size_t>(most)) {
        page.pop_back();
        next = page.back().day.iso() + " " + store::id_of(page.back());
    }
    job::Json checks = job::Json::array();
    for (const auto& sighting : page)
        checks.push_back(sighting_json(sighting));
    return job::Json{{"checks", checks}, {"by_place", by_commune(TRY(ledger.places()))}, {"next", next}};
}

Result<job::Json> record_checks(const std::vector<FieldCheck>& checks,
                                const std::string& inspector,
                                const std::string& store,
                                const job::Surroundings& around) {
    std::vector<store::Sighting> seen;
    for (const auto& check : checks) {
        const auto nth = std::to_string(seen.size() + 1);
        const auto moment = moment_of(check.at);
        const bool known = std::find(std::begin(verdicts), std::end(verdicts), check.verdict) != std::end(verdicts);
        const auto code = trace::parse(trace::without_symbology(check.text)).code;
        if (!moment || !known || !code || check.text.size() > longest_code)
            return error(Cause::data, "checks.form", {"checks", nth});
        const auto place = tidy(check.place);
        if (place.size() > longest_name)
            return error(Cause::usage, "sighting.text", {"place", std::to_string(longest_name)});
        seen.push_back({.product = code->key(),
                        .lot = code->lot,
                        .serial = code->serial,
                        .day = moment->day,
                        .place = place,
                        .inspector = inspector,
                        .verdict = check.verdict,
                        .code = make_showable(check.text),
                        .time = moment->time});
    }
    auto ledger = TRY(store::Ledger::open(around.home, store));
    const auto recorded = TRY(ledger.record(seen));
    return to_json(recorded);
}

} // namespace temsao::bench
