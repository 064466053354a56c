#include "http/listener.h"

#include "catch.h"

#include <arpa/inet.h>
#include <csignal>
#include <future>
#include <unistd.h>

using namespace temsao;
using namespace temsao::http;

namespace {

// Sends `text` to our own machine, and gives all that comes back until the other side closes.
std::string exchanged(std::uint16_t port, const std::string& text) {
    const int connection = socket(AF_INET, SOCK_STREAM, 0);
    REQUIRE(connection >= 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(connect(connection, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    REQUIRE(write(connection, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    std::string got;
    char some[1000];
    for (ssize_t count = 0; (count = read(connection, some, sizeof some)) > 0;)
        got.append(some, static_cast<std::size_t>(count));
    close(connection);
    return got;
}

} // namespace

TEST_CASE("a request is planned once, when its header is read, and the plan goes with it to its end") {
    int planned = 0;
    std::vector<std::string> ended; // route and status of each request; both on the listener's thread
    std::promise<std::uint16_t> port;
    ListenerPlan plan;
    plan.endpoints.push_back(
        {.address = "127.0.0.1", .port = 0, .certificate = {}, .key = {}, .plan = [&](const HttpRequest& request) {
             const auto route = "route " + std::to_string(++planned);
             return RequestPlan{.body = {.most_bytes = request.path == "/small" ? 1U : 10U},
                                .route = route,
                                .answer = [route](const HttpRequest& asked, const Reply& reply) {
                                    reply({.type = "text/plain", .body = route + ": " + asked.body});
                                }};
         }});
    plan.refusal = [](int status) { return HttpAnswer{.status = status, .type = "text/plain", .body = "refused"}; };
    plan.done = [&](const HttpRequest&, const std::string& route, int status, std::uint64_t, double) {
        ended.push_back(route + " " + std::to_string(status));
    };
    plan.ready = [&](const std::vector<std::uint16_t>& ports) { port.set_value(ports.at(0)); };
    auto listened = std::async(std::launch::async, [&] { return listen_until_told(plan); });
    const auto at = port.get_future().get();

    const std::string head = " HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\n";
    const auto two =
        exchanged(at, "POST /a" + head + "\r\nfirst" + "POST /b" + head + "Connection: close\r\n\r\nother");
    const auto too_long = exchanged(at, "POST /small" + head + "\r\nthird");
    const auto none = exchanged(at, "this is no request\r\n\r\n");
    REQUIRE(kill(getpid(), SIGTERM) == 0);
    REQUIRE(listened.get().ok());

    CHECK(two.find("route 1: first") != two.npos);
    CHECK(two.find("route 2: other") != two.npos);
    CHECK(too_long.starts_with("HTTP/1.1 413"));
    CHECK(none.starts_with("HTTP/1.1 400"));
    CHECK(planned == 3);
    CHECK(ended == std::vector<std::string>{"route 1 200", "route 2 200", "route 3 413", " 400"});
}
