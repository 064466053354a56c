#pragma once
// Listener: the HTTP server itself; Boost.Beast and Asio stay within this folder. One thread does all input and output;
// work is handed to workers, so that a stalled or slow connection costs only a few kilobytes. All input has limits: 16
// KB for the header; for the body, what its plan says (more is answered 413 before it is read); ListenerPlan has the
// times, the connections, and what clients may hold. HTTP by RFC 9110 and 9112; ranges of files.
#include "http/http.h"
#include "http/loads.h"

#include <chrono>
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
    bool answers_at_once = false;                        // whatever the body is: it is not read
};

// How long the other side may take.
struct Patience {
    std::chrono::milliseconds header{10'000}, idle{30'000}, handshake{10'000}, farewell{2'000};
    // A body and an answer may take as long as they like, if they move: so many bytes in so long, or their end.
    std::chrono::milliseconds pace{30'000};
    std::uint64_t least_bytes = 32 * 1024;
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
    std::filesystem::path uploads; // folder for streamed bodies
    Patience patience = {};
    std::size_t most_connections = 2000; // places.h says who gets them
    LoadLimits loads = {.of_all = {.memory = 48 << 20, .disk = 2ull << 30, .requests = 1500},
                        .of_one = {.memory = 12 << 20, .disk = 256 << 20, .requests = 128}};
    // The words of 400, 404, 413, 429, 431, 501, 503; of the request what is known.
    std::function<HttpAnswer(int status, const HttpRequest&)> refusal;
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
