#include "catalog/settle.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/fact_columns.h"
#include "catalog/read_cells.h"
#include "catalog/written_day.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace temsao::catalog {
namespace {

// As Excel and LibreOffice show them, in workbooks and in what they write as CSV.
bool is_error_value(std::string_view text) {
    constexpr std::string_view errors[] = {
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"};
    if (std::find(std::begin(errors), std::end(errors), text) != std::end(errors)) return true;
    const bool only_signs = text.size() >= 4 && text.find_first_not_of('#') == text.npos; // a column too narrow
    return only_signs || (text.starts_with("Err:") && text.size() == 7);
}

// The apostrophe that csv_cell (list_rows.h) writes before what a spreadsheet would take for a formula.
void drop_guard(std::string& text) {
    const auto start = text.find_first_not_of('\'');
    if (start != text.npos && start > 0 && std::string_view("=+-@").find(text[start]) != std::string_view::npos)
        text.erase(0, 1);
}

// Calls `each` with every filled cell of a column, below the heading, and its row.
template <class Each>
void for_each_cell(Table& table, const Columns& columns, std::size_t column, Each each) {
    for (auto row = columns.header_row + columns.header_rows; row < table.rows.size(); ++row)
        if (column < table.rows[row].size() && !table.rows[row][column].text.empty())
            each(table.rows[row][column], row);
}

// What the cells of a column of days say about the order of day and month.
struct DayOrder {
    bool day_first = false, month_first = false;
    int texts = 0, low_texts = 0;  // 15/10/2025 written as text; those whose first part may be a month
    int dates = 0, high_dates = 0; // dates of the workbook; those that can be no month
    std::string text;              // the first of those texts, and of those dates one that reads both ways
    std::string date;
    std::size_t row_of_date = 0;

    // Excel with the other order makes dates of the days it can read, wrong ones, and leaves the others as text.
    bool may_be_converted() const { return texts >= 1 && low_texts == 0 && dates >= 1 && high_dates == 0; }

    bool looks_converted() const { return may_be_converted() && texts >= 2 && dates >= 2; }
};

bool reads_both_ways(const WrittenDay& day) {
    return day.first <= 12 && day.second <= 12 && day.first != day.second;
}

// The days in a cell. `among_words`: beside a decision's number, or after "ký ngày".
std::vector<FoundDay> days_in(const Cell& cell, bool among_words) {
    if (among_words) return find_days(cell.text);
    const auto day = read_written_day(cell.text);
    return day ? std::vector<FoundDay>{{*day, 0, cell.text.size()}} : std::vector<FoundDay>();
}

DayOrder find_order(Table& table, const Columns& columns, std::size_t column, bool among_words) {
    DayOrder order;
    for_each_cell(table, columns, column, [&](const Cell& cell, std::size_t row) {
        for (const auto& [day, start, size] : days_in(cell, among_words)) {
            if (cell.is_date) {
                ++order.dates;
                order.high_dates += day.first > 12;
                if (order.date.empty() && reads_both_ways(day)) {
                    order.date = cell.text;
                    order.row_of_date = row;
                }
            } else if (!day.day) {
                ++order.texts;
                order.low_texts += day.first <= 12;
                order.day_first = order.day_first || day.first > 12;
                order.month_first = order.month_first || day.second > 12;
                if (order.text.empty()) order.text = cell.text;
            }
        }
    });
    return order;
}

bool is_one_day(const std::vector<FoundDay>& days) {
    const auto parts = [](const FoundDay& one) {
        return std::tuple(one.day.day, one.day.first, one.day.second, one.day.year);
    };
    return std::all_of(days.begin(), days.end(), [&](const auto& one) { return parts(one) == parts(days.front()); });
}

void settle_day(Cell& cell, const DayOrder& order, bool among_words) {
    if (cell.is_date && !read_date(cell.text)) {
        cell.lack = Lack::part_of_day;
        return;
    }
    const auto found = days_in(cell, among_words);
    if (found.empty()) return; // the row's reader says that this is not a day
    if (!is_one_day(found)) {
        cell.lack = Lack::two_days;
        return;
    }
    if (among_words && !is_of_signing(cell.text, found.front())) return; // nor that it is the decision's
    const auto& day = found.front().day;
    if (cell.is_date) {
        if ((order.month_first || order.looks_converted()) && reads_both_ways(day)) cell.lack = Lack::month_first;
        return;
    }
    if (!day.day && (day.second > 12 || (reads_both_ways(day) && order.month_first))) {
        cell.lack = Lack::month_first;
        return;
    }
    if (!day.day && day.is_short && !order.day_first) {
        cell.lack = Lack::short_year;
        return;
    }
    const auto date = day.day_first();
    if (!date) return;
    for (auto one = found.rbegin(); one != found.rend(); ++one) {
        const bool touches = one->start > 0 && cell.text[one->start - 1] == ','; // "2394/QĐ-UBND,15/10/2024"
        cell.text.replace(one->start, one->size, (touches ? " " : "") + date->vietnamese());
    }
}

void settle_days(Table& table, const Columns& columns, const std::string& meaning, SettledRemarks& remarks) {
    const auto column = columns.place.at(meaning);
    const bool among_words = meaning != "valid_to";
    const auto order = find_order(table, columns, column, among_words);
    if (order.may_be_converted() && !order.looks_converted() && !order.date.empty())
        remarks.push_back({order.row_of_date,
                           {Axis::list,
                            "DAYS_OF_TWO_KINDS",
                            Severity::check,
                            {columns.heading.at(meaning), order.text, order.date},
                            ""}});
    for_each_cell(table, columns, column, [&](Cell& cell, std::size_t) { settle_day(cell, order, among_words); });
}

// 9.52E+12: a spreadsheet shows a long number so, and saves it so in CSV.
bool is_shortened_number(std::string_view text) {
    const auto exponent = text.find_first_of("eE");
    return exponent != text.npos && exponent > 0 && exponent + 1 < text.size() &&
           text.find_first_not_of("0123456789.,") == exponent &&
           text.find_first_not_of("+-0123456789", exponent + 1) == text.npos;
}

// 05-Oct, Oct-24, 5-thg 10: what a spreadsheet makes of 5-10 or 10-24 when it takes them for days.
bool is_turned_into_day(std::string_view text) {
    constexpr std::string_view months[] = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "thg"};
    constexpr std::size_t longest = 9; // "05-thg 10"
    if (text.size() > longest || text.find('-') == text.npos) return false;
    const auto key = bare_key(text);
    const auto dash = key.find('-'); // of the key, which is shorter than a text with accents
    if (dash == key.npos || dash == 0 || dash + 1 == key.size()) return false;
    const auto first = std::string_view(key).substr(0, dash), second = std::string_view(key).substr(dash + 1);
    const auto is_month = [&](std::string_view part) {
        const auto name = part.substr(0, 3);
        return std::find(std::begin(months), std::end(months), name) != std::end(months) &&
               part.find_first_not_of("0123456789 ", name.size()) == part.npos;
    };
    return (is_only_digits(first) && is_month(second)) || (is_month(first) && is_only_digits(second));
}

// What stands where neither a day nor a note belongs.
enum class Place { day, free, name, fact, other };

Place place_of(std::string_view meaning, const Columns& columns) {
    if (meaning == "issued" || meaning == "valid_to" || meaning == "decision_and_date") return Place::day;
    if (meaning == "decision")
        return columns.has("issued") || columns.has("decision_and_date") ? Place::fact : Place::day;
    if (meaning == "notes" || meaning == "status" || meaning == "number" || meaning == "code") return Place::free;
    if (meaning == "name" || meaning == "producer") return Place::name;
    const bool is_fact = std::any_of(
        std::begin(fact_columns), std::end(fact_columns), [&](const auto& fact) { return fact.name == meaning; });
    return is_fact || meaning == "address" || meaning == "issuer" ? Place::fact : Place::other;
}

// Names, addresses and facts go onto labels as they stand: what a spreadsheet made of them does not.
void settle_words(Cell& cell, Place place) {
    if (place != Place::name && place != Place::fact) return;
    if (cell.is_date || is_turned_into_day(cell.text))
        cell.lack = Lack::turned_into_day;
    else if (is_shortened_number(cell.text))
        cell.lack = Lack::shortened_number;
}

// "N/A", "chưa có", 0 of a formula in one column: nothing is printed for them. Each text is told once, with its first
// place and the number of cells; a dash needs no words. Where a product's number should stand, "?" and 0 may be all
// that is left of one, so that a person has to look at each.
class NothingSaid {
public:
    NothingSaid(std::size_t column, bool is_number, SettledRemarks& remarks)
        : column_(column),
          is_number_(is_number),
          remarks_(remarks) {}

