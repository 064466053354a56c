#include "catalog/same_name.h"

#include "base/text.h"

#include <algorithm>
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

// Eth (ð) and African D (ɖ) look like đ, and some keyboards write them.
std::string one_d(std::string key) {
    for (const std::string_view other : {"ð", "ɖ"})
        replace_all(key, other, "đ");
    return key;
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
    std::replace(key.begin(), key.end(), '.', ' ');
    key = " " + tidy(key) + " "; // so that each form is looked for as whole words
    for (const auto& form : short_forms)
        replace_all(key, " " + std::string(form.full) + " ", " " + std::string(form.brief) + " ");
    return key.substr(1, key.size() - 2);
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

bool differs_in_one_letter(std::string_view a, std::string_view b) {
    constexpr std::size_t longest_letter = 3; // bytes
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
