#include "sheet/number_format.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace temsao::sheet {
namespace {

// Built-in formats that show a number otherwise than it is stored.
std::string_view built_in(int id) {
    switch (id) {
    case 1: return "0";
    case 2: return "0.00";
    case 3: return "#,##0";
    case 4: return "#,##0.00";
    case 9: return "0%";
    case 10: return "0.00%";
    case 11: return "0.00E+00";
    case 37:
    case 38: return "#,##0;-#,##0";
    case 39:
    case 40: return "#,##0.00;-#,##0.00";
    case 48: return "##0.0E+0";
    default: return "General";
    }
}

// Splits at `;` outside quotes, brackets and escapes.
std::vector<std::string_view> sections_of(std::string_view code) {
    std::vector<std::string_view> sections;
    std::size_t start = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') quoted = !quoted;
        if (quoted) continue;
        if (code[i] == '\\') {
            ++i;
        } else if (code[i] == '[') {
            i = std::min(code.find(']', i), code.size());
        } else if (code[i] == ';') {
            sections.push_back(code.substr(start, i - start));
            start = i + 1;
        }
    }
    sections.push_back(code.substr(start));
    return sections;
}

// The letters of a date or a time in a section, a run of the same letter as one, outside quotes, brackets and escapes:
// "dmy" of `dd/mm/yyyy`; AM/PM has none.
std::string letters_of(std::string_view code) {
    std::string runs;
    char last = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') {
            i = std::min(code.find(']', i), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (const auto rest = to_upper(code.substr(i, 5)); rest == "AM/PM") {
            i += 4;
        } else if (const auto lower = static_cast<char>(c | 0x20);
                   std::string_view("dmyhse").find(lower) != std::string_view::npos) {
            if (lower != last) runs += lower;
            last = lower;
            continue;
        }
        last = 0;
    }
    return runs;
}

// The digits of a number rounded half up to so many decimals, as "12" and "50". Fifteen figures are what a spreadsheet
// keeps, so that 0.125 becomes 0.13.
struct Digits {
    std::string whole, part;
};

Digits digits_of(double number, int decimals) {
    char text[400];
    std::snprintf(text, sizeof text, "%.15g", number);
    long double exact = 0;
    std::sscanf(text, "%Lf", &exact);
    const auto scale = std::pow(10.0L, decimals);
    std::snprintf(text, sizeof text, "%.*Lf", decimals, std::floor(exact * scale + 0.5L) / scale);
    const std::string_view all = text;
    const auto point = std::min(all.find('.'), all.size());
    Digits digits{std::string(all.substr(0, point)), std::string(all.substr(std::min(point + 1, all.size())))};
    if (digits.whole == "0") digits.whole.clear();
    return digits;
}

void replace_point(std::string& text) {
    std::replace(text.begin(), text.end(), '.', ',');
}

} // namespace

std::string shown_plain(double number) {
    if (number == std::floor(number) && std::abs(number) < 1e15) return std::to_string(static_cast<long long>(number));
    char text[64];
    std::snprintf(text, sizeof text, "%.10g", number);
    std::string shown = text;
    replace_point(shown);
    return shown;
}

NumberFormat::NumberFormat(int id, std::string_view code) {
    shows_ = parts_of_day(id, code);
    if (code.empty()) code = built_in(id);
    const auto sections = sections_of(code);
    for (const auto section : sections)
        if (sections_.size() < 3) sections_.push_back(read_section(section));
    // The fourth section is for texts, and a last one with a place for a text (18.8.31).
    auto last = read_section(sections.back());
    if (sections.size() == 4 || (sections.size() < 4 && has_text(last))) text_section_ = std::move(last);
}

