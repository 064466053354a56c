// The one user of libxlsxwriter, which writes files by name only: it is given a file in memory.
#include "base/text.h"
#include "sheet/writers.h"
#include "system/memory_file.h"

#include <algorithm>
#include <xlsxwriter.h>

namespace temsao::sheet {
namespace {

constexpr double narrowest = 9, widest = 46; // of a column, in characters

void set_columns(lxw_worksheet* sheet,
                 const catalog::TextRows& rows,
                 const std::vector<ColumnGuide>& guides,
                 lxw_format* text,
                 lxw_format* day) {
    std::vector<double> widths;
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (widths.size() <= i) widths.push_back(narrowest);
            const auto most = static_cast<double>(row[i].size()) + 2; // bytes; few cells have to be counted
            if (most <= widths[i] || widths[i] == widest) continue;
            widths[i] = std::clamp(static_cast<double>(count_characters(row[i])) + 2, widths[i], widest);
        }
    for (std::size_t i = 0; i < widths.size(); ++i)
        worksheet_set_column(sheet,
                             static_cast<lxw_col_t>(i),
                             static_cast<lxw_col_t>(i),
                             widths[i],
                             i < guides.size() && guides[i].is_day ? day : text);
}

// A text such as "_x0041_" would be read as the character with that number: its underscore gets escaped
// (ECMA-376 part 1, 22.9.2.19).
std::string escaped(std::string_view text) {
    if (text.find("_x") == text.npos) return std::string(text);
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto run = text.substr(i, 7);
        const bool is_run = run.size() == 7 && run.starts_with("_x") && run[6] == '_' &&
                            run.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == run.npos;
        all += is_run ? std::string_view("_x005F_") : text.substr(i, 1);
    }
    return all;
}

constexpr lxw_row_t last_guided = 20'000; // more products than the largest province has

// What may stand below a heading, and what is said to the person who types there.
bool guide_column(lxw_worksheet* sheet, lxw_col_t column, const ColumnGuide& guide, const char* heading) {
    if (!guide.note.empty() && worksheet_write_comment(sheet, 0, column, guide.note.c_str()) != LXW_NO_ERROR)
        return false;
    if (guide.choices.empty() && !guide.is_day) return true;
    // The library takes texts that it might change, and does not.
    std::string title = heading, note = guide.note;
    auto texts = guide.choices;
    std::vector<char*> choices;
    for (auto& choice : texts)
        choices.push_back(choice.data());
    choices.push_back(nullptr);
    lxw_data_validation rule{};
    rule.ignore_blank = LXW_VALIDATION_ON;
    rule.input_title = title.data();
    rule.input_message = note.data();
    rule.error_title = title.data();
    rule.error_message = note.data();
    if (guide.is_day) {
        rule.validate = LXW_VALIDATION_TYPE_DATE;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_datetime = {.year = 2018, .month = 1, .day = 1, .hour = 0, .min = 0, .sec = 0};
    } else {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = choices.data();
    }
    return worksheet_data_validation_range(sheet, 1, column, last_guided, column, &rule) == LXW_NO_ERROR;
}

} // namespace

std::string write_xlsx(const catalog::TextRows& rows, const std::vector<ColumnGuide>& guides) {
    const MemoryFile file;
    if (!file.is_open()) return {};
    lxw_workbook_options options{};
    auto* book = workbook_new_opt(file.path().c_str(), &options);
    if (!book) return {};
    auto* sheet = workbook_add_worksheet(book, "OCOP");
    auto *text = workbook_add_format(book), *day = workbook_add_format(book), *heading = workbook_add_format(book);
    format_set_num_format(text, "@"); // what a person types into a cell stays as it was typed
    format_set_num_format(day, "dd/mm/yyyy");
    format_set_bold(heading);
    format_set_num_format(heading, "@");
    set_columns(sheet, rows, guides, text, day);
    bool is_whole = true;
    for (std::size_t y = 0; y < rows.size(); ++y)
        for (std::size_t x = 0; x < rows[y].size(); ++x)
            if (!rows[y][x].empty())
                is_whole &= worksheet_write_string(sheet,
                                                   static_cast<lxw_row_t>(y),
                                                   static_cast<lxw_col_t>(x),
                                                   escaped(rows[y][x]).c_str(),
                                                   y == 0 ? heading : text) == LXW_NO_ERROR;
    for (std::size_t i = 0; i < guides.size() && !rows.empty() && i < rows[0].size(); ++i)
        is_whole &= guide_column(sheet, static_cast<lxw_col_t>(i), guides[i], rows[0][i].c_str());
    worksheet_freeze_panes(sheet, 1, 0);
    is_whole &= workbook_close(book) == LXW_NO_ERROR;
    return is_whole ? file.content(std::string::npos) : std::string();
}

} // namespace temsao::sheet
