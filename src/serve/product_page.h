#pragma once
// The page that a shopper's camera opens: the facts of a code -> HTML. No scripts, no cookies, no phone numbers. Pure;
// any thread.
#include "bench/shopper_facts.h"

namespace temsao::serve {

// Of a product that is on the list (ENSURE). `other`: the address of the page in the other language.
std::string product_page(const bench::ShopperFacts& facts, const std::string& other, Lang lang);

// A page that says why there is nothing to show. `heading`: the id of its sentence.
std::string trouble_page(const char* heading, const std::string& why, const std::string& other, Lang lang);

// As people write it; empty without a day.
std::string day_words(const std::optional<Date>& day, Lang lang);

} // namespace temsao::serve
