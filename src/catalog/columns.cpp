#include "catalog/columns.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/headings.h"
#include "catalog/read_cells.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

constexpr std::size_t rows_searched = 30, most_header_rows = 3;

struct Candidate {
    Meaning meaning;
    std::string text;
    bool is_said = false;    // its meaning, by a person
    bool has_parent = false; // another heading stands above it
};

// A row under a heading that may belong to it: short words, nothing that only a product's row has.
bool may_be_heading(const std::vector<Cell>& row) {
    return std::none_of(row.begin(), row.end(), [](const Cell& cell) {
        if (cell.text.empty()) return false;
        return cell.is_date || cell.is_number || cell.text.size() > 120 || is_only_digits(cell.text) ||
               read_date(cell.text) || read_decision(cell.text);
    });
}

const std::string& text_at(const std::vector<Cell>& row, std::size_t column) {
    static const std::string none;
    return column < row.size() ? row[column].text : none;
}

// The headings of the rows `first` to `last`, column by column. A heading above that stands over several columns is in
// the first of them only when the file is CSV, so it counts for the empty ones to its right that have a word below.
const SaidMeaning* said_of(const std::string& heading, const HeadingMap& map) {
    if (heading.empty() || map.empty()) return nullptr;
    const auto key = match_key(heading);
    const auto found =
        std::find_if(map.begin(), map.end(), [&](const auto& one) { return match_key(one.heading) == key; });
    // A field that there is not, from a newer temsao or a damaged disk, says nothing.
    const bool is_known = found != map.end() && (found->meaning.empty() || !known_meaning(found->meaning).empty());
    return is_known ? &*found : nullptr;
}

// "Giấy ATTP | Ngày cấp | Có giá trị đến": to the right of another paper, days and offices that name none are its own.
void leave_out_other_papers(std::vector<Candidate>& all) {
    const Candidate* paper = nullptr; // to the left
    for (auto& one : all) {
        if (one.text.empty()) continue;
        if (!one.is_said && is_of_other_paper(one.text, one.meaning.name))
            paper = &one;
        else if (paper && !one.is_said && one.has_parent == paper->has_parent &&
                 may_be_of(paper->text, one.text, one.meaning.name))
            one.meaning = {};
        else
            paper = nullptr;
    }
}

std::vector<Candidate> read_headings(const Table& table, std::size_t first, std::size_t last, const HeadingMap& map) {
    std::size_t width = 0;
    for (auto row = first; row <= last; ++row)
        width = std::max(width, table.rows[row].size());
    std::vector<Candidate> all(width);
    std::string above;
    for (std::size_t column = 0; column < width; ++column) {
        const auto& top = text_at(table.rows[first], column);
        if (!top.empty()) above = top;
        std::string parent = top, own = top;
        for (auto row = first + 1; row <= last; ++row) {
            const auto& below = text_at(table.rows[row], column);
            if (below.empty() || below == own) continue;
            if (own.empty())
                parent = above;
            else if (parent != own)
                parent.append(" ").append(own);
            own = below;
        }
        auto& candidate = all[column];
        candidate.has_parent = parent != own && !parent.empty();
        candidate.meaning = candidate.has_parent ? meaning_under(parent, own) : meaning_of(own);
        candidate.text = candidate.has_parent ? parent.append(" / ").append(own) : own;
        if (const auto* said = said_of(candidate.text, map)) {
            candidate.is_said = true;
            candidate.meaning = {known_meaning(said->meaning), said->meaning.empty() ? Strength::none : Strength::said};
        }
    }
    leave_out_other_papers(all);
    return all;
}

std::size_t count_meanings(const std::vector<Candidate>& candidates) {
    std::map<std::string_view, int> meanings;
    for (const auto& one : candidates)
        if (one.meaning.strength != Strength::none) ++meanings[one.meaning.name];
    return meanings.size();
}

struct Block {
    std::size_t row = 0, rows = 1;
    std::vector<Candidate> candidates;
};

Block find_header(const Table& table, const HeadingMap& map) {
    Block best;
    std::size_t most = 0;
    for (std::size_t rows = 1; rows <= most_header_rows; ++rows) // more rows only where they add a meaning
        for (std::size_t row = 0; row < rows_searched && row + rows <= table.rows.size(); ++row) {
            const auto first = table.rows.begin() + static_cast<std::ptrdiff_t>(row);
            if (rows > 1 && !std::all_of(first, first + static_cast<std::ptrdiff_t>(rows), may_be_heading)) continue;
            auto candidates = read_headings(table, row, row + rows - 1, map);
            const auto found = count_meanings(candidates);
            if (found <= most) continue;
            most = found;
            best = {row, rows, std::move(candidates)};
        }
    return best;
}

// Do two columns say the same in every row? Then it does not matter which one is meant.
bool same_cells(const Table& table, const Block& header, std::size_t one, std::size_t other) {
    for (auto row = header.row + header.rows; row < table.rows.size(); ++row)
        if (text_at(table.rows[row], one) != text_at(table.rows[row], other)) return false;
    return true;
}

std::string seen(const Block& header) {
    std::string all;
    for (const auto& one : header.candidates)
        if (!one.text.empty() && all.size() < 300) all += (all.empty() ? "" : " | ") + one.text.substr(0, 60);
    return make_showable(all);
}

