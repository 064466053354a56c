#include "serve/lot_page.h"

#include "base/html.h"
#include "serve/plain_page.h"
#include "serve/product_page.h"

namespace temsao::serve {
namespace {

// Null: the book does not have the lot.
const Json& story_of(const Json& facts) {
    return facts.at("story");
}

std::string days_of(const Json& line, Lang lang) {
    const auto first = day_words(text_of(line, "first"), lang), last = day_words(text_of(line, "last"), lang);
    return first == last ? first : first + " – " + last;
}

// "Nhập hàng: 3 nơi, xã Kỳ Xuân"
std::string what_of(const Json& line, Lang lang) {
    auto words = escape(say({"page.kind_" + text_of(line, "kind"), {}}, lang));
    std::string where;
    if (const auto suppliers = line.at("suppliers").get<int>(); suppliers > 0)
        where = page_words("page.suppliers", lang, {std::to_string(suppliers)});
    for (const auto& commune : line.at("communes"))
        where += (where.empty() ? "" : ", ") + escape(commune.get<std::string>());
    return where.empty() ? words : words + ": " + where;
}

std::string test_words(const Json& test, Lang lang) {
    const auto report = text_of(test, "report");
    return day_words(text_of(test, "day"), lang) + " · " +
           page_words(test.at("passed").get<bool>() ? "page.test_passed" : "page.test_failed", lang) +
           (report.empty() ? "" : ", " + escape(report));
}

std::string event_short(const std::string& id) {
    const auto hash = id.find(';');
    return hash == id.npos ? id : id.substr(hash + 1, 8);
}

} // namespace

std::string lot_first(const Json& facts, Lang lang) {
    const auto& story = story_of(facts);
    if (story.is_null()) return {};
    const auto lot = text_of(facts.at("code"), "lot");
    const auto since = text_of(story, "recalled_since");
    if (since.empty()) return "<p class=\"lot\">" + page_words("page.lot_known", lang, {lot}) + "</p>";
    return "<section class=\"answer invalid\"><h2>" + page_words("page.lot_recalled", lang, {lot}) + "</h2><p>" +
           page_words("page.lot_recalled_do", lang, {day_words(since, lang)}) + "</p></section>";
}

std::string lot_story(const Json& facts, Lang lang) {
    const auto& story = story_of(facts);
    if (story.is_null()) return {};
    std::string html = "<h2>" + page_words("page.story", lang) + "</h2><ol class=\"story\">";
    for (const auto& line : story.at("lines"))
        html += "<li><span>" + days_of(line, lang) + "</span> " + what_of(line, lang) + "</li>";
    html += "</ol>";
    for (const auto& test : story.at("tests"))
        html += "<p>" + test_words(test, lang) + "</p>";
    return html;
}

std::string lot_proof(const Json& facts, Lang lang) {
    const auto& story = story_of(facts);
    if (story.is_null()) return {};
    constexpr std::size_t most_entries = 20;
    const auto& entries = story.at("entries");
    std::string html = "<details><summary>" + page_words("page.proof", lang) + "</summary><p>" +
                       page_words("page.proof_how",
                                  lang,
                                  {std::to_string(entries.size()), std::to_string(story.at("lots").get<int>())}) +
                       "</p><p>";
    for (std::size_t i = 0; i < std::min(entries.size(), most_entries); ++i)
        html += (i == 0 ? "" : ", ") + escape(event_short(entries[i].get<std::string>()));
    return html + "</p></details>";
}

std::string lot_day(const Json& facts, const char* which) {
    auto day = text_of(facts.at("code"), which);
    return day.empty() && !story_of(facts).is_null() ? text_of(story_of(facts), which) : day;
}

} // namespace temsao::serve
