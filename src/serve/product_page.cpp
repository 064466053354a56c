#include "serve/product_page.h"

#include "base/check.h"
#include "base/html.h"
#include "serve/introduction_page.h"
#include "serve/lot_page.h"
#include "serve/plain_page.h"
#include "serve/question_page.h"

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
std::string answer_box(const bench::ShopperFacts& facts, Lang lang) {
    const auto& product = *facts.product;
    const bool is_invalid = facts.verdict == verify::Word::invalid,
               is_withdrawn = product.certificate.status != catalog::Status::valid;
    const auto until = product.certificate.valid_to.shown(lang);
    std::string html =
        "<section class=\"answer " + std::string(name(facts.verdict)) + "\"><h2>" +
        (!product.holds && is_invalid ? page_words("page.stars_over", lang) : escape(verdict_words(facts, lang))) +
        "</h2>";
    if (product.holds)
        html +=
            "<p>" + page_words("page.stars_hold", lang, {std::to_string(product.certificate.stars), until}) + "</p>";
    else
        html += "<p>" + page_words(is_withdrawn ? "page.stars_withdrawn" : "page.stars_ended", lang, {until}) + "</p>";
    std::string remarks;
    for (const auto& finding : facts.findings)
        if (finding.severity != Severity::info) remarks += "<li>" + escape(say(finding.message(), lang)) + "</li>";
    if (!remarks.empty()) html += "<ul>" + remarks + "</ul>";
    return html + "</section>";
}

// What the records of lots say of this one.
std::string records_of(const bench::ShopperFacts& facts, Lang lang) {
    std::string words;
    for (const auto& one : facts.records)
        words += (words.empty() ? "" : " ") + say(one, lang);
    return words;
}

std::string signature_words(trace::SignatureState signature, Lang lang) {
    return say({"page.signature_" + std::string(name(signature)), {}}, lang);
}

} // namespace

std::string day_words(const std::optional<Date>& day, Lang lang) {
    return day ? day->shown(lang) : "";
}

std::string product_page(const bench::ShopperFacts& facts,
                         const PageAddresses& addresses,
                         Lang lang,
                         const std::optional<store::Introduction>& introduction) {
    ENSURE(facts.code && facts.product);
    const auto& product = *facts.product;
    const auto& certificate = product.certificate;
    const auto& code = *facts.code;
    std::string body = lot_first(facts, lang) + "<h1>" + escape(product.name) + "</h1><p class=\"by\">" +
                       escape(product.producer) + (product.place.empty() ? "" : "<br>" + escape(product.place)) +
                       "</p>";
    if (product.holds) body += stars(certificate.stars, lang);
    body += answer_box(facts, lang);
    body +=
        "<dl>" + row(page_words("page.certificate", lang), certificate.decision) +
        row(page_words("page.issuer", lang), certificate.issuer) +
        row(page_words("page.valid", lang), certificate.issued.shown(lang) + " – " + certificate.valid_to.shown(lang)) +
        row(page_words("page.lot", lang), code.lot) + row(page_words("page.records", lang), records_of(facts, lang)) +
        row(page_words("page.serial", lang), code.serial) +
        row(page_words("page.made", lang), day_words(day_made(facts), lang)) +
        row(page_words("page.expires", lang), day_words(day_expires(facts), lang)) +
        row(page_words(code.is_gtin ? "page.gtin" : "page.code", lang), code.key) +
        row(page_words("page.signature", lang), signature_words(facts.signature, lang)) +
        row(page_words("page.list", lang), day_words(facts.list_as_of, lang)) + "</dl>";
    body += lot_story(facts, lang) + lot_proof(facts, lang);
    if (introduction && has_introduction(facts)) body += introduction_section(*introduction, product.producer, lang);
    body += "<details><summary>" + page_words("page.report", lang) + "</summary><p>" +
            page_words("page.report_how", lang) + "</p>" + question_form(addresses.code, lang) +
            "</details><p class=\"note\">" + page_words("page.note", lang) + "</p>";
    return page_frame(product.name, body, addresses.other, lang);
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
