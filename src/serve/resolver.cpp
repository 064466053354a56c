#include "serve/resolver.h"

#include "base/coding.h"
#include "base/pieces.h"
#include "base/text.h"
#include "job/version.h"
#include "serve/introduction_page.h"
#include "serve/plain_page.h"
#include "serve/product_page.h"
#include "serve/store_pulse.h"

#include <algorithm>

namespace temsao::serve {
namespace {

// The names of GS1's Web Vocabulary, as linksets write them, and as some clients still do.
constexpr std::string_view vocabulary = "https://ref.gs1.org/voc/", former_vocabulary = "https://gs1.org/voc/";
constexpr std::string_view methods_of_page = "GET, HEAD, OPTIONS";

// What may be asked for with ?linkType=, in the standard's words: all of it stands on one page, but the events of a
// lot.
constexpr std::string_view events_type = "epcis";
constexpr std::string_view link_types[] = {
    "defaultLink", "pip", "certificationInfo", "traceability", "recallStatus", events_type};

// The parameters that are for us and no part of the code.
bool is_ours(std::string_view parameter) {
    const auto name = lower(parameter.substr(0, parameter.find('=')));
    return name == "lang" || name == "linktype" || name == "context";
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

std::string with_parameter(const std::string& address, const std::string& parameter) {
    return parameter.empty() ? address : address + (address.find('?') == std::string::npos ? "?" : "&") + parameter;
}

// A name of this machine or its local network, without any name server: 127.0.0.1, [::1], localhost, 192.168.1.7.
bool is_local_name(std::string_view host) {
    const auto name = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
    const auto port = host.substr(std::min(name.size(), host.size()));
    const auto made_of = [](std::string_view text, std::string_view letters) {
        return text.find_first_not_of(letters) == text.npos;
    };
    return (port.empty() || made_of(port, ":0123456789")) &&
           (name == "localhost" || (!name.empty() && made_of(name, "0123456789.")) ||
            (name.starts_with('[') && name.ends_with(']') && made_of(name, "[]:.0123456789abcdefABCDEF")));
}

// Where links lead: to the host of the codes; on a machine that was called by its number, to that machine, so that a
// server that is tried out, or has no name in this network, can be followed too. Any other name that a client may give
// is not repeated.
std::string base_of(const http::HttpRequest& request, const Services& services) {
    const auto host = request.header("host");
    if (is_local_name(host)) return (request.is_secure ? "https://" : "http://") + host;
    return "https://" + (services.host.empty() ? std::string(job::default_host) : services.host);
}

// What a path asks for.
struct Asked {
    std::string path;       // of the code, without a slash at its end: "/01/09520000010003/10/L1"
    std::string query;      // of the code, with its question mark; or empty
    std::string language;   // as a parameter: "lang=en"; empty when the query names none
    std::string base;       // "https://id.ocop.vn"
    bool is_page = false;   // the shopper's page itself
    bool is_events = false; // the events of the lot
    bool is_gtin = false;

    std::string events() const { return base + std::string(events_folder) + path; }

    std::string page() const { return base + (is_gtin ? std::string(page_folder) : "") + path + query; }
};

Asked read_asked(const http::HttpRequest& request, Place place, const Services& services) {
    Asked asked{
        .path = request.path, .query = code_query(request.query), .language = {}, .base = base_of(request, services)};
    if (asked.is_page = place == Place::shoppers_page; asked.is_page) asked.path.erase(0, page_folder.size());
    if (asked.is_events = place == Place::events; asked.is_events) asked.path.erase(0, events_folder.size());
    asked.is_gtin = asked.path.starts_with("/01/");
    if (!asked.is_gtin) asked.is_page = true;
    // The standard, 2.13: with or without a slash at the end it is the same.
    if (asked.is_gtin && asked.path.ends_with('/') && !asked.path.ends_with("//")) asked.path.pop_back();
    if (const auto language = request.parameter("lang"); !language.empty())
        asked.language = "lang=" + percent_encode(language);
    return asked;
}

Json link(const std::string& href, const std::string& title, const char* language) {
    return {{"href", href}, {"title", title}, {"type", "text/html"}, {"hreflang", {language}}};
}

// The links of one level: the goods, their lot, or one pack. `has_events`: of the lot.
Json links_of(const Asked& asked, const std::string& name, bool has_events) {
    Json set{{"anchor", asked.base + asked.path}, {"itemDescription", name}};
    const auto page = asked.page();
    for (const auto type : link_types) {
        const auto relation = std::string(vocabulary) + std::string(type);
        if (type == events_type) {
            if (has_events)
                set[relation] = {{{"href", asked.events()}, {"title", name}, {"type", "application/ld+json"}}};
            continue;
        }
        set[relation] = Json::array();
        if (type == "defaultLink")
            set[relation].push_back({{"href", page}, {"title", name}}); // the standard, 2.5.8: nothing else
        else
            for (const auto* language : {"vi", "en"})
                set[relation].push_back(link(with_parameter(page, std::string("lang=") + language), name, language));
    }
    return set;
}

// RFC 9264, from the level that was asked for up to the goods as such.
Json linkset(Asked asked, const bench::ShopperFacts& facts) {
    const auto& name = facts.product->name;
    auto sets = Json::array();
    for (;;) {
        const auto has_lot = asked.path.find(asked.is_gtin ? "/10/" : "/lo/") != std::string::npos;
        sets.push_back(links_of(asked, name, has_lot && facts.story));
        auto pieces = http::path_pieces(asked.path);
        if (pieces.size() <= 2) return {{"linkset", std::move(sets)}};
        for (int i = 0; i < 2; ++i)
            asked.path.erase(asked.path.rfind('/'));
    }
}

// The context of JSON-LD that turns a linkset into RDF (RFC 9264, appendix A), with GS1's vocabulary.
Json linkset_context() {
    const std::string names(vocabulary);
    Json context{{"@version", 1.1},
                 {"@vocab", names},
                 {"linkset", {{"@id", "@graph"}, {"@context", {{"anchor", "@id"}, {"href", "@id"}}}}},
                 {"itemDescription", "http://purl.org/dc/terms/description"},
                 {"title", "http://purl.org/dc/terms/title"},
                 {"type", "http://purl.org/dc/terms/format"},
                 {"hreflang", {{"@id", "http://purl.org/dc/terms/language"}, {"@container", "@set"}}}};
    for (const auto type : link_types)
        context[names + std::string(type)] = {{"@type", "@id"}};
    return {{"@context", std::move(context)}};
}

http::HttpAnswer shared(http::HttpAnswer answer) {
    answer.headers.emplace_back("Access-Control-Allow-Origin", "*");
    answer.headers.emplace_back("Access-Control-Allow-Methods", methods_of_page);
    answer.headers.emplace_back("Access-Control-Expose-Headers", "Link, Location");
    answer.headers.emplace_back("Vary", "Accept, Accept-Language");
    return answer;
}

// GS1's schema of this file: https://ref.gs1.org/standards/resolver/
http::HttpAnswer resolver_description(const http::HttpRequest& request, const Services& services) {
    auto kinds = Json::array();
    for (const auto type : link_types)
        kinds.push_back("gs1:" + std::string(type));
    return json_answer(
        Json{{"name", "Tem Sao"},
             {"version", job::version},
             {"resolverRoot", base_of(request, services)},
             {"supportedPrimaryKeys", {"01"}},
             {"supportedLinkType",
              {{{"namespace", vocabulary}, {"prefix", "gs1:"}, {"supportedLinkTypes", std::move(kinds)}}}},
             {"linkTypeDefaultCanBeLinkset", false},
             {"validatesAIs", true}});
}

// The kind of link asked for, without the vocabulary's name; empty: none asked.
std::string asked_link_type(const http::HttpRequest& request) {
    auto type = request.parameter("linkType");
    if (type.empty()) type = request.parameter("linktype");
    for (const auto prefix : {std::string_view("gs1:"), vocabulary, former_vocabulary})
        if (type.starts_with(prefix)) return type.substr(prefix.size());
    return type;
}

std::pair<std::string, std::string> link_to_linkset(const Asked& asked) {
    return {"Link",
            "<" + with_parameter(asked.base + asked.path + asked.query, "linkType=linkset") +
                ">; rel=\"linkset\"; type=\"application/linkset+json\""};
}

http::HttpAnswer redirect(int status, const std::string& to, const Asked& asked) {
    return {.status = status,
            .type = "",
            .headers = {{"Location", to}, {"Cache-Control", "no-cache"}, link_to_linkset(asked)}};
}

class Resolver {
public:
    Resolver(const http::HttpRequest& request, Place place, Services& services, const Date& today)
        : request_(request),
          services_(services),
          today_(today),
          lang_(http::language_of(request)),
          asked_(read_asked(request, place, services)),
          // Who accepts none of these gets the page: it says more than a status would (RFC 9110 12.4.1 allows it).
          kind_(http::negotiated(request.header("accept"),
                                 {"text/html", "application/linkset+json", "application/json", "application/ld+json"})
                    .value_or("text/html")),
          wants_json_(kind_ != "text/html") {}

    http::HttpAnswer answer() const {
        const auto read = services_.check.shopper_facts(asked_.path + asked_.query, today_);
        if (!read) return Answer(read.error()).in(lang_);
        const auto& facts = *read;
        if (!facts.code) {
            const auto& findings = facts.findings;
            return refuse(
                400, "page.bad_code", {"page.why", {findings.empty() ? "" : say(findings.back().message(), lang_)}});
        }
        if (auto padded = padded_address(*facts.code)) return redirect(308, *padded, asked_);
        if (!facts.product)
            return refuse(404,
                          "page.not_listed",
                          {!facts.list_as_of ? "page.no_list" : "page.not_listed_why",
                           {facts.code->key, day_words(facts.list_as_of, lang_)}});
        if (asked_.is_events) return events(*facts.code);
        const auto type = asked_link_type(request_);
        const bool is_html_page = asked_.is_page && asked_.is_gtin;
        if (!is_html_page && (wants_json_ || type == "all" || type == "linkset")) return links(facts);
        if (!type.empty() && !is_html_page) return link_of(type);
        if (!asked_.is_page) return redirect(307, with_parameter(asked_.page(), asked_.language), asked_);
        const PageAddresses addresses{.code = asked_.path + asked_.query, .other = other_language()};
        auto page = plain_page(200, product_page(facts, addresses, lang_, introduction(facts)));
        page.headers.insert(page.headers.end(), {{"Cache-Control", "no-cache"}, link_to_linkset(asked_)});
        return page;
    }

private:
    // A number of fewer digits is the same goods; the standard's address of them has 14.
    std::optional<std::string> padded_address(const bench::ShoppersCode& code) const {
        if (!asked_.is_gtin) return {};
        const auto& key = code.key;
        if (http::path_pieces(asked_.path).at(1) == key) return {};
        const auto rest = asked_.path.find('/', 4);
        return asked_.base + "/01/" + key + (rest == std::string::npos ? "" : asked_.path.substr(rest)) +
               (request_.query.empty() ? "" : "?" + request_.query);
    }

    // How the producer introduces itself. The page does without where the store fails or does not answer.
    std::optional<store::Introduction> introduction(const bench::ShopperFacts& facts) const {
        if (!has_introduction(facts) || !services_.store_pulse.is_well()) return {};
        auto found = store::approved_introduction(services_.desk.store(), facts.product->producer);
        return found ? *std::move(found) : std::nullopt;
    }

    // Where the page in the other language is, from this page.
    std::string other_language() const {
        const auto own = asked_.is_gtin ? std::string(page_folder) + asked_.path : asked_.path;
        return with_parameter(own + asked_.query, lang_ == Lang::vi ? "lang=en" : "lang=vi");
    }

    http::HttpAnswer refuse(int status, const char* heading, const Message& why) const {
        auto answer = problem_document({status, why}, lang_);
        if (wants_json_) return answer;
        auto page = plain_page(status, trouble_page(heading, make_showable(say(why, lang_)), other_language(), lang_));
        page.headers.insert(page.headers.end(), answer.headers.begin(), answer.headers.end());
        return page;
    }

    http::HttpAnswer links(const bench::ShopperFacts& facts) const {
        return {.status = 200,
                .type =
                    kind_ == "application/json" || kind_ == "application/ld+json" ? kind_ : "application/linkset+json",
                .body = linkset(asked_, facts).dump() + "\n",
                .headers = {{"Cache-Control", "no-cache"},
                            {"Link",
                             "<" + asked_.base + std::string(context_path) +
                                 ">; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\""}}};
    }

    // What the lot book shows to everybody.
    http::HttpAnswer events(const bench::ShoppersCode& code) const {
        const auto document = services_.check.public_events(code.key, code.lot);
        if (!document) return Answer(document.error()).in(lang_);
        if (!*document) return refuse(404, "page.no_link", {"page.no_link_why", {std::string(events_type)}});
        return {.status = 200,
                .type = "application/ld+json",
                .body = (*document)->dump() + "\n",
                .headers = {{"Cache-Control", "no-cache"}}};
    }

    // The href that the linkset has for this type, in the reader's language.
    http::HttpAnswer link_of(const std::string& type) const {
        if (std::find(std::begin(link_types), std::end(link_types), type) == std::end(link_types))
            return refuse(404, "page.no_link", {"page.no_link_why", {type}});
        if (type == "defaultLink") return redirect(307, asked_.page(), asked_);
        if (type == events_type) return redirect(307, asked_.events(), asked_);
        return redirect(307, with_parameter(asked_.page(), lang_ == Lang::vi ? "lang=vi" : "lang=en"), asked_);
    }

    const http::HttpRequest& request_;
    Services& services_;
    Date today_;
    Lang lang_;
    Asked asked_;
    std::string kind_;
    bool wants_json_;
};

} // namespace

http::HttpAnswer product_answer(const http::HttpRequest& request, Place place, Services& services) {
    if (place == Place::style) return page_style(request);
    if (place == Place::resolver_description) return shared(resolver_description(request, services));
    if (place == Place::link_context) {
        auto context = json_answer(linkset_context());
        context.type = "application/ld+json";
        return shared(std::move(context));
    }
    if (request.method == "OPTIONS")
        return shared({.status = 204, .type = "", .headers = {{"Allow", std::string(methods_of_page)}}});
    const Call call{.request = request, .services = services, .lang = http::language_of(request)};
    if (request.method != "GET") {
        auto refused = problem_document({405, {"request.method", {request.method}}}, call.lang);
        refused.headers.emplace_back("Allow", std::string(methods_of_page));
        return shared(std::move(refused));
    }
    return shared(Resolver(request, place, services, call.today()).answer());
}

} // namespace temsao::serve
