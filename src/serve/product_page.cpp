#include "serve/product_page.h"

#include "base/coding.h"
#include "base/html.h"
#include "base/text.h"
#include "job/version.h"
#include "serve/plain_page.h"

#include <algorithm>

namespace temsao::serve {
namespace {

constexpr std::string_view vocabulary = "https://gs1.org/voc/";

// What may be asked for with ?linkType=, in the standard's words: all of it stands on one page.
constexpr std::string_view link_types[] = {"defaultLink", "pip", "certificationInfo", "traceability"};

// The parameters that are for us and no part of the code.
bool is_ours(std::string_view parameter) {
    const auto name = parameter.substr(0, parameter.find('='));
    return name == "lang" || name == "linkType" || name == "linktype" || name == "context";
}

// The query without our own parameters, as it was sent: the seal is over these very letters.
std::string code_query(std::string_view query) {
    std::string kept;
    while (!query.empty()) {
        const auto part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), part.size() + 1));
        if (!part.empty() && !is_ours(part)) kept += (kept.empty() ? "?" : "&") + std::string(part);
    }
    return kept;
}

std::string text(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

// "2026-11-24" as people write it.
std::string day_words(const std::string& iso, Lang lang) {
    const auto day = Date::parse_iso(iso);
    return day ? day->shown(lang) : iso;
}

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
    const auto verdict = text(facts, "verdict");
    const bool holds = product.at("holds").get<bool>();
    const auto until = day_words(text(product, "valid_to"), lang);
    std::string html =
        "<section class=\"answer " + escape(verdict) + "\"><h2>" +
        (!holds && verdict == "invalid" ? page_words("page.stars_over", lang) : escape(text(facts, "verdict_words"))) +
        "</h2>";
    if (holds)
        html += "<p>" + page_words("page.stars_hold", lang, {std::to_string(product.at("stars").get<int>()), until}) +
                "</p>";
    else
        html += "<p>" +
                page_words(
                    text(product, "status") == "valid" ? "page.stars_ended" : "page.stars_withdrawn", lang, {until}) +
                "</p>";
    std::string remarks;
    for (const auto& finding : facts.at("findings"))
        if (text(finding, "severity") != "info") remarks += "<li>" + escape(text(finding, "message")) + "</li>";
    if (!remarks.empty()) html += "<ul>" + remarks + "</ul>";
    return html + "</section>";
}

std::string page(const Json& facts, const std::string& other, Lang lang) {
    const auto& product = facts.at("product");
    const auto& code = facts.at("code");
    std::string body = "<h1>" + escape(text(product, "name")) + "</h1><p class=\"by\">" +
                       escape(text(product, "producer")) +
                       (text(product, "place").empty() ? "" : "<br>" + escape(text(product, "place"))) + "</p>";
    if (product.at("holds").get<bool>()) body += stars(product.at("stars").get<int>(), lang);
    body += answer_box(facts, product, lang);
    body += "<dl>" + row(page_words("page.certificate", lang), text(product, "certificate")) +
            row(page_words("page.issuer", lang), text(product, "issuer")) +
            row(page_words("page.valid", lang),
                day_words(text(product, "issued"), lang) + " – " + day_words(text(product, "valid_to"), lang)) +
            row(page_words("page.lot", lang), text(code, "lot")) +
            row(page_words("page.serial", lang), text(code, "serial")) +
            row(page_words("page.made", lang), day_words(text(code, "made"), lang)) +
            row(page_words("page.expires", lang), day_words(text(code, "expires"), lang)) +
            row(page_words(code.at("is_gtin").get<bool>() ? "page.gtin" : "page.code", lang), text(code, "key")) +
            row(page_words("page.signature", lang), say({"page.signature_" + text(facts, "signature"), {}}, lang)) +
            row(page_words("page.list", lang), day_words(text(facts, "list_as_of"), lang)) + "</dl>";
    body += "<details><summary>" + page_words("page.report", lang) + "</summary><p>" +
            page_words("page.report_how", lang) + "</p></details><p class=\"note\">" + page_words("page.note", lang) +
            "</p>";
    return page_frame(text(product, "name"), body, other, lang);
}

std::string trouble_page(const char* heading, const std::string& why, const std::string& other, Lang lang) {
    return page_frame(say({heading, {}}, lang),
                      "<h1>" + page_words(heading, lang) + "</h1><section class=\"answer inconclusive\"><p>" +
                          escape(why) + "</p></section><details open><summary>" + page_words("page.report", lang) +
                          "</summary><p>" + page_words("page.report_how", lang) + "</p></details>",
                      other,
                      lang);
}

Json link(const std::string& href, const std::string& title, const char* language) {
    return {{"href", href}, {"title", title}, {"type", "text/html"}, {"hreflang", {language}}};
}

// RFC 9264, with the relations of GS1's vocabulary.
Json linkset(const Json& facts, const std::string& path, const std::string& query) {
    const auto base = "https://" + text(facts, "host") + path + query;
    const auto name = text(facts.at("product"), "name");
    const auto in = [&](const char* language) { return base + (query.empty() ? "?" : "&") + "lang=" + language; };
    Json set{{"anchor", "https://" + text(facts, "host") + path}, {"itemDescription", name}};
    for (const auto type : link_types) {
        const auto relation = std::string(vocabulary) + std::string(type);
        set[relation] = Json::array({link(type == "defaultLink" ? base : in("vi"), name, "vi")});
        if (type != "defaultLink") set[relation].push_back(link(in("en"), name, "en"));
    }
    return {{"linkset", Json::array({set})}};
}

