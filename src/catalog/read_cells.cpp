#include "catalog/read_cells.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace temsao::catalog {
namespace {

bool has(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

// "12" or "12/2025" up to the slash; empty when more stands before it, as in "1.234" or "15/10/2025".
std::string_view number_before(std::string_view text, std::size_t slash) {
    const auto digits_before = [&](std::size_t end) {
        auto start = end;
        while (start > 0 && is_digit(text[start - 1]))
            --start;
        return start;
    };
    auto start = digits_before(slash);
    if (start == slash || slash - start > 5) return {};
    if (start > 0 && text[start - 1] == '/' && slash - start == 4 && (text[start] == '1' || text[start] == '2')) {
        const auto number = digits_before(start - 1);
        if (number == start - 1 || start - 1 - number > 5) return {};
        start = number;
    }
    const bool goes_on = start > 1 && std::string_view("./,-").find(text[start - 1]) != std::string_view::npos &&
                         is_digit(text[start - 2]);
    return goes_on || (start > 0 && text[start - 1] == '/') ? std::string_view() : text.substr(start, slash - start);
}

// A count of stars in words; `rest` loses what was read.
class StarCell {
public:
    explicit StarCell(std::string key) : key_(std::move(key)), rest_(key_) {}

    std::optional<int> read() {
        constexpr std::string_view front[] = {
            "xep hang", "phan hang", "dat hang", "ket qua", "cong nhan", "san pham", "hang", "dat", "ocop"};
        constexpr std::string_view back[] = {"ocop", "cap quoc gia", "cap tinh", "cap huyen"};
        while (take_any(front))
            take(":");
        const auto stars = count();
        if (!stars) return {};
        while (take_any(back)) {
        }
        if (take("(")) { // "3 sao (ba sao)"
            if (count() != stars || !take(")")) return {};
        }
        take(".");
        skip();
        return rest_.empty() ? stars : std::nullopt;
    }

private:
    std::optional<int> count() {
        constexpr std::string_view units[] = {"sao", "stars", "star", "★", "⭐", "*"};
        constexpr std::string_view signs[] = {"★", "⭐", "*"};
        skip();
        const auto all = rest_;
        if (take("★") || take("⭐")) skip(); // "★4": a sign before the figure
        if (rest_.empty() || !is_digit(rest_[0])) rest_ = all;
        const auto start = rest_;
        if (const auto drawn = drawn_signs(); drawn > 0) return drawn <= 5 ? std::optional(drawn) : std::nullopt;
        if (rest_.empty() || rest_.size() != start.size()) return {};
        if (is_digit(rest_[0])) {
            if (rest_[0] == '0' && rest_.size() > 1) rest_.remove_prefix(1); // "03 sao"
            const int stars = rest_[0] - '0';
            if (stars < 1 || stars > 5 || (rest_.size() > 1 && is_digit(rest_[1]))) return {};
            rest_.remove_prefix(1);
            drop_zeros();
            if (take("(")) { // "3 (ba) sao"
                if (!take(words[stars - 1])) return {};
                take("sao");
                if (!take(")")) return {};
            }
            const auto before = rest_;
            take("-"); // "3-star"
            if (!take_any(units)) rest_ = before;
            auto more = rest_;
            if (take_any(signs)) { // "3 ★★★"
                rest_ = before;
                return drawn_signs() == stars ? std::optional(stars) : std::nullopt;
            }
            rest_ = more;
            return stars;
        }
        constexpr std::string_view english[] = {"one", "two", "three", "four", "five"};
        for (int stars = 1; stars <= 5; ++stars) {
            const auto before = rest_;
            if (take(words[stars - 1]) && take("sao")) return stars;
            rest_ = before;
            if (take(english[stars - 1]) && (take("stars") || take("star"))) return stars;
            rest_ = before;
        }
        return {};
    }

    // "3.0", "3,0": a number that a program wrote with decimals.
    void drop_zeros() {
        if (rest_.size() < 2 || (rest_[0] != '.' && rest_[0] != ',') || rest_[1] != '0') return;
        const auto end = std::min(rest_.find_first_not_of('0', 1), rest_.size());
        if (end == rest_.size() || !is_digit(rest_[end])) rest_.remove_prefix(end);
    }

    // ★★★ or * * *; empty stars up to five may follow.
    int drawn_signs() {
        int drawn = 0, all = 0;
        while (take("★") || take("⭐") || take("*")) {
            take("\ufe0f");
            ++drawn;
        }
        for (all = drawn; take("☆");)
            ++all;
        return all == drawn || all == 5 ? drawn : 0;
    }

    void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

    // A whole word, or a sign.
    bool take(std::string_view what) {
        skip();
        if (!rest_.starts_with(what)) return false;
        const auto next = rest_.size() > what.size() ? rest_[what.size()] : ' ';
        const bool is_word = what[0] >= 'a' && what[0] <= 'z';
        if (is_word && ((next >= 'a' && next <= 'z') || is_digit(next))) return false;
        rest_.remove_prefix(what.size());
        return true;
    }

    template <class All>
    bool take_any(const All& all) {
        return std::any_of(std::begin(all), std::end(all), [&](std::string_view one) { return take(one); });
    }

    static constexpr std::string_view words[] = {"mot", "hai", "ba", "bon", "nam"};
    std::string key_;
    std::string_view rest_;
};

// Cheap and sure: "/Q" does not stand in it, with letters between that are not shown.
bool lacks_decision(std::string_view text) {
    for (auto slash = text.find('/'); slash != text.npos; slash = text.find('/', slash + 1)) {
        const auto next = slash + 1 < text.size() ? text[slash + 1] : '/';
        if (next == 'q' || next == 'Q' || next < ' ' || next == 0x7f) return false;
    }
    return true;
}

} // namespace

// What a cell of stars may say: perhaps words such as "đạt hạng", the number, its unit, and the same again in brackets.
// Anything else may deny it, wish for it or take it back.
std::optional<int> read_stars(std::string_view text) {
    StarCell cell(bare_key(text));
    return cell.read();
}

// Figures with at most one point or comma: as one whole number and a power of ten, which gives the nearest double.
std::optional<double> read_score(std::string_view text) {
    if (const auto space = text.find(' '); space != text.npos) { // "72,5 điểm", and no second figure
        const auto unit = bare_key(text.substr(space + 1));
        if (!unit.empty() && unit != "diem" && unit != "d" && unit != "points") return {};
        text = text.substr(0, space);
    }
    constexpr std::size_t most_figures = 9;
    const auto point = std::min(text.find_first_of(",."), text.size());
    const auto whole = text.substr(0, point), part = text.substr(std::min(point + 1, text.size()));
    const auto figures = std::string(whole).append(part);
    if (whole.empty() || (point < text.size() && part.empty()) || figures.size() > most_figures ||
        !std::all_of(figures.begin(), figures.end(), is_digit))
        return {};
    int value = 0;
    std::from_chars(figures.data(), figures.data() + figures.size(), value);
    const auto score = value / std::pow(10.0, part.size());
    return score <= 100 ? std::optional(score) : std::nullopt;
}

std::optional<Date> read_date(std::string_view text) {
    if (text.size() >= 10 && text[4] == '-' && (text.size() == 10 || text[10] == ' ' || text[10] == 'T'))
        if (const auto iso = Date::parse_iso(text.substr(0, 10))) return *iso;
    if (const auto date = Date::parse_vietnamese(text)) return date;
    if (text.size() == 5 && std::all_of(text.begin(), text.end(), is_digit)) { // a serial number that lost its format
        int serial = 0;
        std::from_chars(text.data(), text.data() + text.size(), serial);
        return Date::from_excel_serial(serial);
    }
    return {};
}

// domain facts 1.6: number, perhaps its year, QĐ with Đ or D, body. What stands around it is left out; a number that
// begins or goes on beyond it ("1.234/QĐ-UBND") is not cut. Eth (Ð) is typed for Đ.
std::optional<std::string> read_decision(std::string_view text) {
    if (lacks_decision(text)) return {};
    const auto upper = with_vietnamese_d(to_upper(tidy(text)));
    for (auto slash = upper.find('/'); slash != upper.npos; slash = upper.find('/', slash + 1)) {
        auto rest = std::string_view(upper).substr(slash + 1);
        if (rest.starts_with("QĐ-"))
            rest.remove_prefix(std::string_view("QĐ-").size());
        else if (rest.starts_with("QD-"))
            rest.remove_prefix(3);
        else
            continue;
        const auto number = number_before(upper, slash);
        auto body = rest.substr(0, rest.find_first_of(" ,;:()\"'[]/"));
        while (!body.empty() && (body.back() == '-' || body.back() == '.' || is_digit(body.back())))
            body.remove_suffix(1);
        const bool is_body = !body.empty() && std::all_of(body.begin(), body.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || c == '-' || c == '&' || c == '.' || (c & 0x80) != 0;
        });
        if (!number.empty() && is_body) return std::string(number) + "/QĐ-" + std::string(body);
    }
    return {};
}

