#pragma once
// table -> product list. Forgiving about form, strict about facts: the ways in which clerks write a thing are
// understood; what cannot be true is refused with the row, the column, the value, the reason and the remedy. Nothing is
// guessed silently. Pure; any thread.
#include "base/finding.h"
#include "catalog/columns.h"
#include "catalog/product.h"
#include "catalog/rows.h"

namespace temsao::catalog {

struct RefusedRow {
    std::size_t row = 0; // as the spreadsheet counts, from 1
    std::string column;  // its heading
    std::string value;
    Message reason, remedy;
    std::vector<Cell> cells; // the row as in the file
};

struct RowRemark {
    std::size_t row = 0;
    Finding finding;
};

// A row without a product, for telling it to people.
struct OtherRow {
    std::size_t row = 0; // as the spreadsheet counts, from 1
    RowKind kind = RowKind::empty;
    std::string words;
};

struct ImportReport {
    std::vector<Product> products;             // by key; all rows of a product together are its history
    std::map<std::string, std::size_t> row_of; // the newest row of each product, by key
    std::size_t rows_accepted = 0;
    std::vector<RefusedRow> refused;
    std::vector<RowRemark> remarks;
    std::vector<std::string> headings; // of the file, for the refused rows' file
    // Every row is accounted for: rows_read = rows_accepted + refused + the sum of rows_by_kind.
    std::size_t rows_read = 0;
    std::map<RowKind, std::size_t> rows_by_kind; // of the rows that are not products
    std::vector<OtherRow> other_rows;            // the same, without the empty ones
    std::vector<Heading> columns;                // every one, understood or not
    std::vector<std::size_t> hidden_columns;     // understood, and hidden in the workbook
    std::string read_by;                         // the program that turned the file into a workbook; empty: none
    std::string sheet;                           // of a workbook
    std::vector<OtherSheet> other_sheets;
    std::vector<Mending> mended;
};

// Errors: those of find_columns, columns.missing_on_sheet {file, what is missing, headings seen, sheet, other sheets},
// import.empty {file} (Cause::data): then nothing is imported.
// `before`: the list in use until now, whose products without a number keep their codes (catalog/combine.h). `map`:
// what a person says about headings. `as_of`: the list's day, after which no decision in it was made.
Result<ImportReport> import_table(Table table,
                                  std::string_view file_name,
                                  const std::vector<Product>& before = {},
                                  const HeadingMap& map = {},
                                  std::optional<Date> as_of = {});

// The stable code of a product without GTIN: P and eight characters, from the matching keys of name and producer by
// FNV-1a (64 bit), in an alphabet without look-alikes. Never changes between versions.
std::string internal_code(std::string_view name, std::string_view producer);

} // namespace temsao::catalog
