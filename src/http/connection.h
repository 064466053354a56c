#pragma once
// Inside `http`: one connection of the listener, over TLS or not: header, body, answer, and again. Only this header,
// shared.h and listener.cpp use Boost.Beast and Asio. All on the listener's thread.
#include "base/pieces.h"
#include "http/answer_head.h"
#include "http/client.h"
#include "http/head_rules.h"
#include "http/shared.h"

#include <array>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <ctime>
#include <unistd.h>

namespace temsao::http {

namespace beast = boost::beast;

// Lives as long as one of its steps is pending.
template <class Stream>
class Connection : public std::enable_shared_from_this<Connection<Stream>> {
public:
    static constexpr bool is_tls = !std::is_same_v<Stream, beast::tcp_stream>;

    Connection(Shared& shared, const EndpointPlan& endpoint, Stream stream, std::string peer)
        : shared_(shared),
          endpoint_(endpoint),
          stream_(std::move(stream)),
          peer_(std::move(peer)) {
        ++shared_.open;
        count_connections(1);
    }

    ~Connection() {
        --shared_.open;
        count_connections(-1);
        let_go();
        shared_.places.leave(place_);
        if (shared_.is_closing && shared_.open == 0 && shared_.when_empty) shared_.when_empty();
    }

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start() {
        place_ = shared_.places.enter(client_of(peer_), [weak = this->weak_from_this()] {
            if (const auto self = weak.lock()) self->close();
        });
        if (place_ == 0) return;
        if constexpr (is_tls) {
            expires(patience().handshake);
            stream_.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](Code failed) {
                if (!failed) self->read_header(self->patience().header);
            });
        } else {
            Code failed;
            socket().socket().non_blocking(true, failed); // for send_at_once
            if (failed) return;
            read_header(patience().header);
        }
    }

