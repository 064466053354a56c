#pragma once
// The GS1-conformant resolver of our codes (GS1-Conformant Resolver Standard 1.2): the path of a code -> a redirect to
// the shopper's page, the page itself, or the set of links (RFC 9264). Codes without a GTIN have no resolver in the
// standard; their page stands at their own address. Any thread.
#include "serve/route.h"

namespace temsao::serve {

// Of every place but the built pages and none. 307 to the page, or to the link of the type asked for; 308 to the
// address with 14 digits; 400 for a syntax error, 404 for a product that is not listed, or a type of link that it does
// not have; 405 for another method.
http::HttpAnswer product_answer(const http::HttpRequest& request, Place place, Services& services);

} // namespace temsao::serve
