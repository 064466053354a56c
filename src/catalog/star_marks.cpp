#include "catalog/star_marks.h"

#include "base/text.h"
#include "catalog/read_cells.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

struct StarColumns {
    std::size_t heading = 0, first = 0; // row and column
    std::vector<int> stars;             // of each column from the first
};

// "3 sao", "Hạng 4 sao", "5*", but not "3": that may be the number of a column.
std::optional<int> stars_of_heading(std::string_view text) {
    if (text.empty() || (text.size() == 1 && text.front() != '*')) return {};
    return read_stars(text);
}

bool is_mark(std::string_view text) {
    constexpr std::string_view marks[] = {"x", "X", "×", "х", "Х", "v", "V", "✓", "✔", "√", "1", "+", "●", "•"};
    return std::find(std::begin(marks), std::end(marks), text) != std::end(marks);
}

// Two to five neighbours, each with other stars.
std::optional<StarColumns> columns_in(const Table& table, std::size_t row) {
    const auto& cells = table.rows[row];
    for (std::size_t first = 0; first < cells.size(); ++first) {
        StarColumns found{row, first, {}};
        for (auto column = first; column < cells.size(); ++column) {
            const auto stars = stars_of_heading(cells[column].text);
            if (!stars || std::find(found.stars.begin(), found.stars.end(), *stars) != found.stars.end()) break;
            found.stars.push_back(*stars);
        }
        if (found.stars.size() >= 2) return found;
    }
    return {};
}

std::string& text_at(Table& table, std::size_t row, std::size_t column) {
    auto& cells = table.rows[row];
    if (cells.size() <= column) cells.resize(column + 1);
    return cells[column].text;
}

// "4 sao"; of several marks and other texts "3 sao: x; 4 sao: x".
std::string told_by(Table& table, std::size_t row, const StarColumns& columns) {
    std::string marked, all;
    std::size_t texts = 0;
    for (std::size_t i = 0; i < columns.stars.size(); ++i) {
        const auto& text = text_at(table, row, columns.first + i);
        if (text.empty() || is_dash(text)) continue;
        ++texts;
        const auto name = std::to_string(columns.stars[i]) + " sao";
        if (is_mark(text)) marked = name;
        if (!all.empty()) all += "; ";
        all.append(name).append(": ").append(text);
    }
    return texts == 1 && !marked.empty() ? marked : all;
}

// Whether most of what stands in these columns is marks: else they hold something else, such as numbers of products.
bool hold_marks(Table& table, const StarColumns& columns) {
    std::size_t marks = 0, others = 0;
    for (auto row = columns.heading + 1; row < table.rows.size(); ++row)
        for (std::size_t i = 0; i < columns.stars.size(); ++i)
            if (const auto& text = text_at(table, row, columns.first + i); !text.empty())
                ++(is_mark(text) ? marks : others);
    return marks > others;
}

} // namespace

void join_star_columns(Table& table) {
    constexpr std::size_t most_rows_above = 30;
    for (std::size_t row = 0; row < std::min(most_rows_above, table.rows.size()); ++row) {
        const auto columns = columns_in(table, row);
        if (!columns || !hold_marks(table, *columns)) continue;
        for (auto below = row + 1; below < table.rows.size(); ++below) {
            auto told = told_by(table, below, *columns);
            for (std::size_t i = 0; i < columns->stars.size(); ++i)
                text_at(table, below, columns->first + i).clear();
            text_at(table, below, columns->first) = std::move(told);
        }
        const bool has_parent = row > 0 && !text_at(table, row - 1, columns->first).empty();
        for (std::size_t i = 0; i < columns->stars.size(); ++i) {
            table.star_columns.push_back(columns->first + i);
            text_at(table, row, columns->first + i).clear();
        }
        if (!has_parent) text_at(table, row, columns->first) = "Hạng sao";
        return;
    }
}

} // namespace temsao::catalog
