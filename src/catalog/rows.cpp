#include "catalog/rows.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/headings.h"
#include "catalog/read_cells.h"
#include "catalog/status_words.h"
#include "catalog/written_day.h"

#include <algorithm>
#include <set>

namespace temsao::catalog {
namespace {

constexpr std::size_t fewest_gtin_digits = 8;

bool begins_with_any(std::string_view key, std::initializer_list<std::string_view> words) {
    const auto start = std::min(key.find_first_not_of("-*+(. "), key.size());
    return std::any_of(
        words.begin(), words.end(), [&](std::string_view word) { return key.substr(start).starts_with(word); });
}

bool is_total_word(std::string_view key) {
    return begins_with_any(key,
                           {"tong cong", "tong so", "tong:", "cong:", "total", "subtotal", "grand total", "sum:"}) ||
           key == "tong" || key == "cong";
}

bool is_foot_word(std::string_view key) {
    return begins_with_any(key,
                           {"nguoi lap",
                            "lap bieu",
                            "ke toan",
                            "thu truong",
                            "tm. ",
                            "tm.u",
                            "kt. ",
                            "kt.",
                            "tl. ",
                            "tuq. ",
                            "chu tich",
                            "pho chu tich",
                            "giam doc",
                            "chanh van phong",
                            "xac nhan",
                            "noi nhan",
                            "ky, ghi",
                            "ky ten",
                            "da ky",
                            "ky va ghi",
                            "luu:",
                            "ghi chu",
                            "danh sach nay",
                            "danh sach gom",
                            "an dinh danh sach",
                            "nguoi ky",
                            "can bo lap",
                            "prepared by",
                            "signed",
                            "signature",
                            "approved by",
                            "note:"}) ||
           (key.find(", ngay ") != key.npos && key.find(" thang ") != key.npos && key.find(" nam ") != key.npos);
}

// "I", "IV.", "A", "B)", "I.1", "Phần 1": the number of a group, where products have 1, 2, 3.
bool is_group_number(std::string_view text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ')' || text.back() == ':'))
        text.remove_suffix(1);
    if (text.empty() || text.size() > 6) return false;
    const bool roman = text.find_first_not_of("IVXLC") == text.npos;
    const bool letter = text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
    const auto point = text.find('.');
    const bool nested = point != text.npos && text.substr(0, point).find_first_not_of("IVXLC") == text.npos &&
                        text.substr(point + 1).find_first_not_of("0123456789") == text.npos;
    return roman || letter || nested;
}

constexpr std::size_t longest_title = 400;
constexpr int rank_without_number = 4;

// Of a group's number: A before I before 1; "B", "C", "D" and "L" are letters, "I", "V" and "X" Roman numbers.
int rank_of(std::string_view text) {
    text = text.substr(0, text.find_first_of(" .):"));
    if (text.empty()) return rank_without_number;
    if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z' && std::string_view("IVX").find(text) == text.npos)
        return 1;
    if (text.find_first_not_of("IVXLC") == text.npos) return 2;
    return is_only_digits(text) ? 3 : rank_without_number;
}

bool is_group_word(std::string_view key) {
    constexpr std::string_view words[] = {"nhom",
                                          "nganh",
                                          "phan nhom",
                                          "phan",
                                          "san pham",
                                          "xa",
                                          "phuong",
                                          "huyen",
                                          "thi xa",
                                          "thi tran",
                                          "thanh pho",
                                          "tp",
                                          "dac khu",
                                          "group",
                                          "hang",
                                          "loai",
                                          "dot",
                                          "nam"};
    key.remove_prefix(std::min(key.find_first_not_of("-*+(. "), key.size()));
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
        return key.starts_with(word) && key.size() > word.size() &&
               std::string_view(" :.").find(key[word.size()]) != std::string_view::npos;
    });
}

