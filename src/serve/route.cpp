#include "serve/route.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace temsao::serve {
namespace {

struct Pattern {
    const Route* route;
    std::vector<std::string> pieces;
};

// Taken apart once: the waiting thread asks for every request.
const std::vector<Pattern>& patterns() {
    static const auto all = [] {
        std::vector<Pattern> patterns;
        for (const auto& route : routes())
            patterns.push_back({&route, http::path_pieces(route.pattern)});
        return patterns;
    }();
    return all;
}

} // namespace

job::Surroundings Call::around() const {
    auto around = services.around;
    around.lang = lang;
    const auto now = std::time(nullptr);
    around.today = Date::at(now);
    around.time = Date::time_at(now);
    if (is_producer()) around.printers_of = account().producer;
    return around;
}

Date Call::today() const {
    return Date::at(std::time(nullptr));
}

Outcome Call::note(const std::string& action, const std::string& subject) const {
    return services.desk.note(account().name, action, subject);
}

bool Call::may_take(int units) const {
    if (payer.empty() || units <= 0) return true;
    return is_unwritten ? services.desk.allow_unwritten(payer, per_minute, units)
                        : services.desk.allow(payer, per_minute, units);
}

void Call::owe(int units) const {
    if (!payer.empty() && units > 0) services.desk.owe(payer, units);
}

int units_of(const http::HttpRequest& request) {
    constexpr std::uint64_t memory_unit = 32 * 1024, disk_unit = 8 << 20;
    std::error_code gone;
    const auto on_disk = request.body_file.empty() ? 0 : std::filesystem::file_size(request.body_file, gone);
    return static_cast<int>(1 + request.body.size() / memory_unit + (gone ? 0 : on_disk / disk_unit));
}

std::string allow_header(const std::vector<std::string>& methods) {
    std::string allowed = methods.empty() ? "GET, HEAD, " : "";
    for (const auto& method : methods)
        allowed += method == "GET" ? "GET, HEAD, " : method + ", ";
    return allowed + "OPTIONS";
}

std::string methods_of_all_routes() {
    std::vector<std::string> methods;
    for (const auto& route : routes())
        if (std::find(methods.begin(), methods.end(), route.method) == methods.end())
            methods.emplace_back(route.method);
    return allow_header(methods);
}

Match match(std::string_view method, std::string_view path) {
    const auto pieces = http::path_pieces(path);
    Match found;
    for (const auto& [known, pattern] : patterns()) {
        const auto& route = *known;
        if (pattern.size() != pieces.size()) continue;
        std::map<std::string, std::string> named;
        bool fits = true;
        for (std::size_t i = 0; fits && i < pieces.size(); ++i) {
            if (pattern[i].starts_with('{') && !pieces[i].empty())
                named[pattern[i].substr(1, pattern[i].size() - 2)] = pieces[i];
            else
                fits = pattern[i] == pieces[i];
        }
        if (!fits) continue;
        if (route.method == method) return {.route = &route, .named = std::move(named)};
        found.allowed.emplace_back(route.method);
    }
    found.place = place_of(path);
    return found;
}

Result<Json> json_body(const http::HttpRequest& request) {
    constexpr job::JsonLimits limits{.members = 200, .values = 50'000}; // of a request; its bytes the route limits
    auto json = job::read_json_if_any(request.body, limits);
    if (!json) return Error{Cause::usage, json.error().what};
    if (!*json || !(*json)->is_object()) return error(Cause::usage, "request.json");
    return **std::move(json);
}

Result<int> limit_of(const http::HttpRequest& request) {
    const auto text = request.parameter("limit");
    if (text.empty()) return 50;
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || value < 1 || value > 200)
        return error(Cause::usage, "option.number", {"limit", text, "1", "200"});
    return value;
}

} // namespace temsao::serve
