#pragma once
// The page that a shopper's camera opens: the facts of a code -> HTML. No scripts, no cookies, no phone numbers. Pure;
// any thread.
#include "bench/shopper_facts.h"
#include "store/introductions.h"

namespace temsao::serve {

struct PageAddresses {
    std::string code;  // path and query of the code, without our own parameters
    std::string other; // the page in the other language
};

// Of a product that is on the list (ENSURE). With a form for the shopper's question to the office, and the producer's
// approved introduction, if there is one and has_introduction() holds.
std::string product_page(const bench::ShopperFacts& facts,
                         const PageAddresses& addresses,
                         Lang lang,
                         const std::optional<store::Introduction>& introduction = {});

// A page that says why there is nothing to show. `heading`: the id of its sentence; `other`: its address in the other
// language, or empty.
std::string trouble_page(const char* heading, const std::string& why, const std::string& other, Lang lang);

// As people write it; empty without a day.
std::string day_words(const std::optional<Date>& day, Lang lang);

} // namespace temsao::serve
