#pragma once
// Inside `serve`: the parts of the shopper's page about a lot. Empty where the lot is not in the book of this server.
// Pure; any thread.
#include "bench/shopper_facts.h"

namespace temsao::serve {

std::string lot_first(const bench::ShopperFacts& facts, Lang lang); // before everything else: called back, or on record
std::string lot_story(const bench::ShopperFacts& facts, Lang lang); // what happened to it, its tests
std::string lot_proof(const bench::ShopperFacts& facts, Lang lang); // folded: its entries

// By the code, else by the book.
std::optional<Date> day_made(const bench::ShopperFacts& facts);
std::optional<Date> day_expires(const bench::ShopperFacts& facts);

} // namespace temsao::serve
