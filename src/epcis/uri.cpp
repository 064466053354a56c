#include "epcis/uri.h"

#include "base/coding.h"
#include "base/pieces.h"
#include "gs1/digital_link.h"
#include "gs1/gtin.h"
#include "lots/codes.h"
#include "trace/trace_code.h"

#include <algorithm>

namespace temsao::epcis {
namespace {

constexpr std::string_view gs1_host = "https://id.gs1.org";

bool is_gtin(std::string_view product) {
    return product.size() == 14 && is_only_digits(product);
}

std::vector<std::string> pieces(std::string_view text, char between) {
    std::vector<std::string> all;
    for (bool goes_on = true; goes_on;) {
        goes_on = text.find(between) != text.npos;
        all.emplace_back(next_piece(text, between));
    }
    return all;
}

// "4012345.011111.L1" of urn:epc:class:lgtin: company, indicator and item, lot.
std::optional<lots::Lot> lot_of_urn(std::string_view rest) {
    const auto parts = pieces(rest, '.');
    if (parts.size() < 3 || parts[0].size() + parts[1].size() != 13 || parts[1].empty()) return {};
    const auto digits = parts[1].substr(0, 1) + parts[0] + parts[1].substr(1);
    if (!is_only_digits(digits)) return {};
    auto lot = std::string(rest.substr(parts[0].size() + parts[1].size() + 2));
    return lots::Lot{digits + gs1::check_digit(digits), percent_decode(lot, false)};
}

// "4012345.12345.0" of urn:epc:id:sgln, "4012345.12345" of pgln.
std::optional<std::string> gln_of_urn(std::string_view rest) {
    const auto parts = pieces(rest, '.');
    if (parts.size() < 2 || parts[0].size() + parts[1].size() != 12) return {};
    const auto digits = parts[0] + parts[1];
    if (!is_only_digits(digits) || (parts.size() > 2 && parts[2] != "0")) return {};
    return digits + gs1::check_digit(digits);
}

// After https://HOST, in pieces; empty for another kind of text.
std::vector<std::string> path_of(std::string_view uri) {
    const auto scheme = uri.find("://");
    if (scheme == uri.npos || (uri.substr(0, scheme) != "https" && uri.substr(0, scheme) != "http")) return {};
    const auto path = uri.find('/', scheme + 3);
    if (path == uri.npos) return {};
    auto all = pieces(uri.substr(path + 1, uri.find_first_of("?#") - path - 1), '/');
    for (auto& piece : all)
        piece = percent_decode(piece, false);
    return all;
}

bool takes(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

std::string lot_path(const lots::Lot& lot) {
    const bool has_gtin = is_gtin(lot.product);
    return (has_gtin ? "/01/" : "/sp/") + lot.product + (has_gtin ? "/10/" : "/lo/") + percent_encode(lot.lot);
}

bool is_escape(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    return text.size() > 2 && text[0] == '%' && digits.find(text[1]) != digits.npos &&
           digits.find(text[2]) != digits.npos;
}

// An address that can stand in a document as it is: "urn:" or "scheme://" and then only what RFC 3986 allows in a path,
// a query and a fragment.
bool is_address(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto scheme = text.substr(0, text.find(':'));
    if (scheme.empty() || !is_letter(scheme.front()) || !std::all_of(scheme.begin(), scheme.end(), [&](char c) {
            return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
        }))
        return false;
    auto rest = text.substr(scheme.size());
    const auto begin = scheme == "urn" ? std::string_view(":") : std::string_view("://");
    if (!takes(rest, begin) || rest.empty() || std::count(rest.begin(), rest.end(), '#') > 1) return false;
    constexpr std::string_view others = "-._~:/?#@!$&'()*+,;=";
    for (std::size_t i = 0; i < rest.size(); ++i)
        if (!is_letter(rest[i]) && !is_digit(rest[i]) && others.find(rest[i]) == others.npos &&
            !is_escape(rest.substr(i)))
            return false;
    return true;
}

} // namespace

std::string lot_uri(const lots::Lot& lot, std::string_view host) {
    return (is_gtin(lot.product) ? std::string(gs1_host) : "https://" + std::string(host)) + lot_path(lot);
}

std::optional<lots::Lot> lot_of(std::string_view uri) {
    if (takes(uri, "urn:epc:class:lgtin:")) return lot_of_urn(uri);
    const auto report = trace::parse(uri);
    if (!report.code || report.code->lot.empty()) return {};
    return lots::Lot{report.code->key(), report.code->lot};
}

std::string document_uri(const lots::Lot& lot, std::string_view host) {
    return "https://" + std::string(host) + "/epcis" + lot_path(lot);
}

std::string place_uri(std::string_view code, std::string_view host) {
    if (lots::is_gln(code)) return std::string(gs1_host) + "/414/" + std::string(code);
    return "https://" + std::string(host) + "/dd/" + std::string(code);
}

std::string party_uri(std::string_view code, std::string_view host) {
    if (lots::is_gln(code)) return std::string(gs1_host) + "/417/" + std::string(code);
    return place_uri(code, host);
}

std::optional<std::string> code_of(std::string_view uri) {
    for (const auto* start : {"urn:epc:id:sgln:", "urn:epc:id:pgln:"})
        if (takes(uri, start)) return gln_of_urn(uri);
    const auto path = path_of(uri);
    if (path.size() < 2) return {};
    const auto& key = path[path.size() - 2];
    const auto& code = path.back();
    if ((key == "414" || key == "417") && lots::is_gln(code)) return code;
    if (key == "dd" && lots::is_party_code(code)) return code;
    return {};
}

std::string paper_uri(std::string_view paper, std::string_view host) {
    if (is_address(paper)) return std::string(paper);
    return "https://" + std::string(host) + "/px/" + percent_encode(paper);
}

std::string paper_of(std::string_view uri, std::string_view host) {
    const auto start = "https://" + std::string(host) + "/px/";
    return uri.starts_with(start) ? percent_decode(uri.substr(start.size()), false) : std::string(uri);
}

std::string canonical_uri(const std::string& text) {
    const bool is_urn = text.starts_with("urn:epc:");
    if (!is_urn && !text.starts_with("http")) return text;
    if (is_urn) {
        if (const auto lot = lot_of(text)) return lot_uri(*lot, "");
        if (const auto gln = code_of(text))
            return text.starts_with("urn:epc:id:pgln:") ? party_uri(*gln, "") : place_uri(*gln, "");
        return text;
    }
    const auto path = path_of(text);
    if (path.empty() || (path.front() != "01" && path.front() != "414" && path.front() != "417")) return text;
    if (path.front() != "01") {
        const auto gln = code_of(text);
        if (!gln) return text;
        return path.front() == "417" ? party_uri(*gln, "") : place_uri(*gln, "");
    }
    const auto lot = lot_of(text);
    return lot && is_gtin(lot->product) ? lot_uri(*lot, "") : text;
}

} // namespace temsao::epcis
