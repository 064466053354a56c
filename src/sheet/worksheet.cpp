#include "sheet/worksheet.h"

#include "base/date.h"
#include "base/text.h"
#include "catalog/star_marks.h"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <cmath>
#include <set>

namespace temsao::sheet {
namespace {

using catalog::Cell;
using catalog::Lack;
using catalog::Table;

struct Place {
    std::size_t column = 0, row = 0;
};

// "H3", "h3", "$H$3".
std::optional<Place> parse_place(std::string_view reference) {
    if (reference.empty()) return {};
    std::string plain;
    for (const char c : reference)
        if (c != '$') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    Place place;
    std::size_t i = 0;
    for (; i < plain.size() && plain[i] >= 'A' && plain[i] <= 'Z' && i < 3; ++i)
        place.column = place.column * 26 + static_cast<std::size_t>(plain[i] - 'A' + 1);
    const auto* end_of_text = plain.data() + plain.size();
    const auto [end, failed] = std::from_chars(plain.data() + i, end_of_text, place.row);
    if (i == 0 || failed != std::errc{} || end != end_of_text || place.row == 0) return {};
    return Place{place.column - 1, place.row - 1};
}

bool is_true(std::string_view value) {
    return value == "1" || value == "true" || value == "on";
}

// "0", "0.0": a row of no height, a column of no width. Without a value there is none.
bool is_zero(std::string_view size) {
    return !size.empty() && size.find_first_not_of("0.") == size.npos;
}

// _x000D_ stands for the character with that number (ECMA-376 part 1, 22.9.2.19); _x005F_ for the underscore of such a
// run that is meant as it stands.
std::string unescape(std::string_view text) {
    std::string utf8;
    for (std::size_t i = 0; i < text.size();) {
        unsigned unit = 0;
        const auto run = text.substr(i, 7);
        const bool escaped = run.size() == 7 && run.starts_with("_x") && run[6] == '_' &&
                             std::from_chars(run.data() + 2, run.data() + 6, unit, 16).ptr == run.data() + 6;
        if (!escaped) {
            utf8 += text[i++];
            continue;
        }
        utf8 += from_utf16(std::string{static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)}, true);
        i += 7;
    }
    return utf8;
}

class Reader {
public:
    explicit Reader(const Book& book) : book_(book) {}

    Result<Table> run(const pugi::xml_node& sheet) {
        read_hidden_columns(sheet);
        const bool rows_hide = is_true(attribute(child(sheet, "sheetFormatPr"), "zeroHeight"));
        std::size_t next_row = 0;
        for (const auto& row : child(sheet, "sheetData").children()) {
            const auto given = row.attribute("r").as_ullong();
            const auto number = given > 0 ? given - 1 : next_row;
            next_row = number + 1;
            const auto height = attribute(row, "ht");
            if (is_true(attribute(row, "hidden")) || is_zero(height) || (rows_hide && height.empty()))
                table_.hidden_rows.insert(number);
            if (row.first_child() && !rows_seen_.insert(number).second)
                return book_.package.fail("table.cell_twice", {catalog::cell_name(number, 0)});
            TRY(read_row(row, number));
        }
        TRY(fill_merged(child(sheet, "mergeCells")));
        mend_text(table_, fonts_);
        catalog::join_star_columns(table_);
        return std::move(table_);
    }

private:
    void read_hidden_columns(const pugi::xml_node& sheet) {
        for (const auto& column : child(sheet, "cols").children()) {
            const auto first = column.attribute("min").as_ullong(), last = column.attribute("max").as_ullong();
            const bool is_hidden = is_true(attribute(column, "hidden")) || is_zero(attribute(column, "width"));
            if (!is_hidden || first == 0) continue;
            for (auto one = first; one <= last && one <= catalog::most_columns; ++one)
                table_.hidden_columns.insert(one - 1);
        }
    }

