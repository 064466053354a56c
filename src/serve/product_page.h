#pragma once
// The page that a shopper's camera opens, and the resolver behind it (GS1-Conformant Resolver Standard 1.1): the code's
// path -> HTML, or the set of links as application/linkset+json, or a redirect. No scripts, no cookies, no phone
// numbers. Any thread.
#include "serve/route.h"

namespace temsao::serve {

// /01/…, /sp/…, /product.css and /.well-known/gs1resolver; nothing for other paths. 400 for a syntax error, 404 for a
// product that is not listed, or a type of link that it does not have.
std::optional<http::HttpAnswer> product_answer(const http::HttpRequest& request, Services& services);

} // namespace temsao::serve
