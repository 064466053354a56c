#pragma once
// Inside `catalog` only: what rows of one list say against each other, or against its titles, groups and totals. Each
// is a question to a person and changes nothing: the row's own cells count. Pure; any thread.
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "catalog/rows.h"

namespace temsao::catalog {

// `rows` are the products that were read. Remarks:
//   GROUP_STARS_DIFFER {name, stars, words}: “Sản phẩm đạt 3 sao” stands above
//   GROUP_STARS_DIFFER.many {count, words}: so do most rows below it
//   DECISION_DAYS_DIFFER {decision, day, day of the others, how many}: a decision has one day
//   DECISION_DAYS_DIFFER.many {decision, how many days}
//   DECISION_YEAR_DIFFERS {name, decision, day}: “12/2024/QĐ-UBND” with a day of 2025
//   TOTAL_DIFFERS {words, number of products above}
//   NUMBERS_LEAVE_OUT {number that no row has} (info): a row may be missing, before the row with the next number
//   NUMBERS_LEAVE_OUT.many {number, how many more} (info)
// All others are of check.
std::vector<RowRemark>
contradictions(const Table& table, const Columns& columns, const Rows& kinds, const std::vector<ListRow>& rows);

} // namespace temsao::catalog