namespace {

// "chưa ký", "dự thảo", "bỏ", "not signed". Without its accents such a word could be a place's ("xã Chùa Hang"), so it
// counts only where the whole text has none.
bool has_denying_word(std::string_view text) {
    constexpr std::string_view denying[] = {"chưa",
                                            "không",
                                            "hủy",
                                            "bỏ",
                                            "dự thảo",
                                            "dự kiến",
                                            "đề nghị",
                                            "not",
                                            "cancelled",
                                            "revoked",
                                            "draft",
                                            "proposed"};
    const bool has_accents = std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    auto words = " " + (has_accents ? match_key(text) : bare_key(text)) + " ";
    for (auto& c : words)
        if (std::string_view(",.;:()[]\"'").find(c) != std::string_view::npos) c = ' ';
    return std::any_of(std::begin(denying), std::end(denying), [&](std::string_view one) {
        return words.find(" " + (has_accents ? std::string(one) : bare_key(one)) + " ") != words.npos;
    });
}

} // namespace

// What stands around the number names the paper, its day and who signed it. Any other word may deny it, wish for it or
// take it back ("dự thảo 12/QĐ-UBND", "12/QĐ-UBND (đã hủy)").
bool is_only_decision(std::string_view text) {
    constexpr std::string_view known[] = {"so",   "qd",     "quyet",    "dinh",  "ngay", "thang", "nam",    "ky",
                                          "ban",  "hanh",   "theo",     "tai",   "cong", "nhan",  "cap",    "duoc",
                                          "va",   "lan",    "of",       "dated", "no",   "the",   "number", "and",
                                          "from", "signed", "decision", "ocop",  "goc",  "bs"};
    constexpr std::string_view signers[] = {"cua", "by", "ubnd", "uy", "chu", "bo", "ve", "v/v", "do"};
    if (has_denying_word(text)) return false;
    auto words = bare_key(text);
    for (auto& c : words)
        if (std::string_view(",.;:()[]\"'").find(c) != std::string_view::npos) c = ' ';
    for (std::string_view rest = words; !rest.empty();) {
        const auto word = next_piece(rest, ' ');
        if (word.empty() || std::find(std::begin(known), std::end(known), word) != std::end(known)) continue;
        if (std::find(std::begin(signers), std::end(signers), word) != std::end(signers)) return true;
        const bool is_figures = word.find_first_not_of("0123456789/-") == word.npos;
        if (!is_figures && !(is_digit(word.front()) && read_decision(word))) return false;
    }
    return true;
}

