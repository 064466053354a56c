// The floor of the server: Boost.Beast alone, one thread, which answers each request with so many bytes and does
// nothing else. Says its port, then serves until it is told to end: bench_echo BYTES. tests/bench/serve.py measures it.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Code = boost::system::error_code;

class Conversation : public std::enable_shared_from_this<Conversation> {
public:
    Conversation(asio::ip::tcp::socket socket, std::size_t bytes) : stream_(std::move(socket)), body_(bytes, ' ') {}

    void read() {
        request_ = {};
        stream_.expires_after(std::chrono::seconds(30));
        http::async_read(stream_, buffer_, request_, [self = shared_from_this()](Code failed, std::size_t) {
            if (!failed) self->write();
        });
    }

private:
    void write() {
        answer_ = {http::status::ok, request_.version()};
        answer_.set(http::field::content_type, "application/json");
        answer_.keep_alive(request_.keep_alive());
        answer_.body() = body_;
        answer_.prepare_payload();
        http::async_write(stream_, answer_, [self = shared_from_this()](Code failed, std::size_t) {
            if (!failed && self->answer_.keep_alive()) self->read();
        });
    }

    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    http::request<http::string_body> request_;
    http::response<http::string_body> answer_;
    std::string body_;
};

void accept(asio::ip::tcp::acceptor& door, std::size_t bytes) {
    door.async_accept([&door, bytes](Code failed, asio::ip::tcp::socket socket) {
        if (failed) return;
        socket.set_option(asio::ip::tcp::no_delay(true));
        std::make_shared<Conversation>(std::move(socket), bytes)->read();
        accept(door, bytes);
    });
}

} // namespace

int main(int count, char** words) {
    if (count != 2) return 64;
    asio::io_context waiting{1};
    asio::ip::tcp::acceptor door(waiting, {asio::ip::make_address("127.0.0.1"), 0});
    asio::signal_set told(waiting, SIGTERM, SIGINT);
    told.async_wait([&](Code, int) { waiting.stop(); });
    std::printf("%d\n", door.local_endpoint().port());
    std::fflush(stdout);
    accept(door, std::strtoul(words[1], nullptr, 10));
    waiting.run();
}
