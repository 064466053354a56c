#pragma once
// Pages that the server makes itself, without scripts: one column in the language asked for, with a link to the other.
// Pure functions; any thread.
#include "base/message.h"
#include "http/http.h"

namespace temsao::serve {

// A sentence, for text and quoted attributes of HTML.
std::string page_words(const char* id, Lang lang, std::vector<std::string> facts = {});

// The whole document. `body` is HTML; `other` the address of this page in the other language, or
// empty: then there is no link to it.
std::string page_frame(const std::string& title, const std::string& body, const std::string& other, Lang lang);

// A page as an answer, whose policy lets it run nothing and show no picture but the server's own.
http::HttpAnswer plain_page(int status, std::string document);

// Its style, at /product.css.
http::HttpAnswer page_style(const http::HttpRequest& request);

} // namespace temsao::serve
