#pragma once
// Inside `catalog` only: before rows are read, the cells of the understood columns get their plain form, or a Lack that
// says why they have none. Only here a whole column is looked at: one day such as 10/15/2025 proves that the column has
// the month first, and then no other day of it is read day first.
#include "base/finding.h"
#include "catalog/columns.h"

namespace temsao::catalog {

using SettledRemarks = std::vector<std::pair<std::size_t, Finding>>; // row, counted from 0

// Days become dd/mm/yyyy, bar codes plain digits; errors, lost letters, cut numbers and doubtful days get a Lack.
// Remarks (check): DAYS_OF_TWO_KINDS {heading, a day as text, a date of the workbook}, where one of each may have been
// turned around and too few show it.
SettledRemarks settle_cells(Table& table, const Columns& columns);

} // namespace temsao::catalog
