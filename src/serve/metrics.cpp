#include "serve/metrics.h"

namespace temsao::serve {
namespace {

const char* help_of(const std::string& gauge) {
    if (gauge == "connections") return "Open connections.";
    if (gauge == "store_away") return "1 while the store does not answer, else 0.";
    return "Requests that wait for a worker of this lane.";
}

} // namespace

void Metrics::count(const std::string& route, int status, double seconds) {
    const Lock lock(mutex_);
    auto& row = rows_[{route, status}];
    ++row.requests;
    row.seconds += seconds;
}

std::string Metrics::text(const std::map<std::string, std::uint64_t>& now) const {
    std::string text;
    const auto begin = [&](const std::string& name, const char* help, const char* type) {
        text.append("# HELP temsao_").append(name).append(" ").append(help);
        text.append("\n# TYPE temsao_").append(name).append(" ").append(type).append("\n");
    };
    const auto labels = [](const auto& key) {
        return "{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) + "\"} ";
    };
    {
        const Lock lock(mutex_);
        begin("requests_total", "Requests answered, by route and status.", "counter");
        for (const auto& [key, row] : rows_)
            text += "temsao_requests_total" + labels(key) + std::to_string(row.requests) + "\n";
        begin("request_seconds_total", "Seconds from a request's header to the end of its answer.", "counter");
        for (const auto& [key, row] : rows_)
            text += "temsao_request_seconds_total" + labels(key) + std::to_string(row.seconds) + "\n";
    }
    for (const auto& [name, value] : now) {
        begin(name, help_of(name), "gauge");
        text += "temsao_" + name + " " + std::to_string(value) + "\n";
    }
    return text;
}

} // namespace temsao::serve
