#include "http/listener.h"

#include "catch.h"

#include <arpa/inet.h>
#include <csignal>
#include <fstream>
#include <future>
#include <unistd.h>

using namespace temsao;
using namespace temsao::http;
using namespace std::chrono_literals;

namespace {

// A connection to our own machine, from any address of it.
class Line {
public:
    explicit Line(std::uint16_t port, const char* from = "127.0.0.1") : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
        REQUIRE(socket_ >= 0);
        const timeval patience{600, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        const auto mine = address(from, 0), to = address("127.0.0.1", port);
        REQUIRE(bind(socket_, reinterpret_cast<const sockaddr*>(&mine), sizeof mine) == 0);
        REQUIRE(connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    }

    ~Line() { close(socket_); }

    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    // False when the other side has closed.
    bool send(const std::string& text) {
        return ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    }

    // All that comes back until the other side closes.
    std::string rest() {
        std::string got;
        char some[4000];
        for (ssize_t count = 0; (count = read(socket_, some, sizeof some)) > 0;)
            got.append(some, static_cast<std::size_t>(count));
        return got;
    }

    // What comes back until `end` has come.
    std::string until(const std::string& end) {
        std::string got;
        char one = 0;
        while (!got.ends_with(end) && read(socket_, &one, 1) == 1)
            got += one;
        return got;
    }

    // The system keeps no more than this of what was not read yet, or a little more.
    void keep_little(int bytes) const { setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes); }

private:
    static sockaddr_in address(const char* text, std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        inet_pton(AF_INET, text, &address.sin_addr);
        return address;
    }

    int socket_;
};

// A listener in a thread of its own, which answers each request with its route and its body.
class Listening {
public:
    explicit Listening(const std::function<void(ListenerPlan&)>& change = {},
                       std::function<HttpAnswer(const HttpRequest&)> answers = {})
        : answer(std::move(answers)) {
        plan.endpoints.push_back(
            {.address = "127.0.0.1", .port = 0, .certificate = {}, .key = {}, .plan = [this](const HttpRequest& asked) {
                 return planned(asked);
             }});
        plan.refusal = [](int status, const HttpRequest&) {
            return HttpAnswer{.status = status, .type = "text/plain", .body = "refused"};
        };
        plan.done = [this](const HttpRequest& asked, const std::string& route, int status, std::uint64_t, double) {
            ended.push_back(route + " " + asked.method + asked.path + " " + std::to_string(status));
        };
        plan.ready = [this](const std::vector<std::uint16_t>& ports) { ready_.set_value(ports.at(0)); };
        if (change) change(plan);
        thread_ = std::async(std::launch::async, [this] { return listen_until_told(plan); });
        port = ready_.get_future().get();
    }

    ~Listening() { stop(); }

    void stop() {
        if (!thread_.valid()) return;
        CHECK(kill(getpid(), SIGTERM) == 0);
        CHECK(thread_.get().ok());
    }

    // What comes back for `text` from a connection of its own.
    std::string asked(const std::string& text, const char* from = "127.0.0.1") const {
        Line line(port, from);
        CHECK(line.send(text));
        return line.rest();
    }

