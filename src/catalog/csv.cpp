#include "catalog/csv.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>
#include <map>

namespace temsao::catalog {
namespace {

constexpr std::size_t sample_rows = 40;

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

// One cell, and where the next one begins.
struct Cut {
    std::string text;
    std::size_t end = 0;
    bool was_quoted = false, is_closed = true, has_line_end = false, runs_on = false; // text behind the closing quote
};

Cut cut_cell(std::string_view bytes, std::size_t start, char delimiter) {
    Cut cut;
    auto at = start;
    if (at < bytes.size() && bytes[at] == '"') {
        cut.was_quoted = true;
        cut.is_closed = false;
        for (++at; at < bytes.size(); ++at) {
            if (bytes[at] == '"' && at + 1 < bytes.size() && bytes[at + 1] == '"') {
                ++at;
            } else if (bytes[at] == '"') {
                cut.is_closed = true;
                ++at;
                break;
            }
            cut.has_line_end = cut.has_line_end || ends_line(bytes[at]);
            cut.text += bytes[at];
        }
    }
    const auto plain = at;
    while (at < bytes.size() && bytes[at] != delimiter && !ends_line(bytes[at]))
        ++at;
    cut.text += bytes.substr(plain, at - plain);
    cut.runs_on = cut.was_quoted && cut.text.size() > 0 && at > plain;
    cut.end = at;
    return cut;
}

// Delimiters that no space follows, as between the cells of a row.
std::size_t tight_delimiters(std::string_view line, char delimiter) {
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        count += line[i] == delimiter && line[i + 1] != ' ';
    return count;
}

// A day or a decision's number: "15/10/2025", "12/QĐ-UBND". Every row of a list has such cells, and lists of
// ingredients have none.
bool is_list_fact(std::string_view cell) {
    cell = trim(cell, " \t");
    return !cell.empty() && is_digit(cell[0]) && cell.find('/') != cell.npos &&
           cell.find_first_of(" \r\n") == cell.npos;
}

struct Line {
    std::size_t delimiters = 0, facts = 0;
};

Line look_at(std::string_view line, char delimiter) {
    Line seen;
    for (std::size_t start = 0; start <= line.size();) {
        const auto end = std::min(line.find(delimiter, start), line.size());
        seen.facts += is_list_fact(line.substr(start, end - start));
        seen.delimiters += end < line.size();
        start = end + 1;
    }
    return seen;
}

// How many lines within a quoted cell look like rows of their own: half as many delimiters as the rows have. One that a
// space follows may stand between ingredients, so it counts beside a day or a decision only.
std::size_t rows_within(std::string_view text, char delimiter, std::size_t width) {
    std::size_t rows = 0;
    const auto least = std::max<std::size_t>(2, (width - 1) / 2);
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find_first_of("\r\n", start), text.size());
        const auto line = text.substr(start, end - start);
        const auto seen = look_at(line, delimiter);
        rows += tight_delimiters(line, delimiter) >= least || (seen.facts > 0 && seen.delimiters >= least);
        start = end + 1;
    }
    return rows;
}

// Of all lines within a quoted cell together.
Line look_at_all(std::string_view text, char delimiter) {
    Line all;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find_first_of("\r\n", start), text.size());
        const auto one = look_at(text.substr(start, end - start), delimiter);
        all.delimiters += one.delimiters;
        all.facts += one.facts;
        start = end + 1;
    }
    return all;
}

std::size_t facts_of(const std::vector<Cell>& row) {
    return static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [](const Cell& cell) { return is_list_fact(cell.text); }));
}

// How well a delimiter cuts the first rows: the width that most rows share, times their number.
std::size_t fit(std::string_view bytes, char delimiter) {
    std::map<std::size_t, std::size_t> widths;
    std::size_t at = 0, width = 1;
    for (std::size_t rows = 0; at < bytes.size() && rows < sample_rows; ++at) {
        at = cut_cell(bytes, at, delimiter).end;
        if (at < bytes.size() && bytes[at] == delimiter) {
            ++width;
            continue;
        }
        ++widths[width];
        ++rows;
        width = 1;
    }
    std::size_t best = 0;
    for (const auto& [cells, rows] : widths)
        best = std::max(best, (cells - 1) * rows);
    return best;
}

char find_delimiter(std::string_view bytes) {
    const auto sample = bytes.substr(0, 64 * 1024);
    char best = ',';
    std::size_t most = 0;
    for (const char candidate : {';', ',', '\t', '|'})
        if (const auto here = fit(sample, candidate); here > most) {
            most = here;
            best = candidate;
        }
    return best;
}

class Cutter {
public:
    Cutter(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}

