#pragma once
// A producer's account sees only its own products. Any thread.
#include "serve/route.h"

namespace temsao::serve {

bool may_see_producer(const Call& call, const std::string& producer);

// The producer of a product; error list.no_product {key}, also when this account may not see it.
Result<std::string> producer_of(const Call& call, const std::string& key);

// The name of a template, stock or printer, never a path.
bool is_plain_name(const std::string& name);

} // namespace temsao::serve
