#include "catalog/same_name.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace temsao::catalog {
namespace {

struct ShortForm {
    std::string_view full, brief;
};

// The longer words first; later rows see what earlier ones made.
constexpr ShortForm short_forms[] = {
    {"hợp tác xã", "htx"},
    {"h t x", "htx"},
    {"tổ hợp tác", "tht"},
    {"trách nhiệm hữu hạn", "tnhh"},
    {"cổ phần", "cp"},
    {"ctcp", "cty cp"},
    {"công ty", "cty"},
    {"c ty", "cty"},
    {"ct tnhh", "cty tnhh"},
    {"ct cp", "cty cp"},
    {"một thành viên", "mtv"},
    {"1 thành viên", "mtv"},
    {"1 tv", "mtv"},
    {"1tv", "mtv"},
    {"hai thành viên trở lên", "2tv"},
    {"hai thành viên", "2tv"},
    {"2 thành viên trở lên", "2tv"},
    {"2 thành viên", "2tv"},
    {"2 tv", "2tv"},
    {"nông nghiệp", "nn"},
    {"doanh nghiệp tư nhân", "dntn"},
    {"sản xuất", "sx"},
    {"kinh doanh", "kd"},
    {"thương mại", "tm"},
    {"dịch vụ", "dv"},
    {"cơ sở sx", "cssx"},
    {"cs sx", "cssx"},
    {"hộ kd", "hkd"},
};

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

struct WholeWords {
    std::string full, brief;
};

// The short forms with a space on both sides.
const std::vector<WholeWords>& whole_words() {
    static const auto all = [] {
        std::vector<WholeWords> made;
        for (const auto& form : short_forms)
            made.push_back({" " + std::string(form.full) + " ", " " + std::string(form.brief) + " "});
        return made;
    }();
    return all;
}

// Eth (ð) and African D (ɖ) look like đ, and some keyboards write them.
std::string one_d(std::string key) {
    for (const std::string_view other : {"ð", "ɖ"})
        replace_all(key, other, "đ");
    return key;
}

// What a producer does, two letters each: sản xuất, thương mại, dịch vụ, kinh doanh, nông nghiệp.
constexpr std::string_view trades[] = {"sx", "tm", "dv", "kd", "nn"};

// The trades of "sx" and of "sxkd"; none when the word is anything else.
std::vector<std::string_view> trades_in(std::string_view word) {
    std::vector<std::string_view> found;
    for (; !word.empty(); word.remove_prefix(found.back().size())) {
        const auto trade = word.substr(0, 2);
        if (std::find(std::begin(trades), std::end(trades), trade) == std::end(trades)) return {};
        found.push_back(trade);
    }
    return found;
}

// "sx và tm", "sx , tm", "sx - tm" and "sxtm" are all "sx tm": what joins two trades makes no difference. One space
// between the words.
std::string with_trades_apart(std::string_view key) {
    constexpr std::string_view joining[] = {"và", ",", "-", "/", "+"};
    std::string apart, joiners; // those behind a trade count only where no trade follows
    bool is_behind_trade = false;
    const auto add = [&](std::string_view word) {
        if (!word.empty()) apart.append(apart.empty() ? "" : " ").append(word);
    };
    while (!key.empty()) {
        const auto word = next_piece(key, ' ');
        if (word.empty()) continue;
        if (is_behind_trade && std::find(std::begin(joining), std::end(joining), word) != std::end(joining)) {
            joiners.append(joiners.empty() ? "" : " ").append(word);
            continue;
        }
        const auto found = trades_in(word);
        is_behind_trade = !found.empty();
        if (!is_behind_trade) add(joiners);
        joiners.clear();
        if (!is_behind_trade) add(word);
        for (const auto trade : found)
            add(trade);
    }
    add(joiners);
    return apart;
}

} // namespace

std::string product_name_key(std::string_view name) {
    return one_d(match_key(name));
}

std::string producer_key(std::string_view producer) {
    auto key = one_d(match_key(producer));
    // Quotation marks around the name, and the sign for "và", are the clerk's.
    std::erase(key, '"');
    for (const std::string_view mark : {"«", "»", "“", "”"})
        replace_all(key, mark, "");
    replace_all(key, "&", " và ");
    for (const std::string_view sign : {",", "-", "/", "+"})
        replace_all(key, sign, " " + std::string(sign) + " ");
    std::replace(key.begin(), key.end(), '.', ' ');
    key = " " + tidy(key) + " "; // so that each form is looked for as whole words
    for (const auto& form : whole_words())
        replace_all(key, form.full, form.brief);
    return with_trades_apart(key);
}

const std::string& ProducerKeys::of(const std::string& producer) {
    const auto [known, is_new] = known_.try_emplace(producer);
    if (is_new) known->second = producer_key(producer);
    return known->second;
}

std::string issuer_key(std::string_view issuer) {
    auto key = product_name_key(issuer);
    constexpr std::string_view full = "ủy ban nhân dân";
    if (const auto at = key.find(full); at != key.npos) key.replace(at, full.size(), "ubnd");
    return key;
}

bool same_producer(std::string_view a, std::string_view b) {
    return producer_key(a) == producer_key(b);
}

std::string only_letters(std::string_view key) {
    constexpr std::string_view wide[] = {"“", "”", "«", "»", "‘", "’", "…", "·", "–", "—"};
    std::string letters;
    while (!key.empty()) {
        const auto* const sign =
            std::find_if(std::begin(wide), std::end(wide), [&](std::string_view one) { return key.starts_with(one); });
        const auto size = sign == std::end(wide) ? 1 : sign->size();
        const auto c = static_cast<unsigned char>(key.front());
        if (sign == std::end(wide) && (c >= 0x80 || std::isalnum(c) != 0)) letters += key.front();
        key.remove_prefix(size);
    }
    return letters;
}

bool differs_in_one_letter(std::string_view a, std::string_view b) {
    constexpr std::size_t longest_letter = 3; // bytes
    if (a != b && only_letters(a) == only_letters(b)) return true;
    if (a.size() > b.size()) std::swap(a, b);
    if (a == b || b.size() - a.size() > longest_letter) return false;
    const auto one = to_utf16(a), other = to_utf16(b);
    const auto shorter = std::min(one.size(), other.size()), longer = std::max(one.size(), other.size());
    if (longer - shorter > 1) return false;
    std::size_t front = 0, back = 0;
    while (front < shorter && one[front] == other[front])
        ++front;
    while (back < shorter - front && one[one.size() - 1 - back] == other[other.size() - 1 - back])
        ++back;
    if (longer - front - back != 1) return false;
    const auto is_letter = [](char16_t c) { return c > 0x7f || (c >= u'a' && c <= u'z'); };
    return (one.size() == front + back || is_letter(one[front])) &&
           (other.size() == front + back || is_letter(other[front]));
}

bool same_product_name(std::string_view a, std::string_view b) {
    return product_name_key(a) == product_name_key(b);
}

} // namespace temsao::catalog
