#pragma once
// Inside `serve`: how a producer introduces itself on the shopper's page. HTML; pure; any thread.
#include "bench/shopper_facts.h"
#include "store/introductions.h"

namespace temsao::serve {

inline constexpr std::size_t most_introduction_words = 400; // characters, in each language

// Where the server gives out an introduction's picture.
std::string introduction_picture_address(const std::string& id);

// Does this page have a place for an introduction? Where the certificate does not hold, the code is not valid or the
// lot is recalled, the page says so and does not introduce the producer.
bool has_introduction(const bench::ShopperFacts& facts);

// Of an approved one (ENSURE). `producer` as the page names it. Vietnamese words where there are none in English.
std::string introduction_section(const store::Introduction& introduction, const std::string& producer, Lang lang);

} // namespace temsao::serve