    void empty(Cell& cell, std::size_t row) {
        if (cell.lack != Lack::none || !says_nothing(cell.text)) return;
        if (!is_dash(cell.text)) {
            if (is_number_ && (is_marks(cell.text) || cell.text == "0"))
                tell(row, "CELL_SAYS_NOTHING.number", Severity::check, {cell_name(row, column_), cell.text});
            else
                ++said_.try_emplace(cell.text, Cells{row, 0}).first->second.count;
        }
        cell.text.clear();
    }

    void tell_all() {
        for (const auto& [text, cells] : said_)
            tell(cells.first_row,
                 cells.count == 1 ? "CELL_SAYS_NOTHING" : "CELL_SAYS_NOTHING.more",
                 Severity::info,
                 {cell_name(cells.first_row, column_), text, std::to_string(cells.count - 1)});
    }

private:
    struct Cells {
        std::size_t first_row, count;
    };

    void tell(std::size_t row, const char* sentence, Severity severity, std::vector<std::string> facts) {
        remarks_.push_back({row, {Axis::list, "CELL_SAYS_NOTHING", severity, std::move(facts), "", {}, sentence}});
    }

    std::size_t column_;
    bool is_number_;
    SettledRemarks& remarks_;
    std::map<std::string, Cells> said_; // by text
};

// 0912345678.0: how programs write a number that shares its column with empty cells.
void settle_phone(Cell& cell) {
    const auto point = cell.text.find('.');
    if (point != cell.text.npos && point >= 8 && cell.text.substr(point) == ".0" &&
        is_only_digits(std::string_view(cell.text).substr(0, point)))
        cell.text.resize(point);
}

// ="9520000010010", '9520000010010, 9520000010010.0 and a number shown with separators are the number itself;
// 9.52E+12 has lost its figures.
void settle_bar_code(Cell& cell) {
    auto& text = cell.text;
    if (text.starts_with("=\"") && text.ends_with("\"") && text.size() > 3) text = text.substr(2, text.size() - 3);
    if (text.starts_with("'")) text.erase(0, 1);
    const auto digits = text.find_first_not_of("0123456789");
    const auto end = std::min(digits, text.size());
    if (end > 0 && digits != text.npos && (text[digits] == '.' || text[digits] == ',') && digits + 1 < text.size() &&
        text.find_first_not_of('0', digits + 1) == text.npos && end >= 8)
        text.resize(digits);
    if (is_shortened_number(text)) {
        cell.lack = Lack::shortened_number;
        return;
    }
    if (cell.is_number) std::erase_if(text, [](char c) { return c == '.' || c == ',' || c == ' '; });
}

} // namespace