http::HttpAnswer shared(http::HttpAnswer answer) {
    answer.headers.emplace_back("Access-Control-Allow-Origin", "*");
    answer.headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    answer.headers.emplace_back("Access-Control-Expose-Headers", "Link, Location");
    answer.headers.emplace_back("Vary", "Accept, Accept-Language");
    return answer;
}

http::HttpAnswer resolver_description(const Services& services) {
    const auto host = services.host.empty() ? std::string(job::default_host) : services.host;
    return json_answer(Json{{"name", "Tem Sao"},
                            {"version", job::version},
                            {"resolverRoot", "https://" + host},
                            {"supportedPrimaryKeys", {"01"}},
                            {"linkTypeDefaultCanBeLinkset", false},
                            {"validatesAIs", true}});
}

// The kind of link asked for, without the vocabulary's name; empty: none asked.
std::string asked_link_type(const http::HttpRequest& request) {
    auto type = request.parameter("linkType");
    if (type.empty()) type = request.parameter("linktype");
    if (type.starts_with("gs1:")) return type.substr(4);
    return type.starts_with(vocabulary) ? type.substr(vocabulary.size()) : type;
}

http::HttpAnswer resolve(const http::HttpRequest& request, Services& services, const Date& today) {
    const auto lang = http::language_of(request);
    const auto query = code_query(request.query);
    const auto read = services.check.shopper_facts(request.path + query, today, lang);
    // Who accepts none of these gets the page: it says more than a status would (RFC 9110 12.4.1 allows it).
    const auto kind =
        http::negotiated(request.header("accept"), {"text/html", "application/linkset+json", "application/json"})
            .value_or("text/html");
    const bool wants_json = kind == "application/linkset+json" || kind == "application/json";
    if (!read) return Answer(read.error()).in(lang);
    const auto& facts = *read;
    const auto other = request.path + query + (query.empty() ? "?" : "&") + "lang=" + (lang == Lang::vi ? "en" : "vi");
    const auto refuse = [&](int status, const char* heading, const Message& why) {
        auto answer = problem_document({status, why}, lang);
        if (!wants_json) {
            answer.type = "text/html; charset=utf-8";
            answer.body = trouble_page(heading, make_showable(say(why, lang)), other, lang);
        }
        return answer;
    };
    if (facts.at("code").is_null()) {
        const auto& findings = facts.at("findings");
        return refuse(400, "page.bad_code", {"page.why", {findings.empty() ? "" : text(findings.back(), "message")}});
    }
    // A number of 13 digits is the same goods; the standard's address of them has 14.
    if (const auto pieces = http::path_pieces(request.path);
        facts.at("code").at("is_gtin").get<bool>() && pieces.at(1) != text(facts.at("code"), "key")) {
        const auto rest = request.path.find('/', 4);
        return {.status = 308,
                .type = "",
                .headers = {{"Location",
                             "/01/" + text(facts.at("code"), "key") +
                                 (rest == std::string::npos ? "" : request.path.substr(rest)) +
                                 (request.query.empty() ? "" : "?" + request.query)}}};
    }
    if (facts.at("product").is_null())
        return refuse(404,
                      "page.not_listed",
                      {facts.at("list_as_of").is_null() ? "page.no_list" : "page.not_listed_why",
                       {text(facts.at("code"), "key"), day_words(text(facts, "list_as_of"), lang)}});
    const auto type = asked_link_type(request);
    if (wants_json || type == "all" || type == "linkset")
        return {.status = 200,
                .type = kind == "application/json" ? "application/json" : "application/linkset+json",
                .body = linkset(facts, request.path, query).dump() + "\n",
                .headers = {{"Cache-Control", "no-cache"}}};
    if (!type.empty()) {
        if (std::find(std::begin(link_types), std::end(link_types), type) == std::end(link_types))
            return refuse(404, "page.no_link", {"page.no_link_why", {type}});
        const auto asked = request.parameter("lang");
        return {
            .status = 307,
            .type = "",
            .headers = {{"Location",
                         request.path + query +
                             (asked.empty() ? "" : (query.empty() ? "?" : "&") + ("lang=" + percent_encode(asked)))}}};
    }
    return {.status = 200,
            .type = "text/html; charset=utf-8",
            .body = page(facts, other, lang),
            .headers = {{"Cache-Control", "no-cache"},
                        {"Link",
                         "<" + request.path + query + (query.empty() ? "?" : "&") +
                             "linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\""}}};
}

} // namespace

std::optional<http::HttpAnswer> product_answer(const http::HttpRequest& request, Services& services) {
    const auto first = http::path_pieces(request.path).front();
    if (request.path == "/product.css") return page_style(request);
    if (request.path == "/.well-known/gs1resolver") return shared(resolver_description(services));
    // Some codes are written in upper case, path and all.
    if (first != "01" && first != "sp" && first != "SP") return {};
    if (request.method == "OPTIONS") return shared({.status = 204, .type = ""});
    if (request.method != "GET") return {};
    const Call call{.request = request, .services = services, .lang = http::language_of(request)};
    return shared(resolve(request, services, call.around().today));
}

} // namespace temsao::serve
