#pragma once
// What an import read and what it did not, in words and as the members of `list import --json`. Pure; any thread.
#include "catalog/import.h"
#include "job/job.h"

namespace temsao::office {

// One line for each refused row, one with the sum of all rows, and what will cost labels later: at most twenty remarks
// by their rows, with the number of the others.
std::string import_words(const catalog::ImportReport& read, Lang lang);

// One line each: rows that are not products, columns and sheets that were not read, text that was converted. Of rows at
// most twenty, with the number of the others. Then the remarks that cost no label, one line a kind.
std::vector<std::string> import_remarks(const catalog::ImportReport& read, Lang lang);

// rows_read, rows (how many by kind), other_rows, columns (heading -> meaning or null), headings, hidden_columns,
// read_by, sheet, other_sheets, mended, rows_accepted, refused, remarks, legacy.
job::Json import_json(const catalog::ImportReport& read, Lang lang);

} // namespace temsao::office
