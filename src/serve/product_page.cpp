#include "serve/product_page.h"

#include "base/html.h"
#include "serve/lot_page.h"
#include "serve/plain_page.h"

namespace temsao::serve {
namespace {

std::string row(const std::string& name, const std::string& value) {
    return value.empty() ? "" : "<div><dt>" + name + "</dt><dd>" + escape(value) + "</dd></div>";
}

// Certified stars solid, the others outlined: readable without colour.
std::string stars(int count, Lang lang) {
    std::string html = "<p class=\"stars\" role=\"img\" aria-label=\"" +
                       page_words("page.stars", lang, {std::to_string(count)}) + "\">";
    for (int i = 0; i < 5; ++i)
        html += std::string("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" class=\"") + (i < count ? "on" : "off") +
                "\"><path d=\"M12 2.5l2.9 6.2 6.6.8-4.9 4.6 1.3 6.7L12 17.5l-5.9 3.3 1.3-6.7L2.5 9.5l6.6-.8z\"/></svg>";
    return html + "</p>";
}

// Whether the stars hold today: the answer before the details, with a shape and a word of its own.
std::string answer_box(const Json& facts, const Json& product, Lang lang) {
    const auto verdict = text_of(facts, "verdict");
    const bool holds = product.at("holds").get<bool>();
    const auto until = day_words(text_of(product, "valid_to"), lang);
    std::string html = "<section class=\"answer " + escape(verdict) + "\"><h2>" +
                       (!holds && verdict == "invalid" ? page_words("page.stars_over", lang)
                                                       : escape(text_of(facts, "verdict_words"))) +
                       "</h2>";
    if (holds)
        html += "<p>" + page_words("page.stars_hold", lang, {std::to_string(product.at("stars").get<int>()), until}) +
                "</p>";
    else
        html += "<p>" +
                page_words(text_of(product, "status") == "valid" ? "page.stars_ended" : "page.stars_withdrawn",
                           lang,
                           {until}) +
                "</p>";
    std::string remarks;
    for (const auto& finding : facts.at("findings"))
        if (text_of(finding, "severity") != "info") remarks += "<li>" + escape(text_of(finding, "message")) + "</li>";
    if (!remarks.empty()) html += "<ul>" + remarks + "</ul>";
    return html + "</section>";
}

// What the records of lots say of this one.
std::string records_of(const Json& facts) {
    std::string words;
    for (const auto& one : facts.at("records"))
        words += (words.empty() ? "" : " ") + one.get<std::string>();
    return words;
}

} // namespace

std::string text_of(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

// "2026-11-24" as people write it.
std::string day_words(const std::string& iso, Lang lang) {
    const auto day = Date::parse_iso(iso);
    return day ? day->shown(lang) : iso;
}

std::string product_page(const Json& facts, const std::string& other, Lang lang) {
    const auto& product = facts.at("product");
    const auto& code = facts.at("code");
    std::string body = lot_first(facts, lang) + "<h1>" + escape(text_of(product, "name")) + "</h1><p class=\"by\">" +
                       escape(text_of(product, "producer")) +
                       (text_of(product, "place").empty() ? "" : "<br>" + escape(text_of(product, "place"))) + "</p>";
    if (product.at("holds").get<bool>()) body += stars(product.at("stars").get<int>(), lang);
    body += answer_box(facts, product, lang);
    body += "<dl>" + row(page_words("page.certificate", lang), text_of(product, "certificate")) +
            row(page_words("page.issuer", lang), text_of(product, "issuer")) +
            row(page_words("page.valid", lang),
                day_words(text_of(product, "issued"), lang) + " – " + day_words(text_of(product, "valid_to"), lang)) +
            row(page_words("page.lot", lang), text_of(code, "lot")) +
            row(page_words("page.records", lang), records_of(facts)) +
            row(page_words("page.serial", lang), text_of(code, "serial")) +
            row(page_words("page.made", lang), day_words(lot_day(facts, "made"), lang)) +
            row(page_words("page.expires", lang), day_words(lot_day(facts, "expires"), lang)) +
            row(page_words(code.at("is_gtin").get<bool>() ? "page.gtin" : "page.code", lang), text_of(code, "key")) +
            row(page_words("page.signature", lang), say({"page.signature_" + text_of(facts, "signature"), {}}, lang)) +
            row(page_words("page.list", lang), day_words(text_of(facts, "list_as_of"), lang)) + "</dl>";
    body += lot_story(facts, lang) + lot_proof(facts, lang);
    body += "<details><summary>" + page_words("page.report", lang) + "</summary><p>" +
            page_words("page.report_how", lang) + "</p></details><p class=\"note\">" + page_words("page.note", lang) +
            "</p>";
    return page_frame(text_of(product, "name"), body, other, lang);
}

std::string trouble_page(const char* heading, const std::string& why, const std::string& other, Lang lang) {
    return page_frame(say({heading, {}}, lang),
                      "<h1>" + page_words(heading, lang) + "</h1><section class=\"answer inconclusive\"><p>" +
                          escape(why) + "</p></section><details open><summary>" + page_words("page.report", lang) +
                          "</summary><p>" + page_words("page.report_how", lang) + "</p></details>",
                      other,
                      lang);
}

} // namespace temsao::serve
