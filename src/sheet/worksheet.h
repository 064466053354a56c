#pragma once
// Inside `sheet` only: one sheet of a workbook as cells, each with the text that the spreadsheet shows.
#include "catalog/table.h"
#include "sheet/mend_text.h"
#include "sheet/package.h"
#include "sheet/styles.h"

namespace temsao::sheet {

// A text of the workbook, kept once for all the cells that show it.
struct SharedText {
    std::string text;
    bool is_struck = false;           // some part of it
    bool is_partly_struck = false;    // and not all of it
    std::optional<Encoding> encoding; // that the font of some part gives away
};

// What all sheets of a workbook share.
struct Book {
    const Package& package;
    Styles styles;
    std::vector<SharedText> strings;
    bool counts_from_1904 = false; // its days
    bool escapes_text = true;      // _x000D_ stands for a character
};

// A string item: <si> or <is>. Phonetic hints are left out.
SharedText read_text_item(const pugi::xml_node& item, bool escapes_text);

// The cells of the part, old encodings mended. Errors: table.broken, table.too_large, table.cell_twice {file, cell},
// table.no_such_text {file, cell}.
Result<catalog::Table> read_worksheet(const Book& book, std::string_view part);

} // namespace temsao::sheet