// "Đồ uống", alone: one of the groups of the programme and not a product's name.
bool is_group_name(std::string_view text) {
    const auto key = bare_key(text);
    constexpr std::string_view groups[] = {"thuc pham",
                                           "do uong",
                                           "duoc lieu",
                                           "thu cong my nghe",
                                           "sinh vat canh",
                                           "du lich",
                                           "food",
                                           "beverages",
                                           "beverage",
                                           "drinks",
                                           "handicraft",
                                           "medicinal herbs",
                                           "ornamental",
                                           "tourism"};
    return std::find(std::begin(groups), std::end(groups), key) != std::end(groups);
}

// (1) (2) (3), 1 2 3, A B 1 2: the numbers of the columns.
bool are_column_numbers(const std::vector<std::string_view>& texts) {
    if (texts.size() < 4) return false;
    int last = 0;
    for (auto text : texts) {
        if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
        const bool letter = text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
        if (letter && last == 0) continue;
        if (text.empty() || text.size() > 2 || text.find_first_not_of("0123456789") != text.npos) return false;
        if (std::stoi(std::string(text)) != last + 1) return false;
        ++last;
    }
    return last >= 3;
}

struct Reason {
    Lack lack;
    std::string_view id, remedy;
};

constexpr Reason reasons[] = {
    {Lack::error_value, "row.error_value", "row.error_value.remedy"},
    {Lack::no_saved_value, "row.no_saved_value", "row.no_saved_value.remedy"},
    {Lack::zero_of_formula, "row.zero_of_formula", "row.zero_of_formula.remedy"},
    {Lack::lost_letters, "row.lost_letters", "row.lost_letters.remedy"},
    {Lack::two_readings, "row.two_readings", "row.two_readings.remedy"},
    {Lack::month_first, "row.month_first", "row.month_first.remedy"},
    {Lack::short_year, "row.short_year", "row.short_year.remedy"},
    {Lack::shortened_number, "row.shortened_number", "row.shortened_number.remedy"},
    {Lack::two_days, "row.two_days", "row.two_days.remedy"},
    {Lack::turned_into_day, "row.turned_into_day", "row.turned_into_day.remedy"},
    {Lack::partly_struck, "row.partly_struck", "row.partly_struck.remedy"},
    {Lack::part_of_day, "row.part_of_day", "row.part_of_day.remedy"},
    {Lack::web_signs, "row.web_signs", "row.web_signs.remedy"},
};

} // namespace

std::string_view name(RowKind kind) {
    switch (kind) {
    case RowKind::product: return "product";
    case RowKind::heading: return "heading";
    case RowKind::group: return "group";
    case RowKind::total: return "total";
    case RowKind::signature: return "signature";
    case RowKind::empty: return "empty";
    }
    return "";
}

Rows::Rows(const Table& table, const Columns& columns) : table_(table), columns_(columns) {
    std::map<std::size_t, std::size_t> widths;
    const auto below = columns.header_row + columns.header_rows;
    for (auto row = below; row < table.widths.size(); ++row)
        if (!table.rows[row].empty()) ++widths[table.widths[row]];
    for (const auto& [width, count] : widths)
        if (usual_width_ == 0 || count > widths[usual_width_]) usual_width_ = width;
    for (auto row = columns.header_row; row < below && row < table.widths.size(); ++row)
        usual_width_ = std::max(usual_width_, table.widths[row]);
    for (const auto& heading : columns.all)
        if (!heading.text.empty()) last_heading_ = std::max(last_heading_, heading.column);
    for (auto row = columns.header_row; row < below && row < table.widths.size(); ++row)
        last_heading_ = std::max(last_heading_, table.widths[row] - 1); // an empty heading at the end is one too
    for (const auto& heading : columns.all)
        if (heading.meaning.empty() && !heading.is_said && is_about_ending(heading.text))
            ending_columns_.push_back(heading);

    kinds_.resize(table.rows.size());
    std::size_t last_product = below;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        kinds_[row] = look_at(row);
        if (kinds_[row] == RowKind::product && is_surely_product(row)) last_product = row;
    }
    bool foot = false; // names, titles and dates under the first word of a signature, which may stand in two columns
    for (auto row = last_product + 1; row < table.rows.size(); ++row) {
        if (kinds_[row] == RowKind::empty) continue;
        const auto all = texts(row);
        // "Hà Tĩnh, ngày 20 tháng 10 năm 2025", which became a day in the column of days
        const bool is_day = !text(row, "issued").empty() && text(row, "name").empty() && text(row, "stars").empty() &&
                            text(row, "decision").empty();
        foot = foot || is_day ||
               std::any_of(all.begin(), all.end(), [](auto text) { return is_foot_word(bare_key(text)); });
        if (foot && kinds_[row] != RowKind::total) kinds_[row] = RowKind::signature;
    }
    look_above();
}

