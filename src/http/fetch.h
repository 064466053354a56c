#pragma once
// One request to another machine's server, with limits of time and bytes; only fetch.cpp uses libcurl.
// Redirects are not followed, and only http:// and https:// are spoken; certificates are checked against those of the
// system. A proxy is taken from the environment, as curl does. Any thread.
#include "base/result.h"

#include <chrono>
#include <cstdint>

namespace temsao::http {

struct Errand {
    std::string url;
    std::string body = {};                                    // sent by POST; empty: GET
    std::chrono::seconds patience = std::chrono::seconds(10); // for everything
    std::size_t most_bytes = 1 << 20;                         // of the answer
};

struct Fetched {
    int status = 0;
    std::string body;

    bool is_ok() const { return status == 200; }
};

// Any status is an answer. Errors (Cause::io): fetch.failed {url, why}; fetch.too_large {url, most bytes}.
Result<Fetched> fetch(const Errand& errand);

} // namespace temsao::http
