#pragma once
// Listener: the HTTP server itself; only this file uses Boost.Beast and Asio. One thread does all input and output;
// work is handed to workers, so that a stalled or slow connection costs only a few kilobytes. All input has limits: 16
// KB for the header; for the body, what its plan says (more is answered 413 before it is read); 10 s for a header, 60 s
// for a body, 30 s to take the answer, 30 s between two requests of a connection; at most 2,000 connections.
#include "http/http.h"

#include <atomic>
#include <functional>

namespace temsao::http {

// How a request's body is taken.
struct BodyPlan {
    std::uint64_t most_bytes = 0;
    bool to_file = false; // streamed to a temporary file: HttpRequest::body_file
};

using Reply = std::function<void(HttpAnswer)>; // call it once, from any thread

// What is decided about a request when its header is read, once: the rest follows from it.
struct RequestPlan {
    BodyPlan body = {};
    std::string route = {};                              // what logs and metrics name it by
    std::function<void(HttpRequest, Reply)> answer = {}; // must not block; on the listener's thread
};

// An address to listen on, with its handlers.
struct EndpointPlan {
    std::string address;
    std::uint16_t port = 0;            // 0: any free one
    std::filesystem::path certificate; // PEM files, read again when they change; both empty: no TLS
    std::filesystem::path key;
    std::function<RequestPlan(const HttpRequest&)>
        plan; // called once, when the header is read; on the listener's thread
};

struct ListenerPlan {
    std::vector<EndpointPlan> endpoints;
    std::filesystem::path uploads;                 // folder for streamed bodies
    std::function<HttpAnswer(int status)> refusal; // the words of 400, 408, 413, 431, 503
    // For logs and metrics; `route` is of the RequestPlan, empty when no whole header was read, and so is the request.
    std::function<void(const HttpRequest&, const std::string& route, int status, std::uint64_t bytes, double seconds)>
        done;
    std::function<void(const std::vector<std::uint16_t>& ports)> ready; // it listens; one port per endpoint
    std::function<void(const Error&)> not_renewed; // a changed certificate or key cannot be used; the old ones stay
    std::function<void()> ended;                   // no more answers are sent: release every Reply still held
};

// Serves until SIGTERM or SIGINT; then it takes no new connections, finishes begun requests (for up to 20 s) and
// returns. Errors: serve.address {address}, serve.listen {address, why}, serve.certificate {file, why}.
Outcome listen_until_told(const ListenerPlan& plan);

std::uint64_t open_connections(); // now, of this process

} // namespace temsao::http
