#pragma once
// Answer head: the status line and header of an answer as they are sent, and which part of a file was asked for
// (RFC 9110 14). Pure; any thread.
#include "http/http.h"

namespace temsao::http {

// What of a file is sent: all of it with 200, a part with 206, nothing with 416.
struct Portion {
    int status = 200;
    std::uint64_t first = 0, count = 0;
    std::string content_range = {}; // empty for all of it
};

// By Range, one range of bytes, unless If-Range names another ETag than the answer's. A Range that is not understood,
// or of several parts, is as if it were not there.
Portion portion_asked(const HttpRequest& request, const HttpAnswer& answer, std::uint64_t size);

struct HeadFacts {
    int status = 200;
    std::optional<std::uint64_t> length; // Content-Length; empty: none is sent
    bool is_file = false;
    std::string content_range = {};
    bool keeps = false;   // the connection goes on
    std::string day = {}; // Date, as http_day() writes it
};

std::string head_text(const HttpAnswer& answer, const HeadFacts& facts);

std::string http_day(std::int64_t seconds); // since 1970: "Sun, 06 Nov 1994 08:49:37 GMT"

} // namespace temsao::http
