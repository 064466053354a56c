#pragma once
// Inside `serve`: how a shopper asks the office from a product's page, without scripts: the form in the page, and the
// page that answers it. HTML; pure; any thread.
#include "http/http.h"
#include "store/shopper_questions.h"

namespace temsao::serve {

inline constexpr std::size_t most_words = 300, most_commune = 80, most_note = 300; // characters

// Path and query of a code as a browser sends them, and not longer than a question may have: /01/… or /sp/…. No other
// path, since the office follows it as a link, and a code may stand behind //another.host/.
bool is_question_code(std::string_view code);

// Where the shopper's page of this code is.
std::string page_address(const std::string& code);
// The same in one language, whatever the browser prefers.
std::string page_address(const std::string& code, Lang lang);

// For the page of a code; empty where is_question_code() is false.
std::string question_form(const std::string& code, Lang lang);

// Thanks, what happens now, and what is kept. `said` may be empty texts.
std::string thanks_page(const store::ShopperQuestion& question, const store::ShoppersWords& said, Lang lang);

// Did a browser send a form? Then a person reads the answer.
bool is_form(const http::HttpRequest& request);

// A problem document as a page; other answers stay as they are.
http::HttpAnswer for_a_reader(http::HttpAnswer answer, Lang lang);

} // namespace temsao::serve