// U+FFFD, an empty box, or a question mark after a letter and before another one, or before a letter at the start of a
// word; not in an address of the web.
bool has_lost_letters(std::string_view text) {
    if (text.find("\xef\xbf\xbd") != text.npos) return true;
    for (const std::string_view box : {"□", "▯"}) // shown where a font has no such letter
        if (text.find(box) != text.npos) return true;
    for (auto at = text.find("¿"); at != text.npos; at = text.find("¿", at + 1)) // what some programs write for ?
        if (at > 0 && text[at - 1] != ' ') return true;
    if (text.find('?') == text.npos) return false;
    if (text.find("://") != text.npos || text.find("www.") != text.npos) return false;
    const auto is_letter = [&](std::size_t i) {
        return i < text.size() &&
               ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z') || (text[i] & 0x80) != 0);
    };
    for (auto at = text.find('?'); at != text.npos; at = text.find('?', at + 1)) {
        const auto next = text.find_first_not_of('?', at);
        const bool after_letter = at > 0 && (is_letter(at - 1) || text[at - 1] == '?');
        if (next != text.npos && (is_letter(next) || (text[next] == '-' && after_letter))) return true;
    }
    return false;
}

// What UTF-8 looks like when it was read as another encoding, in part of a cell: "SÆ¡n", "Mï¿½t".
bool has_bytes_as_letters(std::string_view text) {
    constexpr std::string_view firsts[] = {"Ä", "Å", "Æ", "Ã", "á»", "áº"};
    if (text.find('\xc2') == text.npos) return false; // U+0080 to U+00BF: in each of them, and no letter of Vietnamese
    if (text.find("ï¿½") != text.npos) return true;
    for (const auto first : firsts)
        for (auto at = text.find(first); at != text.npos; at = text.find(first, at + 1)) {
            const auto next = text.substr(at + first.size(), 2); // U+0080 to U+00BF but the closing quotation mark
            if (next.size() == 2 && next[0] == '\xc2' && next != "»" && next != "\u00a0") return true;
        }
    return false;
}

