#include "serve/lanes.h"

namespace temsao::serve {
namespace {

constexpr std::size_t most_quick_bytes = 64 * 1024; // of a body

struct Plan {
    Lane lane;
    const char* name;
    http::WorkersPlan workers;
};

// Several threads where one client must not hold all of them. Long work runs at a lower priority (nice)
// and gives back the memory that it freed.
constexpr Plan plans[] = {
    {Lane::front, "front", {.threads = 1, .most_waiting = 512, .most_of_one = 128}},
    {Lane::quick, "quick", {.threads = 4, .most_waiting = 512, .most_of_one = 64}}, // some may wait for a store
    {Lane::sign_in, "sign_in", {.threads = 2, .most_waiting = 128, .most_of_one = 8}},
    {Lane::bulk, "bulk", {.threads = 2, .most_waiting = 32, .most_of_one = 4, .niceness = 10}},
    {Lane::photos, "photos", {.threads = 2, .most_waiting = 32, .most_of_one = 8, .niceness = 10}},
    {Lane::ledger, "ledger", {.threads = 4, .most_waiting = 128, .most_of_one = 16}},
    {Lane::heavy, "heavy", {.threads = 2, .most_waiting = 16, .most_of_one = 4, .niceness = 5}},
};

} // namespace

Lanes::Lanes() {
    for (const auto& plan : plans)
        workers_.emplace(plan.lane, std::make_unique<http::Workers>(plan.workers));
}

http::Workers::Told Lanes::offer(Lane lane, const std::string& client, std::function<void()> task) {
    return workers_.at(lane)->offer(client, std::move(task));
}

void Lanes::close() {
    for (auto& [lane, workers] : workers_)
        workers->finish(); // they stay: a task that goes on may ask how many wait
}

std::map<std::string, std::uint64_t> Lanes::waiting() const {
    std::map<std::string, std::uint64_t> waiting;
    for (const auto& plan : plans)
        waiting[std::string("queue_") + plan.name] = workers_.at(plan.lane)->waiting();
    return waiting;
}

Lane lane_of(const Match& found, const http::HttpRequest& request) {
    if (const auto* route = found.route)
        return route->lane == Lane::quick && request.body.size() > most_quick_bytes ? Lane::bulk : route->lane;
    const bool asks_store =
        found.place == Place::code || found.place == Place::shoppers_page || found.place == Place::events;
    return asks_store ? Lane::quick : Lane::front;
}

} // namespace temsao::serve
