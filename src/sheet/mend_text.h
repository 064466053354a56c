#pragma once
// Inside `sheet` only: text in an old or wrong encoding becomes Unicode, column by column and cell by cell.
#include "catalog/table.h"
#include "sheet/legacy_text.h"

#include <map>

namespace temsao::sheet {

// Encodings that the fonts of cells give away, by row and column.
using FontHints = std::map<std::pair<std::size_t, std::size_t>, Encoding>;

// Takes the cells as they are in the file, and leaves each one tidied. A cell is converted when its words make no sense
// as they stand and make sense in an old encoding. Where both make sense ("Phó Minh" is "Phú Minh" in TCVN3), the other
// cells of its column decide; where they do not, the cell has Lack::two_readings. What was converted is in
// table.mended. `is_one_encoding`: a text file of bytes, where a column without other words is read as the rest is.
void mend_text(catalog::Table& table, const FontHints& fonts = {}, bool is_one_encoding = false);

} // namespace temsao::sheet