    ListenerPlan plan;
    const std::function<HttpAnswer(const HttpRequest&)> answer; // instead of route and body
    std::vector<std::string> ended;                             // on the listener's thread
    std::uint16_t port = 0;

private:
    RequestPlan planned(const HttpRequest& request) {
        const auto route = "route " + std::to_string(++planned_);
        return RequestPlan{.body = {.most_bytes = request.path == "/small" ? 1U : 100'000U},
                           .route = route,
                           .answer =
                               [this, route](const HttpRequest& asked, const Reply& reply) {
                                   if (answer) return reply(answer(asked));
                                   reply({.type = "text/plain", .body = route + ": " + asked.body});
                               },
                           .answers_at_once = request.path == "/nowhere"};
    }

    int planned_ = 0;
    std::promise<std::uint16_t> ready_;
    std::future<Outcome> thread_;
};

std::string post(const std::string& path, const std::string& body, const std::string& more = "") {
    return "POST " + path + " HTTP/1.1\r\nHost: here\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           more + "\r\n" + body;
}

std::string get(const std::string& path, const std::string& more = "") {
    return "GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n" + more + "\r\n";
}

} // namespace

TEST_CASE("a request is planned once, when its header is read, and the plan goes with it to its end") {
    Listening server;
    const auto two = server.asked(post("/a", "first") + post("/b", "other", "Connection: close\r\n"));
    const auto too_long = server.asked(post("/small", "third"));
    server.stop();
    CHECK(two.find("route 1: first") != two.npos);
    CHECK(two.find("route 2: other") != two.npos);
    CHECK(too_long.starts_with("HTTP/1.1 413"));
    CHECK(server.ended ==
          std::vector<std::string>{"route 1 POST/a 200", "route 2 POST/b 200", "route 3 POST/small 413"});
}

TEST_CASE("a malformed second request is refused and logged as itself, not as the first") {
    Listening server;
    const auto none = server.asked("HEAD /a HTTP/1.1\r\nHost: here\r\n\r\nthis is no request\r\n\r\n");
    server.stop();
    CHECK(none.find("HTTP/1.1 400 Bad Request") != none.npos);
    CHECK(none.ends_with("refused")); // with a body, though HEAD was asked before
    CHECK(server.ended == std::vector<std::string>{"route 1 GET/a 200", "  400"});
}

TEST_CASE("what could be read in two ways is refused, and the connection ends") {
    Listening server;
    const auto status_of = [&](const std::string& headers) {
        const auto got = server.asked("POST /a HTTP/1.1\r\n" + headers + "\r\n5\r\nhello\r\n0\r\n\r\n" + get("/b"));
        CHECK(got.find("route") == got.npos);
        return got.substr(9, 3);
    };
    CHECK(status_of("Transfer-Encoding: chunked\r\n") == "400");
    CHECK(status_of("Host: a\r\nHost: a\r\nTransfer-Encoding: chunked\r\n") == "400");
    CHECK(status_of("Host: a\r\nTransfer-Encoding: gzip\r\n") == "501");
    CHECK(status_of("Host: a\r\nTransfer-Encoding: gzip\r\nContent-Length: 5\r\n") == "400");
    CHECK(status_of("Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n") == "400");
    const auto chunked =
        "POST http://here/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhello\r\n0\r\n\r\n";
    CHECK(server.asked(chunked).find(": hello") != std::string::npos);
}

TEST_CASE("what no body could change is answered without it") {
    Listening server;
    const auto got = server.asked("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\nbegin");
    CHECK(got.starts_with("HTTP/1.1 200"));
    CHECK(got.find("Connection: close") != got.npos);
}

TEST_CASE("a file is sent whole, in part, or not at all, as its range says") {
    const auto file = std::filesystem::temp_directory_path() / ("temsao-range-" + std::to_string(getpid()));
    std::string content;
    for (int i = 0; content.size() < 300'000; ++i)
        content += std::to_string(i) + "\n";
    std::ofstream(file) << content;
    Listening server({}, [&](const HttpRequest&) { return HttpAnswer{.headers = {{"ETag", "\"1\""}}, .file = file}; });
    const auto body = [](const std::string& answer) { return answer.substr(answer.find("\r\n\r\n") + 4); };
    const auto whole = server.asked(get("/f"));
    CHECK(whole.find("Accept-Ranges: bytes\r\n") != whole.npos);
    CHECK((body(whole) == content));
    const auto part = server.asked(get("/f", "Range: bytes=100000-250000\r\n"));
    CHECK(part.starts_with("HTTP/1.1 206 Partial Content\r\n"));
    CHECK(part.find("Content-Range: bytes 100000-250000/" + std::to_string(content.size())) != part.npos);
    CHECK((body(part) == content.substr(100'000, 150'001)));
    const auto beyond = server.asked(get("/f", "Range: bytes=900000-\r\n"));
    CHECK(beyond.starts_with("HTTP/1.1 416"));
    CHECK(body(beyond).empty());
    std::filesystem::remove(file);
}

TEST_CASE("a body is whole, whichever part of it came with its header") {
    Listening server;
    const auto chunked = "POST /b HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                         "5\r\nother\r\n6;a=b\r\n words\r\n0\r\n\r\n";
    for (const auto& second : {post("/b", "other words", "Connection: close\r\n"), std::string(chunked)})
        for (std::size_t cut = 0; cut <= second.size(); ++cut) {
            Line line(server.port);
            REQUIRE(line.send(post("/a", "first") + second.substr(0, cut))); // read together, in most runs
            REQUIRE(line.until("first").ends_with(": first"));
            REQUIRE((cut == second.size() || line.send(second.substr(cut))));
            INFO(second.substr(0, cut));
            REQUIRE(line.rest().ends_with(": other words"));
        }
}

TEST_CASE("an answer that the system does not take at once arrives whole, and the next one after it") {
    std::string long_text;
    for (int i = 0; long_text.size() < 3'000'000; ++i)
        long_text += std::to_string(i) + "\n";
    Listening server({}, [&](const HttpRequest& asked) {
        return HttpAnswer{.type = "text/plain", .body = asked.path == "/long" ? long_text : "short"};
    });
    Line line(server.port);
    line.keep_little(4096);
    REQUIRE(line.send("GET /long HTTP/1.1\r\nHost: here\r\n\r\n" + get("/short")));
    const auto head = line.until("\r\n\r\n");
    CHECK(head.starts_with("HTTP/1.1 200"));
    const auto rest = line.rest();
    CHECK((rest.substr(0, long_text.size()) == long_text));
    CHECK(rest.substr(long_text.size()).starts_with("HTTP/1.1 200"));
    CHECK(rest.ends_with("short"));
}

TEST_CASE("a body and an answer that move take as long as they like, and what stalls is closed") {
    Listening server([](ListenerPlan& plan) {
        plan.patience.pace = 3s;
        plan.patience.least_bytes = 1000;
    });
    const auto whole = post("/a", std::string(6000, 'x'), "Connection: close\r\n");
    Line paced(server.port), stalled(server.port);
    CHECK(stalled.send(whole.substr(0, whole.size() - 1)));
    CHECK(paced.send(whole.substr(0, whole.size() - 6000)));
    for (int i = 0; i < 5; ++i) { // 1,200 bytes a second: longer than the three seconds, and within its pace
        CHECK(paced.send(std::string(1200, 'x')));
        std::this_thread::sleep_for(1s);
    }
    CHECK(paced.rest().starts_with("HTTP/1.1 200"));
    CHECK(stalled.rest().empty());
}

TEST_CASE("a client whose requests hold its share hears so before its body is read, and another is served") {
    Listening server([](ListenerPlan& plan) {
        plan.loads = {.of_all = {.memory = 1000, .disk = 0, .requests = 9},
                      .of_one = {.memory = 300, .disk = 0, .requests = 9}};
    });
    Line holder(server.port, "127.0.0.2");
    const auto long_one = post("/a", std::string(300, 'x'), "Connection: close\r\n");
    CHECK(holder.send(long_one.substr(0, long_one.size() - 1))); // one byte is missing: it holds its share
    std::string refused;
    for (int i = 0; i < 1000 && !refused.starts_with("HTTP/1.1 429"); ++i) // until the first header is read
        refused = server.asked(post("/b", "a body", "Connection: close\r\n"), "127.0.0.2");
    CHECK(refused.starts_with("HTTP/1.1 429"));
    CHECK(server.asked(post("/c", "a body", "Connection: close\r\n"), "127.0.0.3").starts_with("HTTP/1.1 200"));
    CHECK(holder.send("x"));
    CHECK(holder.rest().starts_with("HTTP/1.1 200"));
    CHECK(server.asked(post("/b", "a body", "Connection: close\r\n"), "127.0.0.2").starts_with("HTTP/1.1 200"));
}