// Each text once: a merged cell shows the same one in every cell that it covers.
std::vector<std::string_view> Rows::texts(std::size_t row) const {
    std::vector<std::string_view> all;
    for (const auto& cell : table_.rows[row])
        if (!cell.text.empty() && std::find(all.begin(), all.end(), cell.text) == all.end()) all.push_back(cell.text);
    return all;
}

const Cell* Rows::cell(std::size_t row, std::string_view meaning) const {
    const auto found = columns_.place.find(meaning);
    if (found == columns_.place.end() || found->second >= table_.rows[row].size()) return nullptr;
    return &table_.rows[row][found->second];
}

std::string Rows::text(std::size_t row, std::string_view meaning) const {
    const auto* found = cell(row, meaning);
    return found ? found->text : "";
}

// Stars, a decision or a product's number: no total and no signature has one.
bool Rows::is_surely_product(std::size_t row) const {
    return has_papers(row) || (count_of_product(row) >= 2 && read_stars(text(row, "stars")));
}

// A decision or a product's number; a total may have figures under the stars.
bool Rows::has_papers(std::size_t row) const {
    auto number = text(row, "gtin");
    std::erase_if(number, [](char c) { return c == ' ' || c == '-'; });
    return read_decision(text(row, "decision")) || read_decision(text(row, "decision_and_date")) ||
           (number.size() >= fewest_gtin_digits && is_only_digits(number));
}

// How many of the cells that only a product has are there.
std::size_t Rows::count_of_product(std::size_t row) const {
    std::vector<std::string_view> different;
    for (const auto* meaning : {"name", "producer", "stars", "decision", "decision_and_date", "issued", "gtin"}) {
        const auto* here = cell(row, meaning);
        if (here && !here->text.empty() && std::find(different.begin(), different.end(), here->text) == different.end())
            different.push_back(here->text);
    }
    return different.size();
}

// The headings of one row of them, on a new page: each cell that is there says the same as it does in the heading.
// Most rows differ in the first cell, so the rest is not read.
bool Rows::is_heading_again(std::size_t row) const {
    const auto text_in = [&](std::size_t which, std::size_t column) -> std::string_view {
        return column < table_.rows[which].size() ? std::string_view(table_.rows[which][column].text) : "";
    };
    for (auto heading = columns_.header_row; heading < columns_.header_row + columns_.header_rows; ++heading) {
        std::size_t same = 0, different = 0;
        for (const auto& column : columns_.all) {
            const auto here = text_in(row, column.column), there = text_in(heading, column.column);
            if (here.empty()) continue;
            if (here != there && (is_only_digits(here) || match_key(here) != match_key(there))) {
                const auto meaning = is_only_digits(here) ? std::string_view() : meaning_of(here).name;
                if (meaning.empty() || meaning != column.meaning) {
                    ++different;
                    break;
                }
            }
            ++same;
        }
        if (same >= 2 && different == 0) return true;
    }
    return false;
}

// A second table below the first: headings, and not those of the first.
bool Rows::is_other_heading(std::size_t row) const {
    std::set<std::string_view> meanings;
    bool has_party = false;
    for (const auto& cell : table_.rows[row]) {
        if (cell.text.empty()) continue;
        if (cell.is_date || cell.is_number || cell.text.find_first_of("0123456789*") != std::string::npos) return false;
        const auto meaning = meaning_of(cell.text).name;
        if (!meaning.empty()) meanings.insert(meaning);
        has_party = has_party || meaning == "name" || meaning == "producer";
    }
    return has_party && meanings.size() >= 2 && texts(row).size() >= 3;
}