// 27 to 36 and 50 to 58 are days and times of East Asia, some of which differ between its languages: those that are no
// whole day in one of them count as a part.
NumberFormat::Parts NumberFormat::parts_of_day(int id, std::string_view code) {
    if (code.empty()) {
        const bool is_whole =
            id == 14 || id == 15 || id == 22 || id == 27 || id == 30 || id == 31 || id == 36 || id == 50;
        if (is_whole) return {true, true, true};
        if (id == 16) return {true, true, false};
        if (id == 17 || (id >= 28 && id <= 35) || (id >= 51 && id <= 58)) return {false, true, true};
        return {};
    }
    const auto section = sections_of(code).front();
    const auto runs = letters_of(section);
    const auto has = [&](char c) { return runs.find(c) != runs.npos; };
    Parts parts{has('d'), false, has('y')};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool is_minute = (i > 0 && runs[i - 1] == 'h') || (i + 1 < runs.size() && runs[i + 1] == 's');
        parts.month = parts.month || (runs[i] == 'm' && !is_minute);
    }
    if (section.find_first_of("0#?") != section.npos) parts.month = parts.month && (parts.day || parts.year); // metres
    parts.year = parts.year || (has('e') && parts.day && parts.month); // of an era
    return parts;
}

// "[>=1000]"; colours are brackets too.
void NumberFormat::read_condition(Section& section, std::string_view inner) {
    const auto number = inner.find_first_not_of("<>=");
    section.has_condition = number != 0 && number != inner.npos;
    if (!section.has_condition) return;
    section.comparison = inner.starts_with("<=")   ? 'l'
                         : inner.starts_with(">=") ? 'g'
                         : inner.starts_with("<>") ? 'n'
                                                   : inner[0];
    std::from_chars(inner.data() + number, inner.data() + inner.size(), section.limit);
}

NumberFormat::Section NumberFormat::read_section(std::string_view code) {
    Section section;
    std::size_t commas = 0; // since the last digit sign
    bool digits = false;
    const auto literal = [&](std::string_view text) { section.tokens.push_back({Token::literal, std::string(text)}); };
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') {
            const auto end = std::min(code.find('"', i + 1), code.size());
            literal(code.substr(i + 1, end - i - 1));
            i = end;
        } else if (c == '\\') {
            literal(code.substr(std::min(i + 1, code.size()), 1));
            ++i;
        } else if (c == '_') {
            literal(" ");
            ++i;
        } else if (c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            const auto inner = code.substr(i + 1, end - i - 1);
            if (inner.starts_with('$'))
                literal(inner.substr(1, inner.find('-') == inner.npos ? inner.npos : inner.find('-') - 1));
            else
                read_condition(section, inner);
            i = end;
        } else if (c == '@') {
            section.tokens.push_back({Token::place_for_text, ""});
        } else if (c == '0' || c == '#' || c == '?') {
            section.groups = section.groups || (commas > 0 && digits);
            commas = 0;
            digits = true;
            section.tokens.push_back({Token::digit, std::string(1, c)});
        } else if (c == ',' && digits) {
            ++commas;
        } else if (c == '.') {
            section.thousands += static_cast<int>(commas);
            commas = 0;
            section.tokens.push_back({Token::point, ","});
        } else if ((c == 'E' || c == 'e') && i + 1 < code.size() && (code[i + 1] == '+' || code[i + 1] == '-')) {
            section.tokens.push_back({Token::exponent, ""});
            ++i;
        } else if (code.substr(i, 7) == "General" || code.substr(i, 7) == "GENERAL") {
            section.tokens.push_back({Token::general, ""});
            i += 6;
        } else {
            section.percents += c == '%';
            literal(code.substr(i, 1));
        }
    }
    section.thousands += static_cast<int>(commas);
    return section;
}

bool NumberFormat::has_text(const Section& section) {
    return std::any_of(section.tokens.begin(), section.tokens.end(), [](const Token& one) {
        return one.kind == Token::place_for_text;
    });
}

const NumberFormat::Section* NumberFormat::choose(double number) const {
    const bool conditions =
        std::any_of(sections_.begin(), sections_.end(), [](const Section& one) { return one.has_condition; });
    if (conditions) {
        for (const auto& one : sections_) {
            const auto holds = !one.has_condition      ? true
                               : one.comparison == '<' ? number < one.limit
                               : one.comparison == '>' ? number > one.limit
                               : one.comparison == '=' ? number == one.limit
                               : one.comparison == 'l' ? number <= one.limit
                               : one.comparison == 'g' ? number >= one.limit
                                                       : number != one.limit;
            if (holds) return &one;
        }
        return nullptr;
    }
    if (number == 0 && sections_.size() > 2) return &sections_[2];
    return number < 0 && sections_.size() > 1 ? &sections_[1] : &sections_[0];
}

