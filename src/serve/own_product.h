#pragma once
// A producer's account sees its own products and nothing of others'.
#include "serve/route.h"

namespace temsao::serve {

bool may_see_producer(const Call& call, const std::string& producer);

// The producer of a product; error list.no_product {key} also where this account may not see it.
Result<std::string> producer_of(const Call& call, const std::string& key);

// The name of one of our designs, sheets or printers, never a path.
bool is_plain_name(const std::string& name);

} // namespace temsao::serve
