#pragma once
// The list as rows of text, the first one the headings: what `list export` writes, and what imports back to the same
// list. Pure; any thread.
#include "catalog/import.h"

namespace temsao::catalog {

using TextRows = std::vector<std::vector<std::string>>;

TextRows list_rows(const std::vector<Product>& products);     // a row for each certificate
TextRows refused_rows(const ImportReport& report, Lang lang); // as in the file, each with reason and remedy

// UTF-8 with BOM for Excel; the bytes are the same on every machine, since evidence and published lists are hashed.
std::string csv_of(const TextRows& rows, char separator = ',');
std::string to_csv(const std::vector<Product>& products);
std::string refused_csv(const ImportReport& report, Lang lang);

// With an apostrophe before what a spreadsheet would take for a formula; the import takes it off again.
std::string guarded(std::string_view text);
// One cell of a CSV file, guarded, and quoted as needed.
std::string csv_cell(std::string_view text);

} // namespace temsao::catalog
