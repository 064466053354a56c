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

} // namespace

std::string lot_uri(const lots::Lot& lot, std::string_view host) {
    if (is_gtin(lot.product)) return std::string(gs1_host) + "/01/" + lot.product + "/10/" + percent_encode(lot.lot);
    return "https://" + std::string(host) + "/sp/" + lot.product + "/lo/" + percent_encode(lot.lot);
}

std::optional<lots::Lot> lot_of(std::string_view uri) {
    if (takes(uri, "urn:epc:class:lgtin:")) return lot_of_urn(uri);
    const auto report = trace::parse(uri);
    if (!report.code || report.code->lot.empty()) return {};
    return lots::Lot{report.code->key(), report.code->lot};
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
    if (paper.find("://") != paper.npos || paper.starts_with("urn:")) return std::string(paper);
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
