#pragma once
// Listener: the HTTP server proper, the one user of Boost.Beast and Asio. One thread does all the waiting; what must be
// thought about is handed to workers, so that a connection which stalls or dribbles costs a few kilobytes and nothing
// else. Nothing from outside is taken without a limit: bytes of the header (16 KB), bytes of the body (as the plan
// says; more is answered 413 before it is read), and time: 10 s for a header, 60 s for a body, 30 s for the answer to
// be taken, 30 s between two requests of a connection; at most 2,000 connections.
#include "http/http.h"

#include <atomic>
#include <functional>

namespace temsao::http {

// How a request's body is taken and who works on it.
struct BodyPlan {
    std::uint64_t most_bytes = 0;
    bool to_file = false; // streamed to a temporary file: HttpRequest::body_file
};

using Reply = std::function<void(HttpAnswer)>; // once, from any thread

// An address to listen on, and who answers there.
struct DoorPlan {
    std::string address;
    std::uint16_t port = 0;            // 0: any free one
    std::filesystem::path certificate; // PEM files, read again when they change; both empty: no TLS
    std::filesystem::path key;
    std::function<BodyPlan(const HttpRequest&)> body_of; // asked when the header is read; on the waiting thread
    std::function<void(HttpRequest, Reply)> answer;      // must not block; on the waiting thread
};

struct ListenerPlan {
    std::vector<DoorPlan> doors;
    std::filesystem::path uploads;                 // where bodies are streamed to
    std::function<HttpAnswer(int status)> refusal; // the words of 400, 408, 413, 431, 503
    std::function<void(const HttpRequest&, int status, std::uint64_t bytes, double seconds)> done; // for logs, metrics
    std::function<void(const std::vector<std::uint16_t>& ports)> ready; // it listens, on a port for each door
    std::function<void(const Error&)> not_renewed; // certificate or key changed and cannot be used: the old ones stay
    std::function<void()> ended;                   // nothing is answered any more: whoever holds a Reply must let go
};

// Serves until SIGTERM or SIGINT: then it takes no new connections, answers what has begun (for up to 20 s) and
// returns. Errors: serve.address {address}, serve.listen {address, why}, serve.certificate {file, why}.
Outcome listen_until_told(const ListenerPlan& plan);

std::uint64_t open_connections(); // at this moment, of this process

} // namespace temsao::http