// In the name of a product or a party no question is asked: the mark stands for a letter.
bool has_lost_letters_in_name(std::string_view text) {
    if (text.find('?') == text.npos) return false;
    return text.find("://") == text.npos && text.find("www.") == text.npos;
}

namespace {

std::optional<int> hex_at(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    if (at + count > text.size()) return {};
    const auto* const end = text.data() + at + count;
    const auto read = std::from_chars(text.data() + at, end, value, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

// "M%E1%BA%ADt" of web addresses, "M=E1=BA=ADt" of mails, "M\u1eadt" of programs: a sign, and a byte or letter as
// figures.
bool has_escaped_letters(std::string_view text) {
    for (auto at = text.find_first_of("%=\\"); at != text.npos; at = text.find_first_of("%=\\", at + 1)) {
        if (text[at] == '\\') {
            const bool is_letter = at + 1 < text.size() && (text[at + 1] == 'u' || text[at + 1] == 'U');
            if (is_letter && hex_at(text, at + 2, 4)) return true;
            continue;
        }
        const auto first = hex_at(text, at + 1, 2);
        const bool goes_on = at + 3 < text.size() && text[at + 3] == text[at];
        const auto second = goes_on ? hex_at(text, at + 4, 2) : std::nullopt;
        if (first && second && *first >= 0xc2 && *second >= 0x80 && *second < 0xc0) return true; // UTF-8
    }
    return false;
}

} // namespace

// "M&#7853;t", "Nguy&ecirc;n": as web pages write letters.
bool has_web_signs(std::string_view text) {
    if (std::none_of(text.begin(), text.end(), [](char c) { return c == '%' || c == '=' || c == '\\' || c == '&'; }))
        return false;
    if (text.find("://") == text.npos && has_escaped_letters(text)) return true;
    for (auto at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
        const auto end = text.find(';', at);
        if (end == text.npos || end - at < 3 || end - at > 10) continue;
        const auto inner = text.substr(at + 1, end - at - 1);
        if (std::all_of(inner.begin(), inner.end(), [](char c) {
                return is_digit(c) || c == '#' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            }))
            return true;
    }
    return false;
}

// Bytes of the dash or dots outside ASCII with which the text begins; 0: it begins otherwise.
static std::size_t wide_mark(std::string_view text) {
    for (const std::string_view mark : {"…", "–", "—", "−"})
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

bool is_marks(std::string_view text) {
    for (auto rest = text; !rest.empty();) {
        const auto wide = wide_mark(rest);
        const auto c = static_cast<unsigned char>(rest.front());
        if (wide == 0 && (c >= 0x80 || std::isalnum(c) != 0)) return false;
        rest.remove_prefix(wide == 0 ? 1 : wide);
    }
    return true;
}

bool is_dash(std::string_view text) {
    constexpr std::string_view dashes[] = {"-", "--", "---", "–", "—", "−", "/", "."};
    return std::find(std::begin(dashes), std::end(dashes), text) != std::end(dashes);
}

// What clerks and programs write into a cell that has nothing to say. "Na" is a fruit and "trong" a word, so those that
// could be a name count only as programs write them, or in brackets.
bool says_nothing(std::string_view text) {
    constexpr std::size_t longest = 32;
    constexpr std::ptrdiff_t most_letters = 15;                       // "[object object]"
    constexpr std::string_view starts = "kKcCdDsSbBxXnNuUtT<([0\xC4"; // \xC4: of đ and Đ
    if (text.empty() || text.size() > longest) return false;
    const auto begin = static_cast<unsigned char>(text.front());
    const bool may_be_marks = (begin < 0x80 && std::isalnum(begin) == 0) || wide_mark(text) > 0;
    if (!may_be_marks && starts.find(text.front()) == starts.npos) return false;
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
    if (!may_be_marks && letters > most_letters) return false;
    constexpr std::string_view words[] = {"khong",
                                          "khong co",
                                          "chua co",
                                          "khong ro",
                                          "chua ro",
                                          "chua cap nhat",
                                          "dang cap nhat",
                                          "cap nhat sau",
                                          "bo sung sau",
                                          "se bo sung",
                                          "chua bo sung",
                                          "khong ap dung",
                                          "x",
                                          "n/a",
                                          "none",
                                          "unknown",
                                          "undefined",
                                          "null",
                                          "nil",
                                          "tbd",
                                          "tba",
                                          "(trong)",
                                          "(bo trong)",
                                          "(de trong)",
                                          "(blank)",
                                          "(empty)",
                                          "(null)",
                                          "[object object]",
                                          "not available",
                                          "not applicable",
                                          "0"};
    constexpr std::string_view of_programs[] = {"nan", "NaN", "NAN", "NA", "<NA>", "NaT"};
    const auto key = bare_key(text);
    if (std::find(std::begin(words), std::end(words), key) != std::end(words)) return true;
    if (std::find(std::begin(of_programs), std::end(of_programs), text) != std::end(of_programs)) return true;
    return is_marks(text);
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    });
}

Group read_group(std::string_view text) {
    const auto key = bare_key(text);
    if (has(key, {"do uong", "beverage", "drink"})) return Group::beverage;
    if (has(key, {"duoc lieu", "thao duoc", "medicinal", "herb"})) return Group::medicinal;
    if (has(key, {"thu cong", "my nghe", "luu niem", "vai va may", "may mac", "handicraft", "noi that"}))
        return Group::handicraft;
    if (has(key, {"sinh vat canh", "cay canh", "hoa, cay", "ornamental"})) return Group::ornamental;
    if (has(key, {"du lich", "tourism"})) return Group::tourism;
    if (has(key, {"thuc pham", "food", "gia vi", "che bien", "tuoi song"})) return Group::food;
    return Group::unknown;
}

} // namespace temsao::catalog
