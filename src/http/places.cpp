#include "http/places.h"

#include <vector>

namespace temsao::http {

std::uint64_t Places::enter(const std::string& client, std::function<void()> close) {
    if (places_.size() >= most_ && !give_up_one()) return 0;
    const auto number = ++count_;
    const Order order{Step::waiting, number, number};
    places_.emplace(number, Place{client, order, std::move(close)});
    held_[client].insert(order);
    return number;
}

void Places::at(std::uint64_t place, Step step) {
    const auto found = places_.find(place);
    if (found == places_.end()) return;
    auto& held = held_.at(found->second.client);
    held.erase(found->second.order);
    found->second.order = {step, ++count_, place};
    held.insert(found->second.order);
}

void Places::leave(std::uint64_t place) {
    const auto found = places_.find(place);
    if (found == places_.end()) return;
    const auto holder = held_.find(found->second.client);
    holder->second.erase(found->second.order);
    if (holder->second.empty()) held_.erase(holder);
    places_.erase(found);
}

std::size_t Places::taken_by(const std::string& client) const {
    const auto found = held_.find(client);
    return found == held_.end() ? 0 : found->second.size();
}

bool Places::give_up_one() {
    const std::set<Order>* most = nullptr;
    for (const auto& [client, held] : held_)
        if (held.begin()->step != Step::working && (!most || held.size() > most->size())) most = &held;
    if (!most) return false;
    const auto place = most->begin()->place;
    const auto close = places_.at(place).close;
    leave(place); // at once: its owner ends a little later
    close();
    return true;
}

void Places::close_waiting() {
    std::vector<std::function<void()>> all; // closing changes the map
    for (const auto& [number, place] : places_)
        if (place.order.step == Step::waiting) all.push_back(place.close);
    for (const auto& close : all)
        close();
}

} // namespace temsao::http