    Result<Table> run() {
        constexpr std::string_view says = "sep=";
        if (bytes_.starts_with(says) && bytes_.size() > 5 && ends_line(bytes_[5])) { // Excel's own line, not a row
            delimiter_ = bytes_[4];
            at_ = bytes_[5] == '\r' && bytes_.size() > 6 && bytes_[6] == '\n' ? 7 : 6;
            ++line_;
        } else {
            delimiter_ = find_delimiter(bytes_);
        }
        while (at_ < bytes_.size())
            TRY(take_row());
        const auto usual = quoted_.empty() ? UsualRow{} : usual_row();
        for (const auto& quoted : quoted_) // now the width of a row is known
            if (quoted.runs_on || rows_within(quoted.text, delimiter_, usual.width) > 0 || is_two_rows(quoted, usual))
                return fail("table.quote_over_rows", {std::to_string(quoted.line), std::to_string(quoted.lines)});
        return std::move(table_);
    }

private:
    struct Quoted { // a cell with a line end in it
        std::string text;
        std::size_t row = 0, line = 0, lines = 0;
        bool runs_on = false;
    };

    Error fail(std::string id, std::vector<std::string> facts) const {
        facts.insert(facts.begin(), name_);
        return error(Cause::data, std::move(id), std::move(facts));
    }

    struct UsualRow {
        std::size_t width = 0; // of most rows that have a line of their own; the smaller of two
        std::size_t facts = 1; // most days and decisions in a row of that width
    };

    // Headings may go on where rows have ended.
    UsualRow usual_row() const {
        std::map<std::size_t, std::size_t> widths;
        for (std::size_t i = 0, next = 0; i < table_.rows.size(); ++i) {
            while (next < quoted_.size() && quoted_[next].row < i)
                ++next;
            const bool is_quoted = next < quoted_.size() && quoted_[next].row == i;
            if (const auto width = table_.rows[i].size(); width > 2 && !is_quoted) ++widths[width];
        }
        const auto most = std::max_element(
            widths.begin(), widths.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        UsualRow usual{most == widths.end() ? widest_ : most->first};
        for (const auto& row : table_.rows)
            if (row.size() == usual.width) usual.facts = std::max(usual.facts, facts_of(row));
        return usual;
    }

    // A quoted cell and the others of its row have together the cells, days and decisions of two rows.
    bool is_two_rows(const Quoted& quoted, const UsualRow& usual) const {
        const auto& row = table_.rows[quoted.row];
        const auto within = look_at_all(quoted.text, delimiter_);
        return row.size() - 1 + within.delimiters + 1 >= 2 * (usual.width - 1) &&
               facts_of(row) + within.facts >= 2 * usual.facts;
    }

    Outcome take_row() {
        if (table_.rows.size() >= most_rows) return fail("table.too_large", {"200,000 rows"});
        auto& row = table_.rows.emplace_back();
        std::size_t width = 0;
        while (true) {
            auto cut = cut_cell(bytes_, at_, delimiter_);
            TRY(keep(row, width++, cut));
            at_ = cut.end;
            if (at_ >= bytes_.size() || bytes_[at_] != delimiter_) break;
            ++at_;
        }
        if (at_ < bytes_.size()) at_ += bytes_.substr(at_).starts_with("\r\n") ? 2 : 1;
        ++line_;
        table_.widths.push_back(width);
        widest_ = std::max(widest_, row.size());
        return done;
    }

    Outcome keep(std::vector<Cell>& row, std::size_t column, Cut& cut) {
        if (!cut.is_closed) return fail("table.open_quote", {std::to_string(line_)});
        if (cut.text.size() > longest_cell * 4) return fail("table.too_large", {"10,000 characters a cell"});
        if (cut.has_line_end) {
            std::size_t lines = 1;
            for (std::size_t i = 0; i < cut.text.size(); ++i)
                lines += cut.text[i] == '\n' || (cut.text[i] == '\r' && !cut.text.substr(i + 1).starts_with("\n"));
            quoted_.push_back({cut.text, table_.rows.size() - 1, line_, lines, cut.runs_on});
            line_ += lines - 1;
        }
        if (cut.text.empty()) return done; // empty cells at the end of a row are ignored
        if (column >= most_columns) return fail("table.too_large", {"200 columns"});
        cells_ += column + 1 - row.size();
        if (cells_ > most_cells) return fail("table.too_large", {"3,000,000 cells"});
        row.resize(column + 1);
        row[column].text = std::move(cut.text);
        return done;
    }

    std::string_view bytes_;
    std::string name_;
    char delimiter_ = ',';
    std::size_t at_ = 0, line_ = 1, cells_ = 0, widest_ = 1;
    std::vector<Quoted> quoted_;
    Table table_;
};

} // namespace

Result<Table> cut_csv(std::string_view bytes, std::string_view file_name) {
    return Cutter(bytes, file_name).run();
}

Result<Table> read_csv(std::string_view text, std::string_view file_name) {
    auto table = TRY(cut_csv(text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text, file_name));
    for (auto& row : table.rows)
        for (auto& cell : row)
            cell.text = tidy(cell.text);
    return table;
}

} // namespace temsao::catalog
