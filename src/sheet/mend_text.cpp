#include "sheet/mend_text.h"

#include "base/pieces.h"
#include "base/text.h"
#include "sheet/syllables.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

using catalog::Cell;
using catalog::Lack;
using catalog::Table;

using Tally = std::array<int, encodings.size()>;

int& of(Tally& tally, Encoding encoding) {
    return tally[static_cast<std::size_t>(encoding)];
}

std::optional<Encoding> most(const Tally& tally) {
    const auto best = std::max_element(tally.begin(), tally.end());
    if (*best == 0) return {};
    return encodings[static_cast<std::size_t>(best - tally.begin())];
}

using Reading = std::pair<Encoding, std::string>;

// A cell whose characters are all in Windows-1252, some of them outside ASCII, and what it could be.
struct Doubtful {
    std::size_t row = 0, column = 0;
    bool makes_sense = false;      // as it stands
    std::vector<Reading> readings; // when it makes none
};

// Combining accents, U+0300 to U+036F.
bool is_decomposed(std::string_view text) {
    return text.find('\xcc') != text.npos || text.find('\xcd') != text.npos;
}

// Cyrillic and Greek letters whose form is a Latin letter's, as Unicode's confusables.txt (UTS 39) pairs them.
struct LookAlike {
    std::string_view letter;
    char latin;
};

constexpr LookAlike look_alikes[] = {
    {"А", 'A'}, {"В", 'B'}, {"Е", 'E'}, {"К", 'K'}, {"М", 'M'}, {"Н", 'H'}, {"О", 'O'}, {"Р", 'P'},
    {"С", 'C'}, {"Т", 'T'}, {"У", 'Y'}, {"Х", 'X'}, {"І", 'I'}, {"Ј", 'J'}, {"Ѕ", 'S'}, {"а", 'a'},
    {"е", 'e'}, {"о", 'o'}, {"р", 'p'}, {"с", 'c'}, {"у", 'y'}, {"х", 'x'}, {"і", 'i'}, {"ј", 'j'},
    {"ѕ", 's'}, {"Α", 'A'}, {"Β", 'B'}, {"Ε", 'E'}, {"Ζ", 'Z'}, {"Η", 'H'}, {"Ι", 'I'}, {"Κ", 'K'},
    {"Μ", 'M'}, {"Ν", 'N'}, {"Ο", 'O'}, {"Ρ", 'P'}, {"Τ", 'T'}, {"Υ", 'Y'}, {"Χ", 'X'}, {"ο", 'o'},
};

bool is_greek_or_cyrillic(char lead) {
    return lead == '\xce' || lead == '\xcf' || lead == '\xd0' || lead == '\xd1';
}

// A word with Latin letters in which all others only look like some, in Latin letters; empty for every other word.
std::string in_latin(std::string_view word) {
    std::string latin;
    bool has_latin = false, has_other = false;
    while (!word.empty()) {
        const auto* const found = std::find_if(std::begin(look_alikes), std::end(look_alikes), [&](const auto& one) {
            return word.starts_with(one.letter);
        });
        if (found == std::end(look_alikes)) {
            if (is_greek_or_cyrillic(word.front())) return {};
            const auto c = word.front();
            has_latin |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\xc3' || c == '\xc4' || c == '\xe1';
            latin += c;
            word.remove_prefix(1);
        } else {
            has_other = true;
            latin += found->latin;
            word.remove_prefix(found->letter.size());
        }
    }
    return has_latin && has_other ? latin : std::string();
}

// "Mật" with a Cyrillic М: nobody sees it, and no row of another list has that name. Empty when there is nothing to
// mend.
std::optional<std::string> without_look_alikes(std::string_view text) {
    if (std::none_of(text.begin(), text.end(), is_greek_or_cyrillic)) return {};
    std::string mended;
    bool is_mended = false;
    for (auto rest = text; !rest.empty();) {
        const auto word = next_piece(rest, ' ');
        const auto latin = in_latin(word);
        is_mended |= !latin.empty();
        if (!mended.empty()) mended += ' ';
        mended += latin.empty() ? std::string(word) : latin;
    }
    return is_mended ? std::optional(composed(mended)) : std::nullopt;
}

