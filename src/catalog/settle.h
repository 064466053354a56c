#pragma once
// Inside `catalog` only: before rows are read, the cells of the understood columns get their plain form, or a Lack that
// says why they have none. Only here a whole column is looked at: one day such as 10/15/2025 proves that the column has
// the month first, and then no other day of it is read day first.
#include "catalog/columns.h"

namespace temsao::catalog {

// Days become dd/mm/yyyy, bar codes plain digits; errors, lost letters, cut numbers and doubtful days get a Lack.
void settle_cells(Table& table, const Columns& columns);

} // namespace temsao::catalog
