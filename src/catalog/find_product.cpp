#include "catalog/find_product.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

constexpr std::size_t most_named = 5;

using Found = std::vector<const Product*>;

template <class Fits>
Found all_that(const std::vector<Product>& products, Fits fits) {
    Found found;
    for (const auto& product : products)
        if (fits(product)) found.push_back(&product);
    return found;
}

std::string named(const Found& found) {
    std::string all;
    for (std::size_t i = 0; i < found.size() && i < most_named; ++i)
        all += (all.empty() ? "" : "; ") + found[i]->key + " " + found[i]->name + " (" + found[i]->producer + ")";
    return all + (found.size() > most_named ? "; …" : "");
}

// The UTF-8 character at `at`, as bytes.
std::string_view character_at(std::string_view text, std::size_t at) {
    auto end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        ++end;
    return text.substr(at, end - at);
}

// Of the bare key of a name. Beside the letters of ASCII there may be those of other scripts; signs stand in blocks of
// their own: Latin-1 up to U+00BF, × and ÷, U+2000 to U+2FFF, the punctuation of Chinese.
bool is_sign(std::string_view c) {
    if (c.size() == 1) return !is_digit(c[0]) && (lower(c[0]) < 'a' || lower(c[0]) > 'z');
    return c[0] == '\xc2' || c == "×" || c == "÷" || c[0] == '\xe2' || c.starts_with("\xe3\x80") || c == "\ufffd";
}

} // namespace

std::string words_of_name(std::string_view name) {
    const auto bare = bare_key(name);
    std::string words;
    bool parts = false;
    for (std::size_t at = 0; at < bare.size();) {
        const auto one = character_at(bare, at);
        at += one.size();
        if (is_sign(one)) {
            parts = true;
            continue;
        }
        if (parts && !words.empty()) words += ' ';
        parts = false;
        words += one == "ð" || one == "ɖ" ? std::string_view("d") : one; // eth and African d look like đ
    }
    return words;
}

Result<const Product*>
find_product(const std::vector<Product>& products, std::string_view key, std::string_view typed) {
    const std::string text(typed);
    if (const auto by_key = all_that(products, [&](const Product& one) { return one.key == key; }); !by_key.empty())
        return by_key.front();
    const auto sharing = all_that(products, [&](const Product& one) { return one.shared_number == key; });
    if (!key.empty() && !sharing.empty()) {
        std::string codes;
        for (const auto* product : sharing)
            codes += (codes.empty() ? "" : ", ") + product->key;
        return error(Cause::missing, "list.number_shared", {std::string(key), codes});
    }
    const auto words = words_of_name(typed);
    if (words.empty()) return error(Cause::missing, "list.no_product", {text});
    auto by_name = all_that(products, [&](const Product& one) { return words_of_name(one.name) == words; });
    if (by_name.empty())
        by_name = all_that(products, [&](const Product& one) {
            return (" " + words_of_name(one.name) + " ").find(" " + words + " ") != std::string::npos;
        });
    if (by_name.empty()) return error(Cause::missing, "list.no_product", {text});
    if (by_name.size() > 1)
        return error(Cause::missing, "list.several", {text, std::to_string(by_name.size()), named(by_name)});
    return by_name.front();
}

} // namespace temsao::catalog
