#pragma once
// HTTP as the rest of the server sees it: a request that was read within its limits, and an answer to write. No types
// of a library. To add a route, this header and route.h are enough. Values; any thread.
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>

namespace temsao::http {

struct HttpRequest {
    std::string method;                         // "GET"; HEAD arrives as GET, and the answer's body is not sent
    std::string path;                           // as sent, still percent-coded, without the query
    std::string query;                          // as sent, without the question mark
    std::map<std::string, std::string> headers; // names in lower case; if a header is repeated, the last value wins
    std::string body;                           // for routes that keep it in memory
    std::filesystem::path body_file;            // for routes that stream it to the disk; deleted after the answer
    std::string peer;                           // the client's address, or the one that a proxy on this machine gives
    std::string client;                         // whom `peer` counts as, for limits (client.h)
    bool is_own_machine = false;                // from loopback and not through a proxy
    bool is_secure = false;                     // over TLS, to us or to the proxy

    std::string header(const std::string& lower_case_name) const; // empty when absent
    std::string cookie(std::string_view name) const;              // empty when absent
    // A parameter of the query, decoded; empty when absent.
    std::string parameter(std::string_view name) const;
    bool has_parameter(std::string_view name) const;
};

struct HttpAnswer {
    int status = 200;
    std::string type = "application/json";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::filesystem::path file = {}; // sent instead of the body
};

// `path` split at its slashes and decoded: "/01/0952…/10/A%2F1" -> 01, 0952…, 10, A/1. A slash at the end gives an
// empty last piece.
std::vector<std::string> path_pieces(std::string_view path);

// ?lang=, else the first language of Accept-Language that we support, else Vietnamese.
Lang language_of(const HttpRequest& request);

// The best of `offers` by Accept (RFC 9110 12.5.1), the first of equals; empty when none is acceptable.
std::optional<std::string_view> negotiated(std::string_view accept, const std::vector<std::string_view>& offers);

// A 304 answer without body if If-None-Match names `etag`; else the answer with that ETag.
HttpAnswer with_etag(const HttpRequest& request, HttpAnswer answer, const std::string& etag);

std::string status_words(int status); // "Not Found"

} // namespace temsao::http
