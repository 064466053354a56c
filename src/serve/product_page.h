#pragma once
// The page that a shopper's camera opens: the facts of a code (bench::TextCheck::shopper_facts) -> HTML. No scripts, no
// cookies, no phone numbers. Pure; any thread.
#include "serve/answer.h"

namespace temsao::serve {

// `other`: the address of the page in the other language.
std::string product_page(const Json& facts, const std::string& other, Lang lang);

// A page that says why there is nothing to show. `heading`: the id of its sentence.
std::string trouble_page(const char* heading, const std::string& why, const std::string& other, Lang lang);

// A member of the facts that is a text; empty when there is none.
std::string text_of(const Json& json, const char* name);

// "2026-11-24" as people write it.
std::string day_words(const std::string& iso, Lang lang);

} // namespace temsao::serve
