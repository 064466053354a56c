#include "http/listener.h"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <chrono>
#include <csignal>
#include <list>
#include <memory>
#include <unistd.h>
#include <unordered_map>

namespace temsao::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using Code = boost::system::error_code;
using namespace std::chrono_literals;

constexpr std::uint32_t most_header_bytes = 16 * 1024;
constexpr std::size_t most_connections = 2000;
constexpr std::uint64_t most_drained_bytes = 256 * 1024; // of a body that was refused, so that the answer arrives
constexpr auto header_time = 10s, body_time = 60s, answer_time = 30s, idle_time = 30s, handshake_time = 10s,
               farewell_time = 2s, drain_time = 20s;

std::atomic<std::uint64_t> connections{0};

std::string lower_case(beast::string_view text) {
    std::string lower(text);
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return lower;
}

// What all connections share.
struct Server {
    const ListenerPlan& plan;
    bool is_closing = false;
    std::unordered_map<void*, std::function<void()>> open = {}; // each with what closes it if it waits for a request
    std::function<void()> when_empty = {};
    std::uint64_t uploads = 0;   // to name their files
    asio::io_context waiting{1}; // ends first: connections that it still holds look at the rest
};

// One connection: header, body, answer, and again. Lives as long as one of its steps is pending.
template <class Stream>
class Connection : public std::enable_shared_from_this<Connection<Stream>> {
public:
    static constexpr bool is_tls = !std::is_same_v<Stream, beast::tcp_stream>;

    Connection(Server& server, const EndpointPlan& endpoint, Stream stream, std::string peer)
        : server_(server),
          endpoint_(endpoint),
          stream_(std::move(stream)),
          peer_(std::move(peer)) {
        ++connections;
        server_.open.emplace(this, [this] {
            if (is_idle_) close();
        });
    }

    ~Connection() {
        --connections;
        server_.open.erase(this);
        remove_upload();
        if (server_.is_closing && server_.open.empty() && server_.when_empty) server_.when_empty();
    }

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start() {
        if constexpr (is_tls) {
            expires(handshake_time);
            stream_.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](Code failed) {
                if (!failed) self->read_header(header_time);
            });
        } else {
            read_header(header_time);
        }
    }

