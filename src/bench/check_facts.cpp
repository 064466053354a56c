#include "bench/check_facts.h"

#include "base/pieces.h"
#include "base/text.h"
#include "bench/sightings.h"
#include "catalog/commune.h"
#include "job/json.h"
#include "store/sightings.h"
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

std::size_t number_of(verify::Word verdict) {
    return static_cast<std::size_t>(verdict);
}

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
std::vector<PlaceChecks> by_commune(const std::vector<store::PlaceCount>& places) {
    std::map<std::string, PlaceChecks> counts;
    for (const auto& one : places) {
        const auto [key, shown, is_named] = catalog::commune_of(one.place);
        auto& row = counts[key];
        if (shown.size() > row.place.size()) row.place = shown; // the fuller one
        if (const auto verdict = verify::word_named(one.verdict)) row.checks[number_of(*verdict)] += one.checks;
    }
    std::vector<PlaceChecks> rows;
    for (auto& [key, row] : counts)
        rows.push_back(std::move(row));
    return rows;
}

} // namespace

Result<ChecksPage>
checks_made(int most, const std::string& after, const std::string& store, const job::Surroundings& around) {
    const auto begin = TRY(place_of(after));
    auto ledger = TRY(store::Ledger::open_to_read(around.home, store));
    ChecksPage page{.checks = TRY(ledger.sightings().newest(most + 1, begin))};
    if (page.checks.size() > static_cast<std::size_t>(most)) {
        page.checks.pop_back();
        page.next = page.checks.back().day.iso() + " " + store::id_of(page.checks.back());
    }
    page.by_place = by_commune(TRY(ledger.sightings().places()));
    return page;
}

job::Json to_json(const ChecksPage& page) {
    auto checks = job::Json::array(), places = job::Json::array();
    for (const auto& sighting : page.checks)
        checks.push_back(sighting_json(sighting));
    for (const auto& one : page.by_place) {
        job::Json row{{"place", one.place}};
        for (const auto verdict : verify::every_word)
            row[std::string(name(verdict))] = one.checks[number_of(verdict)];
        places.push_back(std::move(row));
    }
    return {{"checks", checks}, {"by_place", places}, {"next", page.next ? job::Json(*page.next) : job::Json(nullptr)}};
}

Result<store::Sightings::Recorded> record_checks(const std::vector<FieldCheck>& checks,
                                                 const std::string& inspector,
                                                 const std::string& store,
                                                 const job::Surroundings& around) {
    std::vector<store::Sighting> seen;
    for (const auto& check : checks) {
        const auto nth = std::to_string(seen.size() + 1);
        const auto moment = moment_of(check.at);
        const auto code = trace::parse(trace::without_symbology(check.text)).code;
        if (!moment || !verify::word_named(check.verdict) || !code || check.text.size() > longest_code)
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
    return ledger.sightings().record(seen);
}

} // namespace temsao::bench
