#include "serve/serve.h"

#include "http/listener.h"
#include "serve/handlers.h"
#include "serve/lan.h"
#include "serve/lanes.h"
#include "serve/metrics.h"
#include "serve/own_home.h"
#include "serve/pages.h"
#include "serve/question_page.h"
#include "serve/resolver.h"
#include "serve/route.h"
#include "serve/runs.h"
#include "serve/shared_list.h"
#include "serve/store_pulse.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace temsao::serve {
namespace {

constexpr auto retry_seconds = "2";

// Nothing but our own files, no frames, no plug-ins; WebAssembly for the scanner.
constexpr auto page_policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; style-src 'self'; "
    "worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

std::int64_t now() {
    return std::time(nullptr);
}

struct Address {
    std::string host;
    std::uint16_t port = 0;
};

// "127.0.0.1:8080", "[::1]:8080", ":8080".
Result<Address> read_address(const std::string& text) {
    Address address{"127.0.0.1", 0};
    const auto colon = text.rfind(':');
    const auto number = colon == text.npos ? std::string() : text.substr(colon + 1);
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), address.port);
    if (number.empty() || failed != std::errc{} || end != number.data() + number.size())
        return error(Cause::usage, "serve.address", {text});
    if (colon > 0) address.host = text.substr(0, colon);
    if (address.host.starts_with('[') && address.host.ends_with(']'))
        address.host = address.host.substr(1, address.host.size() - 2);
    return address;
}

unsigned bit_of(const std::optional<desk::Session>& session) {
    if (!session) return everyone;
    constexpr unsigned bits[] = {producer, inspector, office, admin};
    return everyone | bits[static_cast<int>(session->account.role)];
}