private:
    void expires(std::chrono::seconds time) { beast::get_lowest_layer(stream_).expires_after(time); }

    void read_header(std::chrono::seconds time) {
        is_idle_ = true;
        request_ = {};
        plan_ = {};
        header_.emplace();
        header_->header_limit(most_header_bytes);
        header_->body_limit(boost::none); // judged below, by the route
        expires(time);
        http::async_read_header(
            stream_, buffer_, *header_, [self = this->shared_from_this()](Code failed, std::size_t) {
                self->header_read(failed);
            });
    }

    void header_read(Code failed) {
        is_idle_ = false;
        if (failed == http::error::header_limit) return refuse(431);
        if (failed && failed.category() == http::make_error_code(http::error::bad_value).category() &&
            failed != http::error::end_of_stream)
            return refuse(400);
        if (failed) return close();
        began_ = std::chrono::steady_clock::now();
        take_header(header_->get());
        const auto length = header_->content_length();
        plan_ = endpoint_.plan(request_);
        if (length && *length > plan_.body.most_bytes) return refuse(413);
        if (header_->is_done()) return answer();
        if (beast::iequals(header_->get()[http::field::expect], "100-continue")) {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            expires(answer_time);
            asio::async_write(
                stream_, asio::buffer(go_on), [self = this->shared_from_this()](Code not_sent, std::size_t) {
                    if (!not_sent) self->read_body();
                });
            return;
        }
        read_body();
    }

    void take_header(const http::request_header<>& header) {
        is_head_ = header.method() == http::verb::head;
        request_.method = is_head_ ? "GET" : std::string(header.method_string());
        const auto target = header.target();
        const auto question = target.find('?');
        request_.path = std::string(target.substr(0, question));
        if (question != target.npos) request_.query = std::string(target.substr(question + 1));
        for (const auto& field : header)
            request_.headers[lower_case(field.name_string())] = std::string(field.value());
        // A proxy on this machine speaks for those it serves; nobody else is believed.
        const bool is_loopback = peer_ == "::1" || peer_.starts_with("127.");
        const auto forwarded = request_.header("x-forwarded-for");
        request_.peer = peer_;
        request_.is_own_machine = is_loopback && forwarded.empty();
        request_.is_secure = is_tls || (is_loopback && request_.header("x-forwarded-proto") == "https");
        if (is_loopback && !forwarded.empty()) {
            const auto last = forwarded.find_last_of(", ");
            request_.peer = last == forwarded.npos ? forwarded : forwarded.substr(last + 1);
        }
        keeps_ = header_->keep_alive();
    }

    void read_body() {
        expires(body_time);
        if (plan_.body.to_file) {
            request_.body_file = server_.plan.uploads /
                                 ("upload-" + std::to_string(::getpid()) + "-" + std::to_string(++server_.uploads));
            file_body_.emplace(std::move(*header_));
            file_body_->body_limit(plan_.body.most_bytes);
            Code failed;
            file_body_->get().body().open(request_.body_file.c_str(), beast::file_mode::write_new, failed);
            if (failed) return refuse(503);
            http::async_read(
                stream_, buffer_, *file_body_, [self = this->shared_from_this()](Code not_read, std::size_t) {
                    if (self->is_read(not_read)) {
                        self->file_body_.reset(); // closes the file
                        self->answer();
                    }
                });
            return;
        }
        text_body_.emplace(std::move(*header_));
        text_body_->body_limit(plan_.body.most_bytes);
        http::async_read(stream_, buffer_, *text_body_, [self = this->shared_from_this()](Code not_read, std::size_t) {
            if (self->is_read(not_read)) {
                self->request_.body = std::move(self->text_body_->get().body());
                self->text_body_.reset();
                self->answer();
            }
        });
    }

    bool is_read(Code failed) {
        if (!failed) return true;
        if (failed == http::error::body_limit)
            refuse(413);
        else if (failed != beast::error::timeout &&
                 failed.category() == http::make_error_code(http::error::bad_value).category())
            refuse(400);
        else
            close();
        return false;
    }

    void answer() {
        beast::get_lowest_layer(stream_).expires_never(); // the workers' time is not the client's fault
        upload_ = request_.body_file;
        plan_.answer(request_, [self = this->shared_from_this()](HttpAnswer answer) mutable {
            auto& waiting = self->server_.waiting;
            asio::post(waiting, [self = std::move(self), answer = std::move(answer)]() mutable {
                self->write(std::move(answer));
            });
        });
    }

    void refuse(int status) {
        keeps_ = false;
        is_refused_ = true;
        write(server_.plan.refusal(status));
    }

    void write(HttpAnswer answer) {
        status_ = answer.status;
        remove_upload();
        if (server_.is_closing) keeps_ = false;
        if (!answer.file.empty()) return write_file(std::move(answer));
        text_answer_.emplace();
        fill_head(*text_answer_, answer);
        text_answer_->body() = std::move(answer.body);
        text_answer_->content_length(text_answer_->body().size());
        sent_bytes_ = text_answer_->body().size();
        if (is_head_) text_answer_->body().clear();
        if (status_ == 304 || status_ == 204) text_answer_->erase(http::field::content_length);
        expires(answer_time);
        text_writer_.emplace(*text_answer_);
        http::async_write(stream_, *text_writer_, [self = this->shared_from_this()](Code failed, std::size_t) {
            self->written(failed);
        });
    }

    void write_file(HttpAnswer answer) {
        file_answer_.emplace();
        Code failed;
        file_answer_->body().open(answer.file.c_str(), beast::file_mode::scan, failed);
        if (failed) {
            file_answer_.reset();
            return write(server_.plan.refusal(404));
        }
        fill_head(*file_answer_, answer);
        sent_bytes_ = file_answer_->body().size();
        file_answer_->content_length(sent_bytes_);
        expires(answer_time);
        file_writer_.emplace(*file_answer_);
        const auto then = [self = this->shared_from_this()](Code not_sent, std::size_t) { self->written(not_sent); };
        if (is_head_)
            http::async_write_header(stream_, *file_writer_, then);
        else
            http::async_write(stream_, *file_writer_, then);
    }

    template <class Message>
    void fill_head(Message& message, const HttpAnswer& answer) {
        message.version(11);
        message.result(static_cast<unsigned>(answer.status));
        message.reason(status_words(answer.status));
        if (!answer.type.empty()) message.set(http::field::content_type, answer.type);
        for (const auto& [name, value] : answer.headers)
            message.insert(name, value);
        message.keep_alive(keeps_);
    }

    void written(Code failed) {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began_;
        if (server_.plan.done) server_.plan.done(request_, plan_.route, status_, sent_bytes_, took.count());
        text_writer_.reset();
        text_answer_.reset();
        file_writer_.reset();
        file_answer_.reset();
        if (failed) return close();
        if (is_refused_) return farewell();
        if (!keeps_) return close();
        read_header(idle_time);
    }

    // The other side may still be sending; closing at once would make it lose our answer. It gets a short while.
    void farewell() {
        Code ignored;
        beast::get_lowest_layer(stream_).socket().shutdown(tcp::socket::shutdown_send, ignored);
        expires(farewell_time);
        drain();
    }

    void drain() {
        drained_.resize(16 * 1024);
        beast::get_lowest_layer(stream_).async_read_some(
            asio::buffer(drained_), [self = this->shared_from_this()](Code failed, std::size_t count) {
                self->drained_bytes_ += count;
                if (failed || self->drained_bytes_ > most_drained_bytes) return self->close();
                self->drain();
            });
    }

    void close() {
        Code ignored;
        beast::get_lowest_layer(stream_).socket().shutdown(tcp::socket::shutdown_both, ignored);
        beast::get_lowest_layer(stream_).close();
    }

    void remove_upload() {
        if (upload_.empty() && request_.body_file.empty()) return;
        std::error_code ignored;
        std::filesystem::remove(upload_.empty() ? request_.body_file : upload_, ignored);
        upload_.clear();
        request_.body_file.clear();
    }

    Server& server_;
    const EndpointPlan& endpoint_;
    Stream stream_;
    std::string peer_;
    beast::flat_buffer buffer_{most_header_bytes * 4};
    std::optional<http::request_parser<http::empty_body>> header_;
    std::optional<http::request_parser<http::string_body>> text_body_;
    std::optional<http::request_parser<http::file_body>> file_body_;
    std::optional<http::response<http::string_body>> text_answer_;
    std::optional<http::response_serializer<http::string_body>> text_writer_;
    std::optional<http::response<http::file_body>> file_answer_;
    std::optional<http::response_serializer<http::file_body>> file_writer_;
    HttpRequest request_;
    RequestPlan plan_;
    std::filesystem::path upload_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::vector<char> drained_;
    std::uint64_t drained_bytes_ = 0, sent_bytes_ = 0;
    int status_ = 0;
    bool is_head_ = false, keeps_ = false, is_refused_ = false, is_idle_ = false;
};

