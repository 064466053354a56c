#include "lots/amount.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>

namespace temsao::lots {
namespace {

struct Unit {
    std::string_view code, shown_vi, shown_en;
    std::vector<std::string_view> written; // as match_key() writes it
};

// UN/CEFACT Recommendation 20, revision 17; what people write for it.
const std::vector<Unit>& units() {
    static const std::vector<Unit> all{
        {"KGM", "kg", "kg", {"kg", "kgm", "ký", "cân", "kilogam", "kilôgam"}},
        {"GRM", "g", "g", {"g", "gr", "gam", "gram", "grm"}},
        {"DTN", "tạ", "quintals", {"tạ", "dtn"}},
        {"TNE", "tấn", "t", {"tấn", "t", "tne"}},
        {"LTR", "lít", "L", {"lít", "lit", "l", "ltr"}},
        {"MLT", "ml", "mL", {"ml", "mlt"}},
        {"MTR", "m", "m", {"m", "mét", "mtr"}},
        {"", "", "", {"",    "cái",   "chiếc", "chai",   "hộp",     "gói",   "hũ",   "lọ",   "túi",
                      "bao", "thùng", "quả",   "trái",   "con",     "cây",   "bộ",   "vỉ",   "bịch",
                      "can", "tem",   "pcs",   "pieces", "bottles", "packs", "jars", "boxes"}},
    };
    return all;
}

const Unit* unit_written(std::string_view text) {
    const auto key = match_key(text);
    for (const auto& unit : units())
        if (std::find(unit.written.begin(), unit.written.end(), key) != unit.written.end()) return &unit;
    return nullptr;
}

std::string known_units() {
    std::string known;
    for (const auto& unit : units())
        if (!unit.code.empty()) known += (known.empty() ? "" : ", ") + std::string(unit.shown_vi);
    return known + ", chai, hộp, túi";
}

// "1200", "0.5", "12.345": digits, and at most three decimals after a full stop.
std::optional<std::int64_t> thousandths_of(std::string_view plain) {
    const auto stop = plain.find('.');
    const auto whole = plain.substr(0, stop);
    const auto decimals = stop == plain.npos ? std::string_view() : plain.substr(stop + 1);
    constexpr std::size_t most_digits = 12;
    if (whole.empty() || whole.size() > most_digits || !is_only_digits(whole)) return {};
    if (stop != plain.npos && (decimals.empty() || decimals.size() > 3 || !is_only_digits(decimals))) return {};
    std::int64_t value = 0;
    for (const char c : std::string(whole) + (std::string(decimals) + "000").substr(0, 3))
        value = value * 10 + (c - '0');
    if (value > most_thousandths) return {};
    return value;
}

// Groups of three digits between full stops or blanks: 1.200 or 12 000 000.
bool is_grouped(std::string_view text, char between) {
    if (text.find(between) == text.npos) return false;
    std::size_t at = text.find(between);
    if (at == 0 || at > 3 || !is_only_digits(text.substr(0, at))) return false;
    for (; at < text.size(); at += 4)
        if (text[at] != between || at + 4 > text.size() || !is_only_digits(text.substr(at + 1, 3))) return false;
    return true;
}

std::string without(std::string_view text, char what) {
    std::string kept(text);
    kept.erase(std::remove(kept.begin(), kept.end(), what), kept.end());
    return kept;
}

} // namespace

std::string Amount::number() const {
    auto text = std::to_string(thousandths / 1000);
    auto decimals = std::to_string(1000 + thousandths % 1000).substr(1);
    while (!decimals.empty() && decimals.back() == '0')
        decimals.pop_back();
    return decimals.empty() ? text : text + "." + decimals;
}

Result<Amount> read_amount(std::string_view text) {
    const auto tidied = tidy(text);
    const auto bad = error(Cause::usage, "lot.amount", {tidied});
    const auto end = tidied.find_last_of("0123456789");
    if (end == tidied.npos) return bad;
    std::string number = tidied.substr(0, end + 1);
    const auto* unit = unit_written(tidy(std::string_view(tidied).substr(end + 1)));
    if (!unit) return error(Cause::usage, "lot.unit", {tidy(tidied.substr(end + 1)), known_units()});
    const auto comma = number.find(',');
    const auto whole = number.substr(0, comma);
    if (is_grouped(whole, ' ') || (comma != number.npos && is_grouped(whole, '.')) ||
        (is_grouped(whole, '.') && std::count(whole.begin(), whole.end(), '.') > 1)) {
        number = without(without(whole, ' '), '.') + (comma == number.npos ? "" : number.substr(comma));
    } else if (is_grouped(whole, '.')) { // 1.200
        const auto as_whole = without(whole, '.');
        auto as_decimal = whole;
        as_decimal[as_decimal.find('.')] = ',';
        return error(Cause::usage, "lot.amount_two_ways", {tidied, as_whole, as_decimal});
    }
    std::replace(number.begin(), number.end(), ',', '.');
    const auto value = thousandths_of(number);
    if (!value) return bad;
    return Amount{*value, std::string(unit->code)};
}

Result<Amount> amount_of(std::string_view number, std::string_view unit) {
    const auto value = thousandths_of(number);
    const bool is_code = unit.empty() || (unit.size() <= 3 && std::all_of(unit.begin(), unit.end(), [](char c) {
                                              return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                                          }));
    if (!value || !is_code) return error(Cause::data, "lot.amount", {std::string(number) + " " + std::string(unit)});
    return Amount{*value, std::string(unit)};
}

std::string shown(const Amount& amount, Lang lang) {
    auto whole = std::to_string(amount.thousandths / 1000);
    const char between = lang == Lang::vi ? '.' : ',', before_decimals = lang == Lang::vi ? ',' : '.';
    for (auto at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(static_cast<std::size_t>(at), 1, between);
    const auto plain = amount.number();
    if (const auto stop = plain.find('.'); stop != plain.npos) whole += before_decimals + plain.substr(stop + 1);
    for (const auto& unit : units())
        if (unit.code == amount.unit && !unit.code.empty())
            return whole + " " + std::string(lang == Lang::vi ? unit.shown_vi : unit.shown_en);
    return amount.unit.empty() ? whole : whole + " " + amount.unit;
}

} // namespace temsao::lots
