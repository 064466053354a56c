#pragma once
// Which column of a list means what. Headings in Vietnamese or English, in any order, in one to three rows, found
// within the first 30 rows. Pure; any thread.
#include "catalog/table.h"

#include <map>

namespace temsao::catalog {

// A column with a heading, or with cells under none.
struct Heading {
    std::size_t column = 0;
    std::string text; // "Quyết định công nhận / Số" when it stands in two rows; empty: cells without a heading
    std::string meaning;  // empty: not understood, its cells are not read
    bool is_said = false; // a person said so (HeadingMap)
};

// What a person says about a heading; it counts before our own reading.
struct SaidMeaning {
    std::string heading;  // "HDBQ"; case and accents' form make no difference
    std::string meaning;  // "storage"; empty: the column is left out
    bool is_kept = false; // said at an earlier import, so a file may lack the heading
};

using HeadingMap = std::vector<SaidMeaning>;

// "HDBQ=storage", or "HDBQ=" to leave the column out. Error columns.map {text, the meanings there are} (Cause::usage).
Result<SaidMeaning> read_said_meaning(std::string_view text);

// The meanings a column can have; facts for labels (net_quantity …) have their placeholder's name.
struct Columns {
    std::size_t header_row = 0;                              // the first row of the heading
    std::size_t header_rows = 1;                             // how many rows it has
    std::map<std::string, std::size_t, std::less<>> place;   // meaning -> column
    std::map<std::string, std::string, std::less<>> heading; // meaning -> heading as in the file
    std::vector<Heading> all;                                // every column, understood or not

    bool has(std::string_view meaning) const { return place.contains(meaning); }
};

// An exact heading wins over one that says more ("Hạng sao" over "Hạng sao năm 2022"). Errors (Cause::data), each with
// the file's name: columns.missing {…, what is missing, headings seen} without name, producer, stars or any date;
// columns.two {…, meaning, column, heading, column, heading} when two columns could be meant; columns.map_heading {…,
// heading of the map, headings seen}; table.lost_letters {…, headings seen}.
Result<Columns> find_columns(const Table& table, std::string_view file_name, const HeadingMap& map = {});

// The columns as far as they can be told, for a person who corrects them; in `trouble` why find_columns would refuse
// them. Two columns that could mean the same both have that meaning. Errors: columns.map_heading, and columns.missing
// where fewer than two columns are understood: such a table is not a list.
struct ColumnsSeen {
    Columns columns;
    std::optional<Error> trouble;
};

Result<ColumnsSeen> see_columns(const Table& table, std::string_view file_name, const HeadingMap& map = {});

// Every meaning that a column can have, in the order of their names.
std::vector<std::string> every_meaning();

// Whether find_columns would give columns.missing: no heading of the table reads as that of a product list.
bool lacks_columns(const Table& table, const HeadingMap& map = {});

} // namespace temsao::catalog
