#include "bench/check_facts.h"

#include "base/text.h"
#include "bench/commune.h"
#include "bench/sightings.h"
#include "job/json.h"
#include "trace/trace_code.h"

#include <algorithm>

namespace temsao::bench {
namespace {

constexpr std::string_view verdicts[] = {"valid", "inconclusive", "check", "invalid"};

} // namespace

Result<job::Json> checks_made(const std::string& store, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open_to_read(around.home, store));
    auto all = TRY(ledger.sightings());
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.day > b.day; });
    job::Json checks = job::Json::array(), by_place = job::Json::array();

    struct Row {
        std::string place;
        std::map<std::string, int> verdicts;
    };

    std::map<std::string, Row> counts; // by the commune's key
    for (const auto& s : all) {
        checks.push_back({{"at", s.day.iso()},
                          {"place", s.place},
                          {"verdict", s.verdict},
                          {"product", s.product},
                          {"lot", s.lot},
                          {"serial", s.serial},
                          {"inspector", s.inspector},
                          {"text", s.code}});
        const auto [key, shown] = commune_of(s.place);
        auto& row = counts[key];
        if (shown.size() > row.place.size()) row.place = shown; // the fuller one
        ++row.verdicts[s.verdict];
    }
    for (auto& [key, counted] : counts) {
        job::Json row{{"place", counted.place}};
        for (const auto verdict : verdicts)
            row[std::string(verdict)] = counted.verdicts[std::string(verdict)];
        by_place.push_back(std::move(row));
    }
    return job::Json{{"checks", checks}, {"by_place", by_place}};
}

Result<job::Json> record_checks(const std::vector<FieldCheck>& checks,
                                const std::string& inspector,
                                const std::string& store,
                                const job::Surroundings& around) {
    std::vector<store::Sighting> seen;
    for (const auto& check : checks) {
        const auto nth = std::to_string(seen.size() + 1);
        const auto day = Date::parse_iso(std::string_view(check.at).substr(0, 10));
        const bool known = std::find(std::begin(verdicts), std::end(verdicts), check.verdict) != std::end(verdicts);
        const auto code = trace::parse(trace::without_symbology(check.text)).code;
        if (!day || !known || !code || check.text.size() > longest_code)
            return error(Cause::data, "checks.form", {"checks", nth});
        const auto place = tidy(check.place);
        if (place.size() > longest_name)
            return error(Cause::usage, "sighting.text", {"place", std::to_string(longest_name)});
        seen.push_back({.product = code->key(),
                        .lot = code->lot,
                        .serial = code->serial,
                        .day = *day,
                        .place = place,
                        .inspector = inspector,
                        .verdict = check.verdict,
                        .code = make_showable(check.text)});
    }
    auto ledger = TRY(store::Ledger::open(around.home, store));
    const auto recorded = TRY(ledger.record(seen));
    return to_json(recorded);
}

} // namespace temsao::bench