    Outcome read_row(const pugi::xml_node& row, std::size_t number) {
        std::size_t next_column = 0;
        std::bitset<catalog::most_columns> seen;
        for (const auto& cell : row.children()) {
            if (local_name(cell.name()) != "c") continue;
            const auto place = parse_place(attribute(cell, "r"));
            const auto column = place ? place->column : next_column;
            next_column = column + 1;
            if (column < seen.size() && cell.first_child()) {
                if (seen[column]) return book_.package.fail("table.cell_twice", {catalog::cell_name(number, column)});
                seen.set(column);
            }
            std::optional<Encoding> encoding;
            const std::string_view type = attribute(cell, "t"), value = child(cell, "v").text().get();
            if (type == "s" && points_to_no_text(value))
                return book_.package.fail("table.no_such_text", {catalog::cell_name(number, column)});
            auto read = read_cell(cell, type, value, encoding);
            if (read.text.empty() && read.lack == Lack::none) continue;
            TRY(put(number, column, std::move(read)));
            if (encoding) fonts_[{number, column}] = *encoding;
        }
        return done;
    }

    // Cells are counted, so that neither one distant cell nor a block merged a thousand times fills the memory.
    Outcome put(std::size_t row, std::size_t column, Cell cell) {
        const auto& package = book_.package;
        if (row >= catalog::most_rows) return package.fail("table.too_large", {"200,000 rows"});
        if (column >= catalog::most_columns) return package.fail("table.too_large", {"200 columns"});
        if (cell.text.size() > catalog::longest_cell * 4)
            return package.fail("table.too_large", {"10,000 characters a cell"});
        if (table_.rows.size() <= row) table_.rows.resize(row + 1);
        auto& cells = table_.rows[row];
        cells_ += cells.size() <= column ? column + 1 - cells.size() : 1;
        text_bytes_ += cell.text.size();
        if (cells_ > catalog::most_cells) return package.fail("table.too_large", {"3,000,000 cells"});
        if (text_bytes_ > catalog::most_text_bytes) return package.fail("table.too_large", {"256 MB of text"});
        if (cells.size() <= column) cells.resize(column + 1);
        cells[column] = std::move(cell);
        return done;
    }

    static Cell cell_of(std::string text, bool is_struck) {
        Cell cell;
        cell.text = std::move(text);
        cell.is_struck = is_struck;
        return cell;
    }

    static std::optional<std::size_t> text_number(std::string_view value) {
        std::size_t index = 0;
        const auto* end = value.data() + value.size();
        const auto parsed = std::from_chars(value.data(), end, index);
        return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional(index) : std::nullopt;
    }

    // The cell shows a text of the workbook's own table that is not there: what it said is lost.
    bool points_to_no_text(std::string_view value) const {
        const auto index = text_number(value);
        return !value.empty() && (!index || *index >= book_.strings.size());
    }

    std::string as_shown(std::string text, const CellStyle& style) const {
        if (style.format >= book_.styles.formats.size()) return text;
        return book_.styles.formats[style.format].shown(std::move(text));
    }

    Cell read_cell(const pugi::xml_node& cell,
                   std::string_view type,
                   std::string_view value,
                   std::optional<Encoding>& encoding) const {
        const auto number = cell.attribute("s").as_ullong();
        const auto style = number < book_.styles.cells.size() ? book_.styles.cells[number] : CellStyle{};
        encoding = style.encoding;
        if (type == "s" || type == "inlineStr") {
            SharedText text;
            if (type == "inlineStr")
                text = read_text_item(child(cell, "is"), book_.escapes_text);
            else if (const auto index = text_number(value))
                text = book_.strings[*index];
            if (text.encoding) encoding = text.encoding;
            auto read = cell_of(as_shown(std::move(text.text), style), style.is_struck || text.is_struck);
            if (text.is_partly_struck) read.lack = Lack::partly_struck;
            return read;
        }
        auto read = cell_of("", style.is_struck);
        const bool is_formula = !child(cell, "f").empty();
        if (type == "e") {
            read.text = value;
            read.lack = Lack::error_value;
        } else if (type == "b") {
            read.text = value == "1" ? "TRUE" : "FALSE"; // as it is shown
        } else if (type == "str" && child(cell, "v")) {  // an empty one is a formula's empty text
            read.text = as_shown(book_.escapes_text ? unescape(value) : std::string(value), style);
        } else if (is_formula && value.empty()) {
            read.lack = Lack::no_saved_value;
        } else if (type != "str") {
            read_number(read, value, style, is_formula);
        }
        return read;
    }

