#include "http/listener.h"

#include "http/connection.h"

#include <atomic>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <list>
#include <sys/resource.h>

namespace temsao::http {
namespace {

using namespace std::chrono_literals;

constexpr auto drain_time = 20s;
constexpr rlim_t most_descriptors = 16'384;
constexpr std::size_t other_descriptors = 256; // files of the stores, of answers and uploads

constexpr int send_buffer_bytes = 128 * 1024;

std::atomic<std::int64_t> connections{0};

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
    Endpoint(Shared& shared, const EndpointPlan& plan) : shared_(shared), plan_(plan), acceptor_(shared.waiting) {}

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
            if (!failed) begin(std::move(socket));
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

    // A renewal writes two files, one after the other: until the two match, the old ones stay in use.
    // Connections that have begun keep what they began with.
    void take_renewed() {
        const auto seen = written();
        if (seen == written_) return;
        written_ = seen;
        if (auto loaded = load_certificate(plan_))
            tls_ = *std::move(loaded);
        else if (shared_.plan.not_renewed)
            shared_.plan.not_renewed(loaded.error());
    }

    void begin(tcp::socket socket) {
        if (tls_) take_renewed();
        Code failed;
        socket.set_option(tcp::no_delay(true), failed);
        // No more waits in the machine than a slow line takes within the time in which it must move.
        socket.set_option(asio::socket_base::send_buffer_size(send_buffer_bytes), failed);
        const auto peer = socket.remote_endpoint(failed);
        if (failed) return;
        const auto name = peer.address().to_string();
        if (tls_)
            std::make_shared<Connection<beast::ssl_stream<beast::tcp_stream>>>(
                shared_, plan_, beast::ssl_stream<beast::tcp_stream>(std::move(socket), *tls_), name)
                ->start();
        else
            std::make_shared<Connection<beast::tcp_stream>>(shared_, plan_, beast::tcp_stream(std::move(socket)), name)
                ->start();
    }

    Shared& shared_;
    const EndpointPlan& plan_;
    std::unique_ptr<asio::ssl::context> tls_;
    Written written_{};
    tcp::acceptor acceptor_;
    asio::steady_timer pause_{shared_.waiting};
};

// A shell allows 1,024 descriptors unless it is asked for more. What is left beside other files.
std::size_t places_for_connections() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return other_descriptors;
    rlimit raised = limit;
    raised.rlim_cur = std::min(limit.rlim_max, std::max(limit.rlim_cur, most_descriptors));
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
    const auto all = static_cast<std::size_t>(limit.rlim_cur);
    return all > 2 * other_descriptors ? all - other_descriptors : all / 2;
}

} // namespace

Outcome listen_until_told(const ListenerPlan& given) {
    auto plan = given;
    plan.most_connections = std::min(plan.most_connections, places_for_connections());
    Shared shared(plan);
    auto& waiting = shared.waiting;
    std::list<Endpoint> endpoints;
    std::vector<std::uint16_t> ports;
    asio::signal_set signals(waiting, SIGTERM, SIGINT);
    asio::steady_timer until_given_up(waiting);
    for (const auto& endpoint : plan.endpoints) {
        const auto port = TRY(endpoints.emplace_back(shared, endpoint).open());
        ports.push_back(port);
    }
    if (plan.ready) plan.ready(ports);
    signals.async_wait([&](Code failed, int) {
        if (failed) return;
        for (auto& endpoint : endpoints)
            endpoint.close();
        shared.is_closing = true;
        shared.when_empty = [&] { until_given_up.cancel(); };
        shared.places.close_waiting();
        until_given_up.expires_after(shared.open == 0 ? 0s : drain_time);
        until_given_up.async_wait([&](Code) { waiting.stop(); });
    });
    waiting.run();
    shared.when_empty = {};
    if (plan.ended) plan.ended();
    return done;
}

void count_connections(int change) {
    connections += change;
}

std::uint64_t open_connections() {
    return static_cast<std::uint64_t>(connections.load());
}

} // namespace temsao::http
