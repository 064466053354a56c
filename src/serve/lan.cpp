#include "serve/lan.h"

#include "base/check.h"
#include "base/html.h"
#include "http/local_network.h"
#include "press/terminal_code.h"
#include "serve/plain_page.h"

#include <algorithm>

namespace temsao::serve {
namespace {

constexpr std::string_view certificate_path = "/lan/tem-sao-ca.crt";

std::string pairing_page(const std::string& server_url, Lang lang) {
    return page_frame(say({"lan.title", {}}, lang),
                      "<h1>" + page_words("lan.title", lang) + "</h1><p>" + page_words("lan.why", lang) +
                          "</p><ol><li><a class=\"button\" href=\"" + std::string(certificate_path) + "\">" +
                          page_words("lan.download", lang) + "</a></li><li>" + page_words("lan.install_android", lang) +
                          "<br>" + page_words("lan.install_iphone", lang) + "</li><li><strong>" +
                          page_words("lan.compare", lang) + "</strong> " + page_words("lan.compare_how", lang) +
                          "</li><li><a class=\"button\" href=\"" + escape(server_url) + "\">" +
                          page_words("lan.open", lang, {server_url}) + "</a></li></ol><p class=\"note\">" +
                          page_words("lan.note", lang) + "</p>",
                      lang == Lang::vi ? "/lan?lang=en" : "/lan?lang=vi",
                      lang);
}

} // namespace

Result<std::string> lan_address() {
    const auto all = http::local_addresses();
    const auto four = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.find(':') == one.npos; });
    if (four != all.end()) return *four;
    if (all.empty()) return error(Cause::missing, "serve.lan_none");
    return all.front();
}

Result<http::LocalCertificate>
lan_certificate(const std::filesystem::path& home, const std::string& address, std::int64_t now) {
    if (!http::is_local_address(address)) return error(Cause::usage, "serve.lan_public", {address});
    std::vector<std::string> names{address};
    for (auto&& name : http::local_addresses())
        if (name != address) names.push_back(std::move(name));
    names.push_back(http::local_name());
    return http::local_certificate(home / "lan", names, now);
}

std::string lan_words(const http::LocalCertificate& certificate, const std::string& pairing_url, Lang lang) {
    std::string words;
    if (certificate.is_new_authority)
        words +=
            say({"serve.lan_authority", {certificate.authority.string(), certificate.authority_ends.iso()}}, lang) +
            "\n";
    if (certificate.is_new)
        words +=
            say({"serve.lan_certificate", {certificate.certificate.string(), certificate.ends.shown(lang)}}, lang) +
            "\n";
    const auto code = press::terminal_code(pairing_url);
    ENSURE(code); // an address is short
    return words + say({"serve.lan_pair", {pairing_url}}, lang) + "\n" + *code +
           say({"serve.lan_fingerprint", {certificate.fingerprint}}, lang);
}

http::HttpAnswer
lan_answer(const http::HttpRequest& request, const std::string& authority_bytes, const std::string& server_url) {
    if (request.method != "GET") return {.status = 405, .type = "text/plain", .headers = {{"Allow", "GET, HEAD"}}};
    if (request.path == "/product.css") return page_style(request);
    if (request.path == "/") return {.status = 307, .type = "", .headers = {{"Location", "/lan"}}};
    if (request.path == certificate_path)
        return {.status = 200,
                .type = "application/x-x509-ca-cert",
                .body = authority_bytes,
                .headers = {{"Cache-Control", "no-store"}}};
    if (request.path != "/lan") return {.status = 404, .type = "text/plain"};
    return {.status = 200,
            .type = "text/html; charset=utf-8",
            .body = pairing_page(server_url, http::language_of(request)),
            .headers = {{"Cache-Control", "no-store"}}};
}

} // namespace temsao::serve