// Fills the places of the understood columns; each meaning has its strongest column.
Outcome take_strongest(const Table& table, const Block& header, Columns& columns, const std::string& file) {
    for (const auto strength : {Strength::said, Strength::exact, Strength::qualified, Strength::begins}) {
        std::map<std::string, std::size_t> found;
        for (std::size_t i = 0; i < header.candidates.size(); ++i) {
            const auto& one = header.candidates[i];
            const std::string meaning(one.meaning.name);
            if (one.meaning.strength != strength || columns.has(meaning)) continue;
            const auto [first, is_new] = found.try_emplace(meaning, i);
            if (is_new || meaning == "number" || same_cells(table, header, first->second, i)) continue;
            // Under one heading --map cannot choose between them.
            const bool are_alike = match_key(header.candidates[first->second].text) == match_key(one.text);
            return error(Cause::data,
                         are_alike ? "columns.two_alike" : "columns.two",
                         {file,
                          meaning,
                          column_name(first->second),
                          make_showable(header.candidates[first->second].text),
                          column_name(i),
                          make_showable(one.text)});
        }
        for (const auto& [meaning, column] : found) {
            columns.place[meaning] = column;
            columns.heading[meaning] = header.candidates[column].text;
        }
    }
    return done;
}

// Columns with cells and without a heading are told as well.
void tell_all(const Table& table, const Block& header, Columns& columns) {
    std::set<std::size_t> filled;
    for (auto row = header.row + header.rows; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.rows[row].size(); ++column)
            if (!table.rows[row][column].text.empty()) filled.insert(column);
    const auto width = std::max(header.candidates.size(), filled.empty() ? 0 : *filled.rbegin() + 1);
    for (std::size_t column = 0; column < width; ++column) {
        const auto text = column < header.candidates.size() ? header.candidates[column].text : "";
        if (text.empty() && !filled.contains(column)) continue;
        Heading heading{column, text, "", column < header.candidates.size() && header.candidates[column].is_said};
        for (const auto& [meaning, place] : columns.place)
            if (place == column) heading.meaning = meaning;
        columns.all.push_back(std::move(heading));
    }
}

// What a product list must have and this heading has not, in words; empty: it has all.
std::string missing_columns(const Block& header) {
    std::string missing;
    const auto need = [&](std::initializer_list<std::string_view> meanings, const char* what) {
        const bool there = std::any_of(meanings.begin(), meanings.end(), [&](std::string_view meaning) {
            return std::any_of(header.candidates.begin(), header.candidates.end(), [&](const Candidate& one) {
                return one.meaning.name == meaning;
            });
        });
        if (!there) missing += (missing.empty() ? "" : ", ") + std::string(what);
    };
    need({"name"}, "Tên sản phẩm");
    need({"producer"}, "Chủ thể");
    need({"stars"}, "Hạng sao");
    need({"issued", "decision_and_date", "decision"}, "Ngày QĐ");
    return missing;
}

bool lost_letters(const Block& header) {
    return std::any_of(header.candidates.begin(), header.candidates.end(), [](const Candidate& one) {
        return has_lost_letters(one.text);
    });
}

Error missing_error(const Block& header, const std::string& missing, const std::string& file) {
    if (lost_letters(header)) return error(Cause::data, "table.lost_letters", {file, seen(header)});
    return error(Cause::data, "columns.missing", {file, missing, seen(header)});
}

// Every heading that a person named is there.
Outcome check_map(const Block& header, const HeadingMap& map, const std::string& file) {
    for (const auto& said : map) {
        const bool is_there =
            std::any_of(header.candidates.begin(), header.candidates.end(), [&](const Candidate& one) {
                return match_key(one.text) == match_key(said.heading);
            });
        if (!is_there && !said.is_kept)
            return error(Cause::data, "columns.map_heading", {file, said.heading, seen(header)});
    }
    return done;
}

} // namespace

Result<SaidMeaning> read_said_meaning(std::string_view text) {
    const auto equals = text.rfind('=');
    SaidMeaning said{.heading = tidy(text.substr(0, equals)),
                     .meaning = equals == text.npos ? std::string() : tidy(text.substr(equals + 1))};
    std::string all;
    for (const auto& meaning : every_meaning())
        all += (all.empty() ? "" : ", ") + meaning;
    if (equals == text.npos || said.heading.empty() || (!said.meaning.empty() && known_meaning(said.meaning).empty()))
        return error(Cause::usage, "columns.map", {std::string(text), std::move(all)});
    return said;
}

bool lacks_columns(const Table& table, const HeadingMap& map) {
    const auto header = find_header(table, map);
    return !missing_columns(header).empty() && !lost_letters(header);
}

Result<ColumnsSeen> see_columns(const Table& table, std::string_view file_name, const HeadingMap& map) {
    const std::string file(file_name);
    const auto header = find_header(table, map);
    ColumnsSeen seen_here;
    auto& columns = seen_here.columns;
    columns.header_row = header.row;
    columns.header_rows = header.rows;
    TRY(check_map(header, map, file));
    const auto missing = missing_columns(header);
    if (!missing.empty()) seen_here.trouble = missing_error(header, missing, file);
    if (!missing.empty() && count_meanings(header.candidates) < 2) return *seen_here.trouble;
    const auto taken = take_strongest(table, header, columns, file);
    if (!taken) seen_here.trouble = taken.error();
    tell_all(table, header, columns);
    if (!taken)
        for (auto& one : columns.all)
            if (one.column < header.candidates.size()) one.meaning = header.candidates[one.column].meaning.name;
    return seen_here;
}

Result<Columns> find_columns(const Table& table, std::string_view file_name, const HeadingMap& map) {
    auto found = TRY(see_columns(table, file_name, map));
    if (found.trouble) return *found.trouble;
    return std::move(found.columns);
}

} // namespace temsao::catalog
