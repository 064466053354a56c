#pragma once
// What differs between two editions of the list, in words and as JSON. Pure; any thread.
#include "catalog/changes.h"
#include "job/json.h"

namespace temsao::office {

// A line for each product, the weightiest first: "~ 09520000010003  Mật ong: stars 4 → 3 (45/QĐ-UBND)".
std::vector<std::string> change_lines(const std::vector<catalog::ProductChange>& changes, Lang lang);

// How many changes of each weight: "1 product gone, 3 with more stars, 12 new". Empty when there are none.
std::string change_counts(const std::vector<catalog::ProductChange>& changes, Lang lang);

// [{change: "added" "changed" "removed", weight, key, name, fields: [{field, decision, before, after,
// words: "stars 4 → 3 (45/QĐ-UBND)"}]}]
job::Json changes_json(const std::vector<catalog::ProductChange>& changes, Lang lang);

} // namespace temsao::office