// UTF-8 may have been read wrongly more than once.
std::optional<std::string> decode_fully(std::string_view bytes, Encoding encoding) {
    auto text = decode(bytes, encoding);
    for (int i = 0; text && encoding == Encoding::utf8_twice && i < 2; ++i) {
        const auto again = to_windows_1252(*text);
        if (!again || is_ascii(*again) || !is_utf8(*again)) break;
        text = decode(*again, encoding);
    }
    return text;
}

// "cÃ gai": "à" of UTF-8 read twice, whose second half was a hard space that became a plain one.
bool has_lone_sign(std::string_view text) {
    constexpr std::string_view sign = "\u00c3 ";
    const auto at = text.find(sign);
    return at != text.npos && at > 0 && text[at - 1] >= 'a' && text[at - 1] <= 'z';
}

class Mender {
public:
    Mender(Table& table, const FontHints& fonts, bool is_one_encoding)
        : table_(table),
          fonts_(fonts),
          is_one_encoding_(is_one_encoding) {}

    void run() {
        std::size_t columns = 0;
        for (const auto& row : table_.rows)
            columns = std::max(columns, row.size());
        sure_.resize(columns);
        unicode_.resize(columns);
        for (std::size_t row = 0; row < table_.rows.size(); ++row)
            for (std::size_t column = 0; column < table_.rows[row].size(); ++column)
                look_at(row, column);
        for (const auto& tally : sure_)
            for (std::size_t i = 0; i < tally.size(); ++i)
                everywhere_[i] += tally[i];
        for (const auto& cell : doubtful_)
            decide(cell);
        for (auto& row : table_.rows)
            for (auto& cell : row)
                if (!is_ascii(cell.text) || has_odd_space(cell.text)) cell.text = tidy(cell.text);
    }

private:
    static bool has_odd_space(std::string_view text) {
        if (text.empty()) return false;
        if (text.front() == ' ' || text.back() == ' ' || text.find("  ") != text.npos) return true;
        return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; });
    }

    void look_at(std::size_t row, std::size_t column) {
        auto& cell = table_.rows[row][column];
        if (cell.text.find('\x1a') != std::string::npos) cell.lack = Lack::lost_letters; // "substitute", of converters
        if (is_ascii(cell.text)) return;
        // Unicode with Ð for Đ stays as it is: it looks the same, names are matched with either, and the internal code
        // of a product without GTIN is made from its name.
        if (cell.text.find("\u00d0") != std::string::npos && count_words(with_vietnamese_d(cell.text)).wrong == 0)
            return;
        const auto bytes = to_windows_1252(cell.text);
        if (!bytes) {
            ++unicode_[column];
            if (is_decomposed(cell.text)) take(row, column, "NFD", tidy(cell.text));
            if (auto mended = without_look_alikes(cell.text)) take(row, column, "look-alikes", *std::move(mended));
            return;
        }
        const auto hint = fonts_.find({row, column});
        if (hint != fonts_.end())
            if (auto text = decode(*bytes, hint->second)) {
                ++of(sure_[column], hint->second);
                return take(row, column, name(hint->second), *std::move(text));
            }
        const bool makes_sense = count_words(cell.text).wrong == 0;
        Doubtful doubtful{row, column, makes_sense, {}};
        if (!makes_sense) doubtful.readings = readings_of(cell.text, *bytes);
        if (doubtful.readings.size() != 1) return doubtful_.push_back(std::move(doubtful));
        auto& [encoding, text] = doubtful.readings.front();
        ++of(sure_[column], encoding);
        take(row, column, name(encoding), std::move(text));
    }

    static std::vector<Reading> readings_of(const std::string& text, std::string_view bytes) {
        std::vector<Reading> readings;
        const auto now = count_words(text);
        const auto shown = tidy(text);
        for (const auto encoding : encodings) {
            auto decoded = decode_fully(bytes, encoding);
            if (!decoded || *decoded == shown) continue; // decoded text is tidied
            const auto then = count_words(*decoded);
            const bool better = then.right > 0 && then.wrong * 4 <= then.right && then.wrong <= now.wrong;
            if (better) readings.emplace_back(encoding, *std::move(decoded));
        }
        return readings;
    }

    // Is a part of the file in another old encoding?
    bool has_other(Encoding encoding) const {
        const auto here = everywhere_[static_cast<std::size_t>(encoding)];
        return std::any_of(everywhere_.begin(), everywhere_.end(), [&](const int& count) {
            return &count != &everywhere_[static_cast<std::size_t>(encoding)] && count * 10 > here;
        });
    }

    void decide(const Doubtful& doubtful) {
        const auto of_column = most(sure_[doubtful.column]);
        const auto anywhere = of_column ? of_column : most(everywhere_);
        const auto best = is_one_encoding_ ? anywhere : of_column;
        auto& cell = table_.rows[doubtful.row][doubtful.column];
        const auto& readings =
            doubtful.makes_sense && best ? readings_of(cell.text, *to_windows_1252(cell.text)) : doubtful.readings;
        const auto reading = [&](std::optional<Encoding> encoding) {
            return std::find_if(readings.begin(), readings.end(), [&](const Reading& one) {
                return encoding && one.first == *encoding;
            });
        };
        if (doubtful.makes_sense) { // good Vietnamese as it stands, and in the column's old encoding as well
            const auto found = reading(best);
            if (found == readings.end()) return;
            const bool is_rivalled =
                (!of_column && has_other(*best)) ||
                unicode_[doubtful.column] * 3 > of(of_column ? sure_[doubtful.column] : everywhere_, *best);
            if (is_rivalled)
                cell.lack = Lack::two_readings;
            else
                take(doubtful.row, doubtful.column, name(*best), found->second);
            return;
        }
        if (const auto found = reading(anywhere); found != readings.end())
            return take(doubtful.row, doubtful.column, name(*anywhere), found->second);
        if (readings.size() > 1)
            cell.lack = Lack::two_readings;
        else
            decide_by_company(doubtful, anywhere);
    }

    // Words that are not Vietnamese in any encoding, such as a brand. It is read as the cells around it are,
    // when that leaves fewer words without sense.
    void decide_by_company(const Doubtful& doubtful, std::optional<Encoding> encoding) {
        auto& cell = table_.rows[doubtful.row][doubtful.column];
        const auto bytes = to_windows_1252(cell.text);
        auto text = encoding && bytes ? decode_fully(*bytes, *encoding) : std::nullopt;
        if (text && *encoding != Encoding::cp1258 && count_words(*text).wrong < count_words(cell.text).wrong)
            return take(doubtful.row, doubtful.column, name(*encoding), *std::move(text));
        if (has_lone_sign(cell.text)) cell.lack = Lack::lost_letters;
        for (const auto sign : {"áº", "á»", "Ä‘", "Æ°", "Ã´", "Ã¢"}) // UTF-8 read twice, with letters lost
            if (cell.text.find(sign) != cell.text.npos) cell.lack = Lack::lost_letters;
    }

    void take(std::size_t row, std::size_t column, std::string_view encoding, std::string text) {
        auto& cell = table_.rows[row][column];
        auto found = std::find_if(table_.mended.begin(), table_.mended.end(), [&](const catalog::Mending& one) {
            return one.encoding == encoding;
        });
        if (found == table_.mended.end())
            found = table_.mended.insert(found, {std::string(encoding), {}, 0, tidy(cell.text), text});
        found->columns.insert(column);
        ++found->cells;
        cell.text = std::move(text);
    }

    Table& table_;
    const FontHints& fonts_;
    bool is_one_encoding_;
    std::vector<Tally> sure_;  // by column: cells that can only be that encoding
    std::vector<int> unicode_; // by column: cells that can only be Unicode
    Tally everywhere_{};
    std::vector<Doubtful> doubtful_;
};

} // namespace

void mend_text(Table& table, const FontHints& fonts, bool is_one_encoding) {
    Mender(table, fonts, is_one_encoding).run();
}

} // namespace temsao::sheet
