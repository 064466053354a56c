#include "serve/plain_page.h"

#include "base/html.h"
#include "job/version.h"
#include "serve/product_style.h"

namespace temsao::serve {

std::string page_words(const char* id, Lang lang, std::vector<std::string> facts) {
    return escape(say({id, std::move(facts)}, lang));
}

std::string page_frame(const std::string& title, const std::string& body, const std::string& other, Lang lang) {
    const auto link = other.empty()
                          ? std::string()
                          : "<a lang=\"" + std::string(lang == Lang::vi ? "en" : "vi") + "\" href=\"" + escape(other) +
                                "\">" + (lang == Lang::vi ? "English" : "Tiếng Việt") + "</a>";
    return "<!doctype html><html lang=\"" + std::string(lang == Lang::vi ? "vi" : "en") +
           "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
           "<meta name=\"color-scheme\" content=\"light dark\"><title>" +
           escape(title) +
           "</title><link rel=\"stylesheet\" href=\"/product.css\"></head><body><header><span>OCOP · Tem Sao</span>" +
           link + "</header><main>" + body + "</main></body></html>\n";
}

http::HttpAnswer plain_page(int status, std::string document) {
    return {.status = status,
            .type = "text/html; charset=utf-8",
            .body = std::move(document),
            .headers = {{"Content-Security-Policy",
                         "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                         "frame-ancestors 'none'"}}};
}

http::HttpAnswer page_style(const http::HttpRequest& request) {
    return http::with_etag(request,
                           {.status = 200,
                            .type = "text/css; charset=utf-8",
                            .body = product_style,
                            .headers = {{"Cache-Control", "max-age=3600"}}},
                           std::string("\"") + job::version + "-" +
                               std::to_string(std::hash<std::string_view>{}(product_style)) + "\"");
}

} // namespace temsao::serve
