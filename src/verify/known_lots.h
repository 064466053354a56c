#pragma once
// KnownLots: the lots that a signed list knows, ready to be asked about. Unchanged after it is made; any thread.
#include "trace/lot_records.h"

#include <map>
#include <span>

namespace temsao::verify {

// What the records say of a label's lot, as in JSON.
enum class LotState {
    known,        // on record
    not_reported, // within the days that the producer's records reach, and not on record
    beyond,       // the records do not reach this day, or the day is not known
    no_records,   // others report lots, this producer does not
    recalled,
};
std::string_view name(LotState state); // "not_reported"

class KnownLots {
public:
    explicit KnownLots(trace::LotRecords records);

    std::span<const trace::LotRecord> of(std::string_view product, std::string_view lot) const; // empty: not reported
    const trace::Coverage* coverage_of(std::string_view producer) const; // in any spelling; null: nothing was reported

    bool any_coverage() const { return !coverage_.empty(); }

    const trace::SerialFilter* serials() const { return records_.serials ? &*records_.serials : nullptr; }

private:
    trace::LotRecords records_;
    std::map<std::string, trace::Coverage, std::less<>> coverage_; // by catalog::producer_key
};

} // namespace temsao::verify