SettledRemarks settle_cells(Table& table, const Columns& columns) {
    SettledRemarks remarks;
    for (const auto& [meaning, column] : columns.place) {
        if (meaning == "number") continue;
        const auto place = place_of(meaning, columns);
        const bool is_gtin = meaning == "gtin", may_say_nothing = place == Place::fact || is_gtin,
                   may_be_drawn_empty = meaning == "status" || meaning == "notes" || meaning == "score" ||
                                        meaning == "valid_to" || meaning == "code";
        NothingSaid nothing(column, is_gtin, remarks);
        for_each_cell(table, columns, column, [&](Cell& cell, std::size_t row) {
            if (cell.lack != Lack::none) return;
            drop_guard(cell.text);
            if (is_error_value(cell.text))
                cell.lack = Lack::error_value;
            else if (table.is_ours)
                return;
            else if (has_lost_letters(cell.text) || has_bytes_as_letters(cell.text) ||
                     (place == Place::name && has_lost_letters_in_name(cell.text)))
                cell.lack = Lack::lost_letters;
            else if (has_web_signs(cell.text))
                cell.lack = Lack::web_signs;
            else
                settle_words(cell, place);
            if (may_say_nothing) nothing.empty(cell, row);
            if (may_be_drawn_empty && is_dash(cell.text)) cell.text.clear();
        });
        nothing.tell_all();
        if (meaning == "gtin")
            for_each_cell(table, columns, column, [](Cell& cell, std::size_t) { settle_bar_code(cell); });
        else if (meaning == "phone")
            for_each_cell(table, columns, column, [](Cell& cell, std::size_t) { settle_phone(cell); });
        else if (place == Place::day)
            settle_days(table, columns, meaning, remarks);
    }
    return remarks;
}

} // namespace temsao::catalog