bool Rows::is_group(std::size_t row, const std::vector<std::string_view>& texts) const {
    if (texts.size() > 3) return false;
    const auto filled = std::count_if(
        table_.rows[row].begin(), table_.rows[row].end(), [](const Cell& one) { return !one.text.empty(); });
    const bool is_merged = texts.size() <= 2 && filled >= 4;
    const auto number = text(row, "gtin"); // the group's own words where that column comes first
    const bool lacks_all =
        text(row, "decision").empty() && text(row, "issued").empty() &&
        std::count_if(number.begin(), number.end(), is_digit) < static_cast<long>(fewest_gtin_digits);
    if (!is_merged && !lacks_all) return false;
    const auto first = texts.front();
    const bool has_number = is_group_number(first);
    if (has_number && texts.size() >= 2) return true;
    if (texts.size() == 2 && is_only_digits(first) &&
        text(row, "producer").empty()) { // "1 | Nhóm: Thực phẩm tươi sống"
        const auto words = bare_key(texts.back());
        if (words.starts_with("nhom ") || words.starts_with("nhom:") || words.starts_with("nganh ") ||
            is_group_name(texts.back()))
            return true;
    }
    const auto key = bare_key(first);
    const auto point = first.find_first_of(".):");
    if (texts.size() == 1)
        return is_merged || is_group_word(key) || is_group_name(first) ||
               (point != first.npos && is_group_number(first.substr(0, point)));
    // a number, or a count of products, beside the group's words
    return is_merged ||
           ((is_group_word(key) || is_group_name(first)) && text(row, "producer").empty() && texts.size() == 2);
}

RowKind Rows::look_at(std::size_t row) const {
    const auto all = texts(row);
    const bool has_lack = std::any_of(
        table_.rows[row].begin(), table_.rows[row].end(), [](const Cell& one) { return one.lack != Lack::none; });
    if (row < columns_.header_row + columns_.header_rows) return all.empty() ? RowKind::empty : RowKind::heading;
    if (all.empty()) return has_lack ? RowKind::product : RowKind::empty;
    if (is_heading_again(row) || is_other_heading(row)) return RowKind::heading;
    const bool first_below = row == columns_.header_row + columns_.header_rows;
    if (first_below && are_column_numbers(all)) return RowKind::heading;
    const bool few =
        (all.size() <= 3 && count_of_product(row) <= 2) || (!has_papers(row) && text(row, "issued").empty());
    if (few && std::any_of(all.begin(), all.end(), [](auto one) { return is_total_word(bare_key(one)); }))
        return RowKind::total;
    const auto name = text(row, "name"); // "3 sao | 2": how many have so many stars
    if (!name.empty() && is_digit(name[0]) && read_stars(name) && text(row, "producer").empty() &&
        text(row, "decision").empty())
        return RowKind::total;
    const bool is_title = all.size() == 1 && text(row, "producer").empty() && catalog::speaks_of_ending(all.front());
    return is_title || is_group(row, all) ? RowKind::group : RowKind::product;
}

// What stands above the rows gives its meaning to them: titles and the sheet's name to all, a group to those up to the
// next one of its rank, other headings up to the first ones.
void Rows::look_above() {
    above_.resize(table_.rows.size());
    other_headings_.resize(table_.rows.size());
    std::string title = catalog::speaks_of_ending(table_.sheet) ? table_.sheet : "", group;
    int rank = 0;
    std::size_t other = 0;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
        const bool is_above = row < columns_.header_row;
        if (is_above)
            for (const auto one : texts(row))
                if (title.empty() && one.size() <= longest_title && catalog::speaks_of_ending(one)) title = one;
        if (kinds_[row] == RowKind::heading && !is_above && row >= columns_.header_row + columns_.header_rows &&
            !texts(row).empty() && !are_column_numbers(texts(row)))
            other = is_heading_again(row) ? 0 : row + 1;
        if (kinds_[row] == RowKind::group) {
            const auto words = this->words(row);
            const auto here = rank_of(texts(row).front());
            if (catalog::speaks_of_ending(words)) {
                group = words;
                rank = here;
            } else if (catalog::speaks_of_granting(words) || (here <= rank && here < rank_without_number)) {
                group.clear();
            }
        }
        above_[row] = group.empty() ? title : group;
        other_headings_[row] = other;
    }
}

