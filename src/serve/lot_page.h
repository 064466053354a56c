#pragma once
// Inside `serve`: the parts of the shopper's page about a lot, from bench::TextCheck::shopper_facts. Empty where the
// lot is not in the book of this server. Pure; any thread.
#include "serve/answer.h"

namespace temsao::serve {

std::string lot_first(const Json& facts, Lang lang);       // before everything else: called back, or on record
std::string lot_story(const Json& facts, Lang lang);       // what happened to it, its tests
std::string lot_proof(const Json& facts, Lang lang);       // folded: its entries
std::string lot_day(const Json& facts, const char* which); // "made" or "expires": by the code, else by the book; ISO

} // namespace temsao::serve
