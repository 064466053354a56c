#include "serve/lot_page.h"

#include "base/html.h"
#include "serve/plain_page.h"
#include "serve/product_page.h"

namespace temsao::serve {
namespace {

std::string days_of(const bench::StoryLine& line, Lang lang) {
    const auto first = line.first.shown(lang), last = line.last.shown(lang);
    return first == last ? first : first + " – " + last;
}

// "Nhập hàng: 3 nơi, xã Kỳ Xuân"
std::string what_of(const bench::StoryLine& line, Lang lang) {
    auto words = escape(say({"page.kind_" + std::string(name(line.kind)), {}}, lang));
    std::string where;
    if (line.suppliers > 0) where = page_words("page.suppliers", lang, {std::to_string(line.suppliers)});
    for (const auto& commune : line.communes)
        where += (where.empty() ? "" : ", ") + escape(commune);
    return where.empty() ? words : words + ": " + where;
}

std::string test_words(const bench::StoryTest& test, Lang lang) {
    return test.day.shown(lang) + " · " + page_words(test.passed ? "page.test_passed" : "page.test_failed", lang) +
           (test.report.empty() ? "" : ", " + escape(test.report));
}

std::string event_short(const std::string& id) {
    const auto hash = id.find(';');
    return hash == id.npos ? id : id.substr(hash + 1, 8);
}

} // namespace

std::string lot_first(const bench::ShopperFacts& facts, Lang lang) {
    if (!facts.story) return {};
    const auto& lot = facts.code->lot;
    const auto since = facts.story->recalled_since;
    if (!since) return "<p class=\"lot\">" + page_words("page.lot_known", lang, {lot}) + "</p>";
    return "<section class=\"answer invalid\"><h2>" + page_words("page.lot_recalled", lang, {lot}) + "</h2><p>" +
           page_words("page.lot_recalled_do", lang, {since->shown(lang)}) + "</p></section>";
}

std::string lot_story(const bench::ShopperFacts& facts, Lang lang) {
    if (!facts.story) return {};
    std::string html = "<h2>" + page_words("page.story", lang) + "</h2><ol class=\"story\">";
    for (const auto& line : facts.story->lines)
        html += "<li><span>" + days_of(line, lang) + "</span> " + what_of(line, lang) + "</li>";
    html += "</ol>";
    for (const auto& test : facts.story->tests)
        html += "<p>" + test_words(test, lang) + "</p>";
    return html;
}

std::string lot_proof(const bench::ShopperFacts& facts, Lang lang) {
    if (!facts.story) return {};
    constexpr std::size_t most_entries = 20;
    const auto& entries = facts.story->entries;
    std::string html =
        "<details><summary>" + page_words("page.proof", lang) + "</summary><p>" +
        page_words("page.proof_how", lang, {std::to_string(entries.size()), std::to_string(facts.story->made_of)}) +
        "</p><p>";
    for (std::size_t i = 0; i < std::min(entries.size(), most_entries); ++i)
        html += (i == 0 ? "" : ", ") + escape(event_short(entries[i]));
    return html + "</p></details>";
}

std::optional<Date> day_made(const bench::ShopperFacts& facts) {
    return facts.code->made || !facts.story ? facts.code->made : facts.story->made;
}

std::optional<Date> day_expires(const bench::ShopperFacts& facts) {
    return facts.code->expires || !facts.story ? facts.code->expires : facts.story->expires;
}

} // namespace temsao::serve
