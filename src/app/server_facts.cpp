#include "app/server_facts.h"

#include "app/commune.h"
#include "app/jobs.h"
#include "app/json.h"
#include "app/label_issue.h"
#include "app/sightings.h"
#include "app/stocks.h"
#include "base/text.h"
#include "page/test_sheet.h"
#include "store/list_store.h"

#include <algorithm>

namespace temsao::app {
namespace {

constexpr std::string_view verdicts[] = {"valid", "inconclusive", "check", "invalid"};

} // namespace

Result<std::string> serial_facts(const std::string& serial,
                                 const std::string& product,
                                 const std::string& store,
                                 const Surroundings& around) {
    const auto read = trace::read_serial(serial);
    if (!read) return read.error();
    auto ledger = store::Ledger::open(around.home, store);
    if (!ledger) return ledger.error();
    const auto found = ledger->find(*read, key_of(product));
    if (!found) return found.error();
    auto lists = store::ListStore::open(around.home);
    if (!lists) return lists.error();
    const auto listed = lists->find(found->issue.product);
    if (!listed) return listed.error();
    const auto shown = std::string(store::shown_serial(found->row.serial));
    return dump({{"serial", shown},
                 {"check", trace::is_serial(shown) ? Json(std::string(1, trace::serial_check(shown))) : Json(nullptr)},
                 {"product", found->issue.product},
                 {"name", *listed ? Json((*listed)->name) : Json(nullptr)},
                 {"producer", *listed ? Json((*listed)->producer) : Json(nullptr)},
                 {"lot", found->issue.lot},
                 {"state", name(found->row.state)},
                 {"certificate", found->issue.certificate},
                 {"at", found->issue.day.iso()}});
}

Result<std::string> checks_made(const std::string& store, const Surroundings& around) {
    auto ledger = store::Ledger::open(around.home, store);
    if (!ledger) return ledger.error();
    auto all = ledger->sightings();
    if (!all) return all.error();
    std::stable_sort(all->begin(), all->end(), [](const auto& a, const auto& b) { return a.day > b.day; });
    Json checks = Json::array(), by_place = Json::array();

    struct Row {
        std::string place;
        std::map<std::string, int> verdicts;
    };

    std::map<std::string, Row> counts; // by the commune's key
    for (const auto& s : *all) {
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
        Json row{{"place", counted.place}};
        for (const auto verdict : verdicts)
            row[std::string(verdict)] = counted.verdicts[std::string(verdict)];
        by_place.push_back(std::move(row));
    }
    return dump({{"checks", checks}, {"by_place", by_place}});
}

Result<std::string> record_checks(const std::vector<FieldCheck>& checks,
                                  const std::string& inspector,
                                  const std::string& store,
                                  const Surroundings& around) {
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
    auto ledger = store::Ledger::open(around.home, store);
    if (!ledger) return ledger.error();
    const auto recorded = ledger->record(seen);
    if (!recorded) return recorded.error();
    return dump(to_json(*recorded));
}

Result<std::string> printers(const Surroundings& around) {
    const auto known = known_printers(around);
    if (!known) return known.error();
    Json all = Json::array();
    for (const auto& [name, printer] : *known) {
        const auto& correction = printer.correction;
        all.push_back({{"name", name},
                       {"dpi", printer.dpi},
                       {"right_mm", correction.right.value},
                       {"down_mm", correction.down.value},
                       {"across_scale", correction.across_scale},
                       {"down_scale", correction.down_scale},
                       {"turn_degrees", correction.turn_degrees}});
    }
    return dump(all);
}

Result<std::string> test_sheet(const std::string& stock, const Surroundings& around) {
    const auto found = find_stock(around, stock.empty() ? "a4-60x40" : stock);
    if (!found) return found.error();
    Json nominal = Json::array();
    for (const auto length : page::TestSheet(found->sheet).nominal())
        nominal.push_back(length.value);
    return dump({{"paper_mm", {found->sheet.width.value, found->sheet.height.value}}, {"nominal_mm", nominal}});
}

} // namespace temsao::app
