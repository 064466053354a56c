#pragma once
// LotRecords: what a signed list says of lots: each lot that was reported, how far each producer's reports reach, and
// which serial numbers were printed. A lot that is missing is a question and no more: a report may be on its way.
// trace/FORMAT.md has the bytes. Plain values; any thread.
#include "trace/serial_filter.h"

namespace temsao::trace {

// A lot as it was reported. One that was packed on several days has a record for each.
struct LotRecord {
    std::string product;                         // a GTIN's 14 digits or an internal code
    std::string lot;                             // at most 20 of GS1's set 82; empty: labels without a lot
    std::optional<Date> made = {}, expires = {}; // as reported; empty: not told
    bool has_serials = false;                    // the print log has labels of it, each with a serial number
    friend auto operator<=>(const LotRecord&, const LotRecord&) = default;
};

// The days of production that a producer's reports reach.
struct Coverage {
    std::string producer; // as on the list
    Date first, last;
    friend auto operator<=>(const Coverage&, const Coverage&) = default;
};

struct LotRecords {
    std::vector<LotRecord> lots;    // ascending, each once
    std::vector<Coverage> coverage; // likewise
    std::optional<SerialFilter> serials = {};
};

inline constexpr std::size_t most_lots = 2'000'000, most_producers = 100'000;

// Sections of the signed list: one line each, fields between tabs, ascending. Error records.field {text} (Cause::data)
// when something does not fit into a line; the vectors need not be in order.
Result<std::string> write_lots(std::vector<LotRecord> lots);
Result<std::string> write_coverage(std::vector<Coverage> coverage);

// Read only what was written so; nothing for anything else, and for more than the limits above.
std::optional<std::vector<LotRecord>> read_lots(std::string_view section);
std::optional<std::vector<Coverage>> read_coverage(std::string_view section);

} // namespace temsao::trace