private:
    // What a step of reading or writing gives to its continuation.
    using Moved = std::size_t;

    static constexpr std::uint32_t most_header_bytes = 16 * 1024;
    static constexpr std::uint64_t most_drained_bytes = 128 * 1024; // of a refused body, so that the answer arrives
    static constexpr std::size_t file_part_bytes = 64 * 1024;

    const Patience& patience() const { return shared_.plan.patience; }

    auto& socket() { return beast::get_lowest_layer(stream_); }

    void expires(std::chrono::milliseconds time) { socket().expires_after(time); }

    // A transfer goes on while each interval brings at least the minimum: slow lines are served, stalled ones closed.
    void begin_moving() {
        shared_.places.at(place_, Step::moving);
        moved_ = 0;
        expires(patience().pace);
    }

    void note_moved(Moved bytes) {
        moved_ += bytes;
        if (moved_ < patience().least_bytes) return;
        moved_ = 0;
        expires(patience().pace);
    }

    void read_header(std::chrono::milliseconds time) {
        shared_.places.at(place_, Step::waiting);
        request_ = {};
        plan_ = {};
        is_head_ = false;
        header_.emplace();
        header_->header_limit(most_header_bytes);
        header_->body_limit(boost::none); // judged below, by the route
        expires(time);
        beast::http::async_read_header(
            stream_, buffer_, *header_, [self = this->shared_from_this()](Code failed, Moved) {
                self->header_read(failed);
            });
    }

    static bool is_bad_form(Code failed) {
        return failed.category() == beast::http::make_error_code(beast::http::error::bad_value).category();
    }

    void header_read(Code failed) {
        began_ = std::chrono::steady_clock::now();
        if (failed == beast::http::error::header_limit) return refuse(431);
        if (failed == beast::http::error::end_of_stream) return close();
        if (failed && is_bad_form(failed)) return refuse(400);
        if (failed) return close();
        shared_.places.at(place_, Step::moving);
        if (const int fault = take_header(header_->get())) return refuse(fault);
        const auto length = header_->content_length();
        plan_ = endpoint_.plan(request_);
        if (plan_.answers_at_once && !header_->is_done()) { // the body is not read: no other request can follow it
            keeps_ = false;
            is_refused_ = true;
        }
        if (!plan_.answers_at_once && length && *length > plan_.body.most_bytes) return refuse(413);
        if (const int busy = take_load(length.value_or(plan_.body.most_bytes))) return refuse(busy);
        if (header_->is_done() || plan_.answers_at_once) return answer();
        if (beast::iequals(header_->get()[beast::http::field::expect], "100-continue")) return go_on();
        read_body();
    }

    void go_on() {
        static constexpr std::string_view words = "HTTP/1.1 100 Continue\r\n\r\n";
        expires(patience().pace);
        asio::async_write(stream_, asio::buffer(words), [self = this->shared_from_this()](Code not_sent, Moved) {
            if (!not_sent) self->read_body();
        });
    }

    // 0, or what the request is refused with.
    int take_header(const beast::http::request_header<>& header) {
        HeadFields fields;
        const auto view = [](auto text) { return std::string_view(text.data(), text.size()); };
        for (const auto& field : header)
            fields.emplace_back(view(field.name_string()), view(field.value()));
        is_head_ = header.method() == beast::http::verb::head;
        request_.method = is_head_ ? "GET" : std::string(header.method_string());
        const auto target = target_on_this_host(view(header.target()));
        const auto question = target.find('?');
        request_.path = std::string(target.substr(0, question));
        if (question != target.npos) request_.query = std::string(target.substr(question + 1));
        for (const auto& [name, value] : fields)
            request_.headers[lower(name)] = std::string(value);
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
        request_.client = client_of(request_.peer);
        keeps_ = header.version() >= 11 && header_->keep_alive();
        return fault_of_head(fields, static_cast<int>(header.version() % 10));
    }

    // 0, or what the request is refused with.
    int take_load(std::uint64_t body_bytes) {
        Load load{.requests = 1};
        if (!header_->is_done() && !plan_.answers_at_once) (plan_.body.to_file ? load.disk : load.memory) = body_bytes;
        const auto told = shared_.loads.take(request_.client, load);
        if (told != Loads::Told::taken) return told == Loads::Told::client_has_enough ? 429 : 503;
        load_ = load;
        return 0;
    }

    // The answer stands in memory instead of its request.
    void change_load(std::uint64_t memory) {
        if (load_.requests == 0) return;
        const Load now{.memory = memory, .requests = 1};
        shared_.loads.change(request_.client, load_, now);
        load_ = now;
    }

    void let_go() {
        remove_upload();
        if (load_.requests > 0) shared_.loads.give_back(request_.client, load_);
        load_ = {};
    }

    void read_body() {
        begin_moving();
        if (!plan_.body.to_file) {
            text_body_.emplace(std::move(*header_));
            text_body_->body_limit(plan_.body.most_bytes);
            return take_buffered(text_body_);
        }
        upload_ =
            shared_.plan.uploads / ("upload-" + std::to_string(::getpid()) + "-" + std::to_string(++shared_.uploads));
        file_body_.emplace(std::move(*header_));
        file_body_->body_limit(plan_.body.most_bytes);
        Code failed;
        file_body_->get().body().open(upload_.c_str(), beast::file_mode::write_new, failed);
        if (failed) return refuse(503);
        take_buffered(file_body_);
    }

    // What came with the header: a small body is whole then, and there is nothing to wait for.
    template <class Parser>
    void take_buffered(std::optional<Parser>& parser) {
        Code failed;
        if (buffer_.size() > 0) buffer_.consume(parser->put(buffer_.data(), failed));
        if (failed && failed != beast::http::error::need_more) return not_read(failed);
        read_some(parser);
    }

    template <class Parser>
    void read_some(std::optional<Parser>& parser) {
        if (parser->is_done()) return body_read();
        beast::http::async_read_some(
            stream_, buffer_, *parser, [self = this->shared_from_this(), &parser](Code failed, Moved bytes) {
                if (failed) return self->not_read(failed);
                self->note_moved(bytes);
                self->read_some(parser);
            });
    }

    void body_read() {
        if (text_body_) request_.body = std::move(text_body_->get().body());
        if (file_body_) request_.body_file = upload_;
        text_body_.reset();
        file_body_.reset(); // closes the file
        answer();
    }

    void not_read(Code failed) {
        text_body_.reset();
        file_body_.reset();
        if (failed == beast::http::error::body_limit) return refuse(413);
        if (failed != beast::error::timeout && is_bad_form(failed)) return refuse(400);
        close();
    }

    void answer() {
        shared_.places.at(place_, Step::working);
        socket().expires_never();             // the workers' time is not the client's fault
        auto body = std::move(request_.body); // the rest is still asked for when the answer is there
        auto asked = request_;
        asked.body = std::move(body);
        plan_.answer(std::move(asked), [self = this->shared_from_this()](HttpAnswer answer) mutable {
            auto& waiting = self->shared_.waiting;
            asio::post(waiting, [self = std::move(self), answer = std::move(answer)]() mutable {
                self->write(std::move(answer));
            });
        });
    }

    void refuse(int status) {
        keeps_ = false;
        is_refused_ = true;
        write(shared_.plan.refusal(status, request_));
    }

    void write(HttpAnswer answer) {
        remove_upload();
        change_load(answer.body.size());
        if (shared_.is_closing) keeps_ = false;
        HeadFacts facts{.status = answer.status, .length = answer.body.size(), .keeps = keeps_};
        if (!answer.file.empty()) {
            Code failed;
            file_.open(answer.file.c_str(), beast::file_mode::scan, failed);
            const auto size = failed ? 0 : file_.size(failed);
            if (failed) return write(shared_.plan.refusal(404, request_));
            const auto portion = portion_asked(request_, answer, size);
            file_.seek(portion.first, failed);
            facts = {.status = portion.status,
                     .length = portion.count,
                     .is_file = true,
                     .content_range = portion.content_range,
                     .keeps = keeps_};
            file_left_ = is_head_ ? 0 : portion.count;
        }
        status_ = facts.status;
        sent_bytes_ = *facts.length;
        if (status_ == 304 || status_ == 204) facts.length = {};
        facts.day = shared_.day.at(std::time(nullptr));
        head_ = head_text(answer, facts);
        text_ = is_head_ ? std::string() : std::move(answer.body);
        to_send_ = {asio::const_buffer(head_.data(), head_.size()), asio::const_buffer(text_.data(), text_.size())};
        send_at_once();
    }

    // Most answers fit into what the machine takes at once; for the others the connection waits.
    void send_at_once() {
        if constexpr (!is_tls) {
            Code failed;
            skip_sent(socket().socket().write_some(to_send_, failed));
            if (failed && failed != asio::error::would_block) return written(failed);
            if (to_send_[0].size() + to_send_[1].size() + file_left_ == 0) return written({});
        }
        begin_moving();
        send_some();
    }

    void skip_sent(Moved bytes) {
        for (auto& buffer : to_send_) {
            const auto gone = std::min(bytes, buffer.size());
            buffer += gone;
            bytes -= gone;
        }
    }

    void send_some() {
        if (to_send_[0].size() + to_send_[1].size() == 0 && !take_file_part()) return written({});
        stream_.async_write_some(to_send_, [self = this->shared_from_this()](Code failed, Moved bytes) {
            if (failed) return self->written(failed);
            self->note_moved(bytes);
            self->skip_sent(bytes);
            self->send_some();
        });
    }

    bool take_file_part() {
        if (file_left_ == 0) return false;
        Code failed;
        text_.resize(std::min<std::uint64_t>(file_left_, file_part_bytes));
        const auto count = file_.read(text_.data(), text_.size(), failed);
        if (failed || count == 0) { // it became shorter: the client sees that the answer breaks off
            keeps_ = false;
            return false;
        }
        file_left_ -= count;
        to_send_[1] = asio::const_buffer(text_.data(), count);
        return true;
    }

    void written(Code failed) {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began_;
        if (shared_.plan.done) shared_.plan.done(request_, plan_.route, status_, sent_bytes_, took.count());
        text_ = {};
        file_left_ = 0;
        Code ignored;
        if (file_.is_open()) file_.close(ignored);
        let_go();
        if (failed) return close();
        if (is_refused_) return farewell();
        if (!keeps_) return close();
        read_header(patience().idle);
    }

    // The other side may still be sending; closing at once would make it lose our answer. It gets a short while.
    void farewell() {
        shared_.places.at(place_, Step::moving);
        Code ignored;
        socket().socket().shutdown(tcp::socket::shutdown_send, ignored);
        expires(patience().farewell);
        drain();
    }

    void drain() {
        text_.resize(file_part_bytes); // few large steps: a crowd is refused within one turn of the thread each
        socket().async_read_some(asio::buffer(text_), [self = this->shared_from_this()](Code failed, Moved count) {
            self->drained_bytes_ += count;
            if (failed || self->drained_bytes_ > most_drained_bytes) return self->close();
            self->drain();
        });
    }

    void close() {
        Code ignored;
        socket().socket().shutdown(tcp::socket::shutdown_both, ignored);
        socket().close();
    }

    void remove_upload() {
        if (upload_.empty()) return;
        std::error_code ignored;
        std::filesystem::remove(upload_, ignored);
        upload_.clear();
    }

    Shared& shared_;
    const EndpointPlan& endpoint_;
    Stream stream_;
    std::string peer_;
    std::uint64_t place_ = 0;
    beast::flat_buffer buffer_{most_header_bytes * 4};
    std::optional<beast::http::request_parser<beast::http::empty_body>> header_;
    std::optional<beast::http::request_parser<beast::http::string_body>> text_body_;
    std::optional<beast::http::request_parser<beast::http::file_body>> file_body_;
    HttpRequest request_;
    RequestPlan plan_;
    Load load_; // of the request under way; no requests: none is
    std::filesystem::path upload_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::string head_, text_; // of the answer
    std::array<asio::const_buffer, 2> to_send_;
    beast::file file_;
    std::uint64_t file_left_ = 0, moved_ = 0, drained_bytes_ = 0, sent_bytes_ = 0;
    int status_ = 0;
    bool is_head_ = false, keeps_ = false, is_refused_ = false;
};

} // namespace temsao::http
