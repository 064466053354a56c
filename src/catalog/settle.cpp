#include "catalog/settle.h"

#include "catalog/read_cells.h"
#include "catalog/written_day.h"

#include <algorithm>
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
    const auto date = day.day ? day.day : Date::from(day.year, day.second, day.first);
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
    const auto exponent = text.find_first_of("eE");
    if (exponent != text.npos && exponent > 0 && text.find_first_not_of("0123456789.,", 0) == exponent &&
        text.find_first_not_of("+0123456789", exponent + 1) == text.npos) {
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
        const bool is_name = meaning == "name" || meaning == "producer";
        for_each_cell(table, columns, column, [&](Cell& cell, std::size_t) {
            if (cell.lack != Lack::none) return;
            drop_guard(cell.text);
            if (is_error_value(cell.text))
                cell.lack = Lack::error_value;
            else if (table.is_ours)
                return;
            else if (has_lost_letters(cell.text) || has_bytes_as_letters(cell.text) ||
                     (is_name && has_lost_letters_in_name(cell.text)))
                cell.lack = Lack::lost_letters;
            else if (has_web_signs(cell.text))
                cell.lack = Lack::web_signs;
        });
        if (meaning == "gtin")
            for_each_cell(table, columns, column, [](Cell& cell, std::size_t) { settle_bar_code(cell); });
        else if (meaning == "issued" || meaning == "valid_to" || meaning == "decision_and_date" ||
                 (meaning == "decision" && !columns.has("issued") && !columns.has("decision_and_date")))
            settle_days(table, columns, meaning, remarks);
    }
    return remarks;
}

} // namespace temsao::catalog