    void read_number(Cell& cell, std::string_view value, const CellStyle& style, bool is_formula) const {
        double number = 0;
        const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
        const bool has_format = style.format < book_.styles.formats.size();
        if (parsed.ec != std::errc{} || parsed.ptr != value.data() + value.size()) { // 2025-10-15T00:00:00
            const auto day = Date::parse_iso(value.substr(0, 10));
            cell.is_date = day.ok();
            const bool shows_day = has_format && book_.styles.formats[style.format].shows_day();
            cell.text = !day        ? std::string(value)
                        : shows_day ? book_.styles.formats[style.format].shown(*day)
                                    : day->vietnamese();
            return;
        }
        if (is_formula && number == 0) cell.lack = Lack::zero_of_formula;
        if (has_format && book_.styles.formats[style.format].shows_day())
            if (const auto date = Date::from_excel_serial(number, book_.counts_from_1904)) {
                cell.text = book_.styles.formats[style.format].shown(*date);
                cell.is_date = true;
                return;
            }
        cell.is_number = true;
        cell.text = has_format ? book_.styles.formats[style.format].shown(number) : shown_plain(number);
    }

    // A merged block shows its first cell's text in each of its cells, as people read it.
    Outcome fill_merged(const pugi::xml_node& merges) {
        for (const auto& merge : merges.children()) {
            const auto range = attribute(merge, "ref");
            const auto colon = range.find(':');
            if (colon == range.npos) continue;
            const auto first = parse_place(range.substr(0, colon)), last = parse_place(range.substr(colon + 1));
            if (!first || !last || first->row >= table_.rows.size() || last->column >= catalog::most_columns ||
                first->column >= table_.rows[first->row].size())
                continue;
            const auto cell = table_.rows[first->row][first->column];
            const auto font = fonts_.find({first->row, first->column});
            const auto end_row = std::min(last->row, table_.rows.size() - 1);
            for (auto row = first->row; row <= end_row; ++row)
                for (auto column = first->column; column <= last->column; ++column) {
                    TRY(put(row, column, cell));
                    if (font != fonts_.end()) fonts_[{row, column}] = font->second;
                }
        }
        return done;
    }

    const Book& book_;
    std::size_t cells_ = 0, text_bytes_ = 0;
    FontHints fonts_;
    std::set<std::size_t> rows_seen_;
    Table table_;
};

} // namespace

SharedText read_text_item(const pugi::xml_node& item, bool escapes_text) {
    SharedText read;
    bool is_first = true; // of the runs with words
    for (const auto& part : item.children()) {
        const auto kind = local_name(part.name());
        if (kind == "t") read.text += part.text().get();
        if (kind != "r") continue; // runs of formatting do not nest
        const std::string_view text = child(part, "t").text().get();
        const auto font = child(part, "rPr");
        read.text += text;
        if (text.find_first_not_of(" \t\r\n") == text.npos) continue;
        const bool was_struck = read.is_struck;
        read.is_struck = read.is_struck || is_struck(font);
        read.is_partly_struck = read.is_partly_struck || (!is_first && was_struck != is_struck(font));
        is_first = false;
        if (const auto encoding = encoding_of_font(attribute(child(font, "rFont"), "val"))) read.encoding = encoding;
    }
    if (escapes_text) read.text = unescape(read.text);
    return read;
}

Result<Table> read_worksheet(const Book& book, std::string_view part) {
    const auto document = TRY(book.package.xml(part));
    return Reader(book).run(document.document_element());
}

} // namespace temsao::sheet