std::string Rows::words(std::size_t row) const {
    std::string words;
    for (const auto one : texts(row))
        if (words.size() < 120) words += (words.empty() ? "" : " | ") + std::string(one.substr(0, 120));
    return make_line(words);
}

RowFault Rows::fault_of(std::size_t row, std::size_t column, const std::string& meaning) const {
    const auto& cell = table_.rows[row][column];
    for (const auto& reason : reasons)
        if (reason.lack == cell.lack)
            return {meaning, {std::string(reason.id), {cell_name(row, column), cell.text}}, std::string(reason.remedy)};
    return {};
}

std::optional<RowFault> Rows::fault(std::size_t row) const {
    if (const auto other = other_headings_[row]; other > 0)
        return RowFault{
            "", {"row.other_headings", {std::to_string(other), words(other - 1)}}, "row.other_headings.remedy"};
    if (row < table_.widths.size() && table_.widths[row] > usual_width_)
        return RowFault{"",
                        {"row.too_long", {std::to_string(table_.widths[row]), std::to_string(usual_width_)}},
                        "row.too_long.remedy"};
    const auto& cells = table_.rows[row];
    if (!table_.widths.empty())
        for (auto column = last_heading_ + 1; column < cells.size(); ++column)
            if (!cells[column].text.empty())
                return RowFault{"",
                                {"row.too_long", {std::to_string(column + 1), std::to_string(last_heading_ + 1)}},
                                "row.too_long.remedy"};
    for (const auto& [meaning, column] : columns_.place)
        if (meaning != "number" && column < cells.size() && cells[column].lack != Lack::none)
            return fault_of(row, column, meaning);
    return {};
}

// "Số QĐ thu hồi: 77/QĐ-UBND": a column that we do not read, about an end, has something in it.
std::string Rows::ending_beside(std::size_t row) const {
    std::string words;
    for (const auto& column : ending_columns_) {
        if (column.column >= table_.rows[row].size()) continue;
        const auto& cell = table_.rows[row][column.column].text;
        constexpr std::string_view none[] = {"", "-", "0", "/", "khong", "chua", "ko", "no", "none", "false", "n/a"};
        if (std::find(std::begin(none), std::end(none), bare_key(cell)) != std::end(none)) continue;
        if (const auto said = read_status(cell); said && said->status == Status::valid) continue;
        words += (words.empty() ? "" : ", ") + make_line(column.text) + ": " + make_line(cell);
    }
    return words;
}

std::vector<Finding> Rows::remarks(std::size_t row) const {
    std::vector<Finding> all;
    const auto add = [&](const char* code, std::vector<std::string> facts) {
        all.push_back({Axis::list, code, Severity::check, std::move(facts), ""});
    };
    if (table_.hidden_rows.contains(row)) add("ROW_HIDDEN", {text(row, "name")});
    std::string struck;
    for (const auto& [meaning, column] : columns_.place)
        if (meaning != "number" && column < table_.rows[row].size() && table_.rows[row][column].is_struck)
            struck += (struck.empty() ? "" : ", ") + cell_name(row, column);
    if (!struck.empty()) add("ROW_STRUCK", {text(row, "name"), struck});
    if (table_.widths.empty())
        for (auto column = last_heading_ + 1; column < table_.rows[row].size(); ++column)
            if (!table_.rows[row][column].text.empty()) {
                add("ROW_BEYOND_HEADINGS", {cell_name(row, column), table_.rows[row][column].text});
                break;
            }
    const auto phone = text(row, "phone");
    const bool lost_zero = phone.size() == 9 && phone.find_first_not_of("0123456789") == phone.npos &&
                           std::string_view("35789").find(phone[0]) != std::string_view::npos;
    if (lost_zero) add("ROW_PHONE_ZERO", {phone});
    return all;
}

} // namespace temsao::catalog