std::string NumberFormat::fill(const Section& section, double number) {
    const auto& tokens = section.tokens;
    const auto point = std::find_if(tokens.begin(), tokens.end(), [](auto& one) { return one.kind == Token::point; });
    const auto decimals = std::count_if(point, tokens.end(), [](auto& one) { return one.kind == Token::digit; });
    const auto places = std::count_if(tokens.begin(), point, [](auto& one) { return one.kind == Token::digit; });
    const auto digits = digits_of(number, static_cast<int>(std::min<std::ptrdiff_t>(decimals, 15)));
    // Whole digits from the right: each sign takes one, the leftmost takes all that are left.
    std::string shown;
    auto left = digits.whole;
    std::ptrdiff_t sign = places, taken = 0;
    const auto put = [&](char c) {
        if (section.groups && taken > 0 && taken % 3 == 0) shown.insert(0, ".");
        shown.insert(0, 1, c);
        ++taken;
    };
    for (auto token = std::make_reverse_iterator(point); token != tokens.rend(); ++token) {
        if (token->kind != Token::digit) {
            shown.insert(0, token->text);
            continue;
        }
        --sign;
        if (left.empty() && token->text == "0") put('0');
        if (left.empty() && token->text == "?") shown.insert(0, " ");
        while (!left.empty()) {
            put(left.back());
            left.pop_back();
            if (sign > 0) break;
        }
    }
    std::size_t at = 0;
    const auto last = digits.part.find_last_not_of('0');
    const auto needed = last == std::string::npos ? 0 : last + 1;
    for (auto token = point; token != tokens.end(); ++token) {
        if (token->kind == Token::digit) {
            if (at < digits.part.size() && (token->text == "0" || at < needed)) shown += digits.part[at];
            ++at;
        } else if (token->kind != Token::point || decimals > 0) {
            shown += token->text;
        }
    }
    return shown;
}

std::string NumberFormat::shown(const Date& day) const {
    const auto whole = day.vietnamese(); // dd/mm/yyyy
    std::string all;
    const auto add = [&](bool is_shown, std::size_t start, std::size_t size) {
        if (is_shown) all += (all.empty() ? "" : "/") + whole.substr(start, size);
    };
    add(shows_.day, 0, 2);
    add(shows_.month, 3, 2);
    add(shows_.year, 6, 4);
    return all;
}

std::string NumberFormat::shown(double number) const {
    const auto* section = choose(number);
    if (!section) return shown_plain(number);
    const auto& tokens = section->tokens;
    const auto has = [&](Token::Kind kind) {
        return std::any_of(tokens.begin(), tokens.end(), [&](const Token& one) { return one.kind == kind; });
    };
    const bool minus = number < 0 && (sections_.size() == 1 || section->has_condition);
    auto value = std::abs(number) * std::pow(100.0, section->percents) / std::pow(1000.0, section->thousands);
    if (has(Token::general) || has(Token::exponent)) {
        std::string all = minus ? "-" : "";
        for (const auto& token : tokens)
            all += token.kind == Token::general || (token.kind == Token::exponent) ? shown_plain(value)
                   : token.kind == Token::literal                                  ? token.text
                                                                                   : "";
        return all;
    }
    const bool fraction = std::any_of(tokens.begin(), tokens.end(), [](auto& one) { return one.text == "/"; });
    if (fraction || !std::isfinite(value) || value > 1e15) return shown_plain(number);
    if (!has(Token::digit)) { // words only: ;;; hides the number, "có" stands for it
        std::string all;
        for (const auto& token : tokens)
            all += token.kind == Token::place_for_text ? shown_plain(number) : token.text;
        return all;
    }
    return (minus ? "-" : "") + fill(*section, value);
}

std::string NumberFormat::shown(std::string text) const {
    if (text.empty() || !text_section_) return text;
    std::string all;
    for (const auto& token : text_section_->tokens)
        all += token.kind == Token::place_for_text ? text : token.kind == Token::literal ? token.text : "";
    return has_text(*text_section_) ? all : text;
}

} // namespace temsao::sheet
