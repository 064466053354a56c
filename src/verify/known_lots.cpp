#include "verify/known_lots.h"

#include "catalog/same_name.h"

#include <algorithm>
#include <tuple>

namespace temsao::verify {

std::string_view name(LotState state) {
    constexpr std::string_view names[] = {"known", "not_reported", "beyond", "no_records", "recalled"};
    return names[static_cast<int>(state)];
}

KnownLots::KnownLots(trace::LotRecords records) : records_(std::move(records)) {
    std::sort(records_.lots.begin(), records_.lots.end());
    for (const auto& covered : records_.coverage) {
        auto [place, is_new] = coverage_.try_emplace(catalog::producer_key(covered.producer), covered);
        if (is_new) continue; // two spellings of one name: as far as both reach
        place->second.first = std::min(place->second.first, covered.first);
        place->second.last = std::max(place->second.last, covered.last);
    }
}

std::span<const trace::LotRecord> KnownLots::of(std::string_view product, std::string_view lot) const {
    const auto wanted = std::tuple(product, lot);
    const auto of_record = [](const trace::LotRecord& record) {
        return std::tuple<std::string_view, std::string_view>(record.product, record.lot);
    };
    const auto first = std::partition_point(
        records_.lots.begin(), records_.lots.end(), [&](const auto& record) { return of_record(record) < wanted; });
    const auto end = std::partition_point(
        first, records_.lots.end(), [&](const auto& record) { return of_record(record) == wanted; });
    return {first, end};
}

const trace::Coverage* KnownLots::coverage_of(std::string_view producer) const {
    const auto found = coverage_.find(catalog::producer_key(producer));
    return found == coverage_.end() ? nullptr : &found->second;
}

} // namespace temsao::verify
