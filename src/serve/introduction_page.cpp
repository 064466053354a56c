#include "serve/introduction_page.h"

#include "base/check.h"
#include "base/html.h"
#include "serve/plain_page.h"

namespace temsao::serve {

std::string introduction_picture_address(const std::string& id) {
    return "/api/v1/introductions/" + id + "/picture.jpg";
}

bool has_introduction(const bench::ShopperFacts& facts) {
    return facts.product && facts.product->holds && facts.verdict != verify::Word::invalid &&
           !(facts.story && facts.story->recalled_since);
}

// No size is given: a page that was saved without its picture would have a hole there.
std::string introduction_section(const store::Introduction& introduction, const std::string& producer, Lang lang) {
    ENSURE(introduction.state == store::IntroductionState::approved && introduction.decided);
    std::string html = "<section class=\"maker\"><h2>" + page_words("page.introduction", lang) + "</h2>";
    if (introduction.has_picture())
        html += "<img src=\"" + escape(introduction_picture_address(introduction.id)) + "\" alt=\"" + escape(producer) +
                "\">";
    const bool is_vietnamese = lang == Lang::vi || introduction.en.empty();
    return html + "<blockquote lang=\"" + (is_vietnamese ? "vi" : "en") + "\"><p>" +
           escape(is_vietnamese ? introduction.vi : introduction.en) + "</p></blockquote><p class=\"hint\">" +
           page_words("page.introduction_whose", lang, {introduction.decided->shown(lang)}) + "</p></section>";
}

} // namespace temsao::serve
