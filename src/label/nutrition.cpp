#include "label/nutrition.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr auto white_space = " \t\r\n";

std::string_view without_colon(std::string_view text) {
    text = trim(text, white_space);
    while (text.ends_with(':'))
        text = trim(text.substr(0, text.size() - 1), white_space);
    return text;
}

// At a semicolon, at the end of a line, and at a comma that no digit follows; not within brackets.
std::vector<std::string_view> rows_of(std::string_view text) {
    std::vector<std::string_view> rows;
    std::size_t start = 0;
    int depth = 0;
    const auto end_at = [&](std::size_t end) {
        const auto row = trim(text.substr(start, end - start), " \t\r\n.");
        if (!row.empty()) rows.push_back(row);
        start = end + 1;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        depth = std::max(0, depth + (c == '(') - (c == ')'));
        const bool is_comma = c == ',' && (at + 1 == text.size() || !is_digit(text[at + 1]));
        if (depth == 0 && (c == ';' || c == '\n' || is_comma)) end_at(at);
    }
    end_at(text.size());
    return rows;
}

// "Chất đạm 0,3 g": the first number after a name. A number alone is not an amount of something.
NutritionRow read_row(std::string_view row) {
    const auto number = row.find_first_of("0123456789");
    NutritionRow whole{std::string(row)};
    if (number == row.npos) return whole;
    auto end = std::min(row.find_first_not_of("0123456789.,", number), row.size());
    while (end > number && !is_digit(row[end - 1])) // "12." ends a sentence
        --end;
    auto start = number;
    auto before = row.substr(0, number);
    for (const std::string_view sign : {"<", "≤", "~", "< ", "≤ ", "~ "}) // "< 0,5 g"
        if (before.ends_with(sign)) start = std::min(start, number - sign.size());
    const auto name = without_colon(row.substr(0, start));
    const auto unit = trim(row.substr(end), white_space);
    const bool is_word = !name.empty() && (name.back() == '(' || name.back() == '-' || name.back() == ',');
    if (name.empty() || is_word || unit.empty()) return whole; // "Omega-3", "vitamin B12"
    return {std::string(name), std::string(row.substr(start, end - start)), std::string(unit)};
}

// "100 g", "trong 100 ml", "mỗi khẩu phần 30 g": of how much, and no nutrient.
bool is_basis(std::string_view text) {
    const auto key = match_key(text);
    for (const std::string_view word : {"trong ", "tính trên ", "tính cho ", "cho ", "mỗi ", "per "})
        if (key.starts_with(word)) return true;
    for (const std::string_view word : {"khẩu phần", "phần ăn", "suất", "serving"})
        if (key.find(word) != key.npos) return true;
    return !key.empty() && is_digit(key.front());
}

} // namespace

std::size_t decimals_at(std::string_view amount) {
    const auto sign = amount.find_last_of(".,");
    if (sign == amount.npos) return amount.size();
    const bool is_thousands = amount[sign] == '.' && amount.size() - sign == 4;
    return is_thousands ? amount.size() : sign;
}

std::optional<Nutrition> read_nutrition(std::string_view text) {
    Nutrition all;
    if (const auto colon = text.find(':'); colon != text.npos) {
        const auto before = trim(text.substr(0, colon), white_space);
        if (before.find_first_of(";\n") == before.npos && is_basis(before)) {
            all.basis = before;
            text.remove_prefix(colon + 1);
        }
    }
    bool has_amount = false;
    for (const auto row : rows_of(text)) {
        if (all.basis.empty() && is_basis(row)) {
            all.basis = row;
            continue;
        }
        all.rows.push_back(read_row(row));
        has_amount = has_amount || !all.rows.back().amount.empty();
    }
    return has_amount ? std::optional(std::move(all)) : std::nullopt;
}

} // namespace temsao::label
