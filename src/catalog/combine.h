#pragma once
// Inside `catalog` only: rows -> products with their histories. The order of the rows plays no part: where rows say
// different things about one decision, the more careful one counts, and a finding says so.
//
// Rows belong to one product when number, name and producer are the same (catalog/same_name.h). A row without a number
// also counts for the products with a number that have its name and producer, so that a revocation holds whether or not
// its clerk looked up the GTIN.
#include "catalog/import.h"

namespace temsao::catalog {

struct ListRow {
    std::size_t row = 0;       // as the spreadsheet counts
    Product product;           // one certificate; `key` is empty when the row has no number
    std::string name_key = {}; // product_name_key of its name
};

struct Combined {
    std::vector<Product> products;             // by key
    std::map<std::string, std::size_t> row_of; // the newest row of each product, by key
    std::vector<RowRemark> remarks;
};

// Remarks, each at the last of the rows that it is about:
//   ROW_TWICE {name} (info): an exact repetition        ROW_JOINED {name, numbers} (info): counted for those numbers
//   ROWS_DIFFER {name, decision, heading, text, text}: rows of one decision with other texts for the label
//   NUMBER_SHARED {number, products}, and of one product {name, decision, …}: STARS_DIFFER, ENDS_DIFFER,
//   STATUS_DIFFERS, DECISIONS_OF_ONE_DAY, SUCCESSOR_MISSING, ENDED_BY_ITSELF {…, decision that runs}
//   SAME_NAME_PARTED, SAME_NAME_TWO_PLACES {name, producer, communes}: rows without a number in several communes, two
//   products where one decision has both, else one; ROW_OF_EACH_PLACE {name, producer}: it names none of the communes
// All but the infos are of check.
//
// A product without a number keeps the code that its name and producer had in the list before, in whatever spelling
// they come today, since it is on printed labels. A code that a row of this import gives stays with that row.
Combined combine(std::vector<ListRow> rows, const std::vector<Product>& before);

} // namespace temsao::catalog