Result<std::unique_ptr<asio::ssl::context>> load_certificate(const EndpointPlan& plan) {
    auto made = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    auto& tls = *made;
    Code failed;
    tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                        asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1,
                    failed);
    tls.use_certificate_chain_file(plan.certificate.string(), failed);
    if (failed) return error(Cause::data, "serve.certificate", {plan.certificate.string(), failed.message()});
    tls.use_private_key_file(plan.key.string(), asio::ssl::context::pem, failed);
    if (failed) return error(Cause::data, "serve.certificate", {plan.key.string(), failed.message()});
    return made;
}

class Endpoint {
public:
    Endpoint(Server& server, const EndpointPlan& plan) : server_(server), plan_(plan), acceptor_(server.waiting) {}

    // Gives the port.
    Result<std::uint16_t> open() {
        if (!plan_.certificate.empty()) {
            written_ = written();
            auto loaded = TRY(load_certificate(plan_));
            tls_ = std::move(loaded);
        }
        Code failed;
        const auto address = asio::ip::make_address(plan_.address, failed);
        if (failed) return error(Cause::usage, "serve.address", {plan_.address});
        const tcp::endpoint at(address, plan_.port);
        acceptor_.open(at.protocol(), failed);
        if (!failed) acceptor_.set_option(asio::socket_base::reuse_address(true), failed);
        if (!failed) acceptor_.bind(at, failed);
        if (!failed) acceptor_.listen(1024, failed);
        if (failed)
            return error(
                Cause::io, "serve.listen", {plan_.address + ":" + std::to_string(plan_.port), failed.message()});
        accept();
        return acceptor_.local_endpoint().port();
    }

