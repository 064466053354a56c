#pragma once
// Which product a person means: by its code, or by words of its name, accents, punctuation and quotation marks or not.
// Pure; any thread.
#include "catalog/product.h"

namespace temsao::catalog {

// For finding by words: the letters and digits of a name without accents, in small letters, one space where other signs
// stand between them: "dac san nep cam" of "“Ðặc sản”, nếp-cẩm".
std::string words_of_name(std::string_view name);

// `key`: what was typed, as a code would be kept (14 digits, or as it is); `typed`: as it was typed. A whole name goes
// before a part of one. Errors (Cause::missing): list.no_product {typed}, list.number_shared {number, codes} when the
// list gives this number to several products, list.several {typed, how many, the first five with their codes and
// producers} when the words are in several names.
Result<const Product*> find_product(const std::vector<Product>& products, std::string_view key, std::string_view typed);

} // namespace temsao::catalog
