#pragma once
// Options of a request as values. Absent gives `otherwise`. Pure; any thread.
#include "base/units.h"
#include "job/job.h"

namespace temsao::job {

// Errors option.date (via date.not_iso), option.number and option.length {name, text, least, most}.
Result<Date> date_option(const Request&, const std::string& name, Date otherwise);
Result<int> number_option(const Request&, const std::string& name, int otherwise, int least, int most);
Result<Mm> length_option(const Request&, const std::string& name, Mm otherwise, Mm least, Mm most); // 2.5 or 2,5

// GTIN however padded, else the text itself: what the store looks up.
std::string key_of(std::string_view text);

// Words in columns, padded by what a reader counts.
std::string padded(const std::string& text, std::size_t width);

} // namespace temsao::job