    void close() {
        Code ignored;
        acceptor_.close(ignored);
    }

private:
    void accept() {
        acceptor_.async_accept([this](Code failed, tcp::socket socket) {
            if (failed == asio::error::operation_aborted || !acceptor_.is_open()) return;
            if (!failed && server_.open.size() < most_connections) begin(std::move(socket));
            if (failed) return pause(); // out of descriptors: others must end first
            accept();
        });
    }

    void pause() {
        pause_.expires_after(100ms);
        pause_.async_wait([this](Code) {
            if (acceptor_.is_open()) accept();
        });
    }

    using Written = std::array<std::filesystem::file_time_type, 2>; // certificate, key

    Written written() const {
        std::error_code gone;
        return {std::filesystem::last_write_time(plan_.certificate, gone),
                std::filesystem::last_write_time(plan_.key, gone)};
    }

    // Whoever renews them writes two files, one after the other: until both fit, the old ones stay in use.
    // Connections that have begun keep what they began with.
    void take_renewed() {
        const auto seen = written();
        if (seen == written_) return;
        written_ = seen;
        if (auto loaded = load_certificate(plan_))
            tls_ = *std::move(loaded);
        else if (server_.plan.not_renewed)
            server_.plan.not_renewed(loaded.error());
    }

    void begin(tcp::socket socket) {
        if (tls_) take_renewed();
        Code failed;
        socket.set_option(tcp::no_delay(true), failed);
        const auto peer = socket.remote_endpoint(failed);
        if (failed) return;
        const auto name = peer.address().to_string();
        if (tls_)
            std::make_shared<Connection<beast::ssl_stream<beast::tcp_stream>>>(
                server_, plan_, beast::ssl_stream<beast::tcp_stream>(std::move(socket), *tls_), name)
                ->start();
        else
            std::make_shared<Connection<beast::tcp_stream>>(server_, plan_, beast::tcp_stream(std::move(socket)), name)
                ->start();
    }

    Server& server_;
    const EndpointPlan& plan_;
    std::unique_ptr<asio::ssl::context> tls_;
    Written written_{};
    tcp::acceptor acceptor_;
    asio::steady_timer pause_{server_.waiting};
};

} // namespace

Outcome listen_until_told(const ListenerPlan& plan) {
    Server server{.plan = plan};
    auto& waiting = server.waiting;
    std::list<Endpoint> endpoints;
    std::vector<std::uint16_t> ports;
    asio::signal_set signals(waiting, SIGTERM, SIGINT);
    asio::steady_timer patience(waiting);
    for (const auto& endpoint : plan.endpoints) {
        const auto port = TRY(endpoints.emplace_back(server, endpoint).open());
        ports.push_back(port);
    }
    if (plan.ready) plan.ready(ports);
    signals.async_wait([&](Code failed, int) {
        if (failed) return;
        for (auto& endpoint : endpoints)
            endpoint.close();
        server.is_closing = true;
        server.when_empty = [&] { patience.cancel(); };
        std::vector<std::function<void()>> all;
        for (const auto& [connection, close_if_idle] : server.open)
            all.push_back(close_if_idle);
        for (const auto& close_if_idle : all)
            close_if_idle();
        patience.expires_after(server.open.empty() ? 0s : drain_time);
        patience.async_wait([&](Code) { waiting.stop(); });
    });
    waiting.run();
    server.when_empty = {};
    if (plan.ended) plan.ended();
    return done;
}

std::uint64_t open_connections() {
    return connections;
}

} // namespace temsao::http
