#pragma once
// Which column of a list means what. Headings in Vietnamese or English, in any order, found within the first 30 rows.
#include "catalog/table.h"

#include <map>

namespace temsao::catalog {

// The meanings a column can have; facts for labels (net_quantity …) have their placeholder's name.
struct Columns {
    std::size_t header_row = 0;
    std::map<std::string, std::size_t> place;   // meaning -> column
    std::map<std::string, std::string> heading; // meaning -> heading as in the file

    bool has(const std::string& meaning) const { return place.contains(meaning); }
};

// Error columns.missing {file, what is missing, headings seen} (Cause::data) without name, producer, stars, or any
// date.
Result<Columns> find_columns(const Table& table, std::string_view file_name);

} // namespace temsao::catalog
