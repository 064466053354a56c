#include "serve/metrics.h"

namespace temsao::serve {

void Metrics::count(const std::string& route, int status, double seconds) {
    const Lock lock(mutex_);
    auto& row = rows_[{route, status}];
    ++row.requests;
    row.seconds += seconds;
}

std::string Metrics::text(const std::map<std::string, std::uint64_t>& now) const {
    std::string text = "# TYPE temsao_requests_total counter\n";
    const Lock lock(mutex_);
    const auto labels = [](const auto& key) {
        return "{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) + "\"} ";
    };
    for (const auto& [key, row] : rows_)
        text += "temsao_requests_total" + labels(key) + std::to_string(row.requests) + "\n";
    text += "# TYPE temsao_request_seconds_total counter\n";
    for (const auto& [key, row] : rows_)
        text += "temsao_request_seconds_total" + labels(key) + std::to_string(row.seconds) + "\n";
    for (const auto& [name, value] : now)
        text.append("# TYPE temsao_")
            .append(name)
            .append(" gauge\ntemsao_")
            .append(name)
            .append(" ")
            .append(std::to_string(value))
            .append("\n");
    return text;
}

} // namespace temsao::serve