void add_safety(http::HttpAnswer& answer, bool is_secure) {
    answer.headers.reserve(answer.headers.size() + 6);
    answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
    answer.headers.emplace_back("Referrer-Policy", "no-referrer");
    answer.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    // A picture or a page of ours that is opened by itself may run nothing at all, unless it is one of the built pages;
    // pages without a script bring a policy of their own (plain_page.h).
    const bool is_page = answer.type.starts_with("text/html") || answer.type.starts_with("text/javascript");
    const auto has = [&](std::string_view name) {
        return std::any_of(
            answer.headers.begin(), answer.headers.end(), [&](const auto& header) { return header.first == name; });
    };
    const bool is_shared = has("Access-Control-Allow-Origin");
    if (!has("Content-Security-Policy"))
        answer.headers.emplace_back("Content-Security-Policy",
                                    is_page ? page_policy : "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    answer.headers.emplace_back("Cross-Origin-Resource-Policy", is_shared ? "cross-origin" : "same-origin");
    if (is_secure) answer.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

class Server {
public:
    explicit Server(Services& services) : services_(services) {}

    // The path is matched here, once; the match goes with the request. What no body could change is answered without
    // it.
    http::RequestPlan plan(const http::HttpRequest& request) {
        const auto found = match(request.method, request.path);
        const bool lacks_session =
            found.route && (found.route->access & everyone) == 0 && request.cookie(session_cookie).empty();
        return {.body = found.route ? found.route->body : http::BodyPlan{},
                .route = found.route ? std::string(found.route->pattern) : name_of(found.place, request.path),
                .answer = [this, found](http::HttpRequest asked,
                                        http::Reply reply) { answer(std::move(asked), found, std::move(reply)); },
                .answers_at_once = !found.route || lacks_session};
    }

    // Finishes what waits, and lets go of all replies.
    void close() { lanes_.close(); }

    std::map<std::string, std::uint64_t> now() const {
        auto now = lanes_.waiting();
        now["connections"] = http::open_connections();
        now["store_away"] = services_.store_pulse.is_well() ? 0 : 1;
        return now;
    }

private:
    void answer(http::HttpRequest request, const Match& found, http::Reply reply) {
        const auto lane = lane_of(found, request);
        const auto lang = http::language_of(request);
        const auto client = request.client;
        const bool is_secure = request.is_secure;
        const bool is_read = found.route && found.route->is_anonymous && is_form(request);
        auto guarded = [reply = std::move(reply), is_secure, is_read, lang](http::HttpAnswer answer) {
            if (is_read) answer = for_a_reader(std::move(answer), lang);
            add_safety(answer, is_secure);
            reply(std::move(answer));
        };
        // Answered at once, without a worker.
        if (found.route && found.route->handle == get_health) return guarded(handle(request, found, lang).in(lang));
        auto task = [this, request = std::move(request), found, guarded, lang] {
            try {
                guarded(handle(request, found, lang).in(lang));
            } catch (const std::exception&) { // no memory: this request's trouble alone
                guarded(problem_document({500, {"request.failed", {}}}, lang));
            }
        };
        switch (lanes_.offer(lane, client, std::move(task))) {
        case http::Workers::Told::taken: return;
        case http::Workers::Told::client_has_enough: return guarded(problem_document(crowded(), lang));
        case http::Workers::Told::full:
            return guarded(problem_document({503, {"request.busy", {}}, {{"Retry-After", retry_seconds}}}, lang));
        }
    }

    Answer handle(const http::HttpRequest& request, const Match& found, Lang lang) {
        if (!found.route) return without_route(request, found);
        const auto& route = *found.route;
        Call call{.request = request, .services = services_, .lang = lang, .named = found.named};
        if (route.lane == Lane::front) return route.handle(call); // these ask no store
        if (!route.is_anonymous) call.session = TRY(services_.desk.session(request.cookie(session_cookie)));
        if ((route.access & bit_of(call.session)) == 0)
            return call.session ? Problem{403, {"request.forbidden", {}}} : Problem{401, {"request.sign_in", {}}};
        if (call.session && route.method != "GET" && request.header("x-csrf") != call.session->csrf &&
            route.handle != open_session) // that one proves itself by the passphrase
            return Problem{403, {"request.csrf", {}}};
        if (route.per_minute > 0 && !request.is_own_machine) {
            call.payer =
                std::string(route.pattern) + " " + (call.session ? call.session->account.name : request.client);
            call.per_minute = route.per_minute;
            call.is_unwritten = route.is_anonymous;
        }
        if (!call.may_take(units_of(request))) return too_often();
        return route.handle(call);
    }

    Answer without_route(const http::HttpRequest& request, const Match& found) {
        const bool is_page = found.place == Place::built_page;
        if (found.place != Place::none && !is_page) return product_answer(request, found.place, services_);
        const auto allowed = request.path == "*" ? methods_of_all_routes() : allow_header(found.allowed);
        if (request.method == "OPTIONS")
            return http::HttpAnswer{.status = 204, .type = "", .headers = {{"Allow", allowed}}};
        if (!found.allowed.empty() || request.method != "GET")
            return Problem{405, {"request.method", {request.method}}, {{"Allow", allowed}}};
        return is_page ? page_answer(request, services_.pages) : Answer(error(Cause::missing, "request.not_found"));
    }

    Services& services_;
    Lanes lanes_;
};

// Where to listen, and by which certificate.
Result<http::EndpointPlan> read_endpoint(const job::Request& request) {
    if (request.has("cert") != request.has("key")) return error(Cause::usage, "serve.both");
    if (request.has("lan") && request.has("cert")) return error(Cause::usage, "serve.lan_or_cert");
    http::EndpointPlan endpoint{.address = "127.0.0.1",
                                .port = 8080,
                                .certificate = request.text("cert"),
                                .key = request.text("key"),
                                .plan = {}};
    if (request.has("listen")) {
        const auto address = TRY(read_address(request.text("listen")));
        endpoint.address = address.host;
        endpoint.port = address.port;
    } else if (request.has("lan")) {
        const auto address = TRY(lan_address());
        endpoint.address = address;
        endpoint.port = lan_port;
    }
    return endpoint;
}

std::string url_of(const http::EndpointPlan& endpoint, std::uint16_t port) {
    const auto host = endpoint.address.find(':') == std::string::npos ? endpoint.address : "[" + endpoint.address + "]";
    return (endpoint.certificate.empty() ? "http://" : "https://") + host + ":" + std::to_string(port);
}

// The second endpoint of `--lan`, for phones that do not know our authority yet.
http::EndpointPlan pairing_endpoint(const http::EndpointPlan& endpoint,
                                    const http::LocalCertificate& certificate,
                                    const std::string& server_url) {
    return {.address = endpoint.address,
            .port = static_cast<std::uint16_t>(endpoint.port == 0 ? 0 : endpoint.port + 1),
            .certificate = {},
            .key = {},
            .plan = [&certificate, &server_url](const http::HttpRequest& request) {
                return http::RequestPlan{
                    .route = request.path.starts_with("/lan") ? "/lan" : other_route,
                    .answer = [&certificate, &server_url](const http::HttpRequest& asked, const http::Reply& reply) {
                        auto answer = lan_answer(asked, certificate.authority_bytes, server_url);
                        add_safety(answer, false);
                        reply(std::move(answer));
                    }};
            }};
}

// As named, else beside the program as it was built, else as installed.
std::filesystem::path pages_folder(const job::Request& request, const job::Surroundings& around) {
    if (request.has("pages")) return request.text("pages");
    std::error_code failed;
    const auto built = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path() / "pages";
    return std::filesystem::is_directory(built, failed) ? built : around.share / "pages";
}

// What the listener refuses before a route has the request.
http::HttpAnswer refusal(int status, const http::HttpRequest& asked) {
    Problem why{status, {"request.refused_" + std::to_string(status), {}}};
    if (status == 429 || status == 503) why.headers.emplace_back("Retry-After", retry_seconds);
    auto answer = problem_document(why, http::language_of(asked));
    add_safety(answer, asked.is_secure);
    return answer;
}

// Uploads left over from a previous run belong to no request; removes them.
Outcome make_empty(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::remove_all(folder, failed);
    std::filesystem::create_directories(folder, failed);
    if (failed) return error(Cause::io, "file.unwritable", {folder.string(), failed.message()});
    return done;
}

// One line for each request, for the administrator: route, status, time. No address, no name, no key.
std::string
log_line(const std::string& route, const http::HttpRequest& request, int status, std::uint64_t bytes, double seconds) {
    std::string line;
    job::JsonText out(line, job::Obeyed::kept);
    out.open('{').key("at").number(now()).key("method").text(request.method).key("route").text(route);
    out.key("status").number(status).key("bytes").number(bytes);
    out.key("ms").number(static_cast<std::int64_t>(seconds * 1000)).close('}');
    return line;
}

} // namespace

Outcome
serve(const job::Request& request, job::Surroundings around, const std::function<void(const std::string& line)>& tell) {
    around.wants_json = true; // programs read all that is answered
    auto endpoint = TRY(read_endpoint(request));
    const auto ours = TRY(own_home(around.home));
    std::optional<http::LocalCertificate> certificate;
    if (request.has("lan")) {
        certificate = TRY(lan_certificate(std::filesystem::absolute(around.home), endpoint.address, now()));
        endpoint.certificate = certificate->certificate;
        endpoint.key = certificate->key;
    }
    http::ListenerPlan plan;
    plan.uploads = std::filesystem::absolute(around.home) / "uploads";
    auto desk = TRY(desk::Desk::open(around.home, request.text("store"), now));
    TRY(make_empty(plan.uploads));
    bench::TextCheck check(around,
                           request.text("store"),
                           request.has("host") ? std::vector{request.text("host")} : std::vector<std::string>());
    Runs runs(around, *desk, request.text("store"));
    TRY(runs.start());
    SharedList shared_list(around, *desk, request.has("store"));
    StorePulse store_pulse(*desk);
    std::error_code ignored;
    Metrics metrics;
    office::WitnessDesk witness(around.home, request.text("store"));
    Services services{.around = around,
                      .desk = *desk,
                      .check = check,
                      .witness = witness,
                      .runs = runs,
                      .shared_list = shared_list,
                      .store_pulse = store_pulse,
                      .store = request.text("store"),
                      .host = request.text("host"),
                      .pages = pages_folder(request, around),
                      .program = std::filesystem::read_symlink("/proc/self/exe", ignored),
                      .metrics = {}};
    Server server(services);
    services.metrics = [&] { return metrics.text(server.now()); };
    endpoint.plan = [&](const http::HttpRequest& asked) { return server.plan(asked); };
    std::string server_url; // known once it listens
    plan.endpoints.push_back(endpoint);
    if (certificate) plan.endpoints.push_back(pairing_endpoint(endpoint, *certificate, server_url));
    plan.refusal = [](int status, const http::HttpRequest& asked) { return refusal(status, asked); };
    plan.done = [&](const http::HttpRequest& asked,
                    const std::string& matched,
                    int status,
                    std::uint64_t bytes,
                    double seconds) {
        const auto route = matched.empty() ? std::string(other_route) : matched;
        metrics.count(route, status, seconds);
        tell(log_line(route, asked, status, bytes, seconds));
    };
    plan.ready = [&](const std::vector<std::uint16_t>& ports) {
        server_url = url_of(plan.endpoints[0], ports[0]) + "/";
        tell(say({"serve.ready", {server_url}}, around.lang));
        if (certificate) tell(lan_words(*certificate, url_of(plan.endpoints[1], ports[1]) + "/lan", around.lang));
    };
    plan.not_renewed = [&](const Error& why) {
        tell(say(why.what, around.lang) + " " + say({"serve.old_certificate", {}}, around.lang));
    };
    plan.ended = [&] { server.close(); };
    return http::listen_until_told(plan);
}

} // namespace temsao::serve
