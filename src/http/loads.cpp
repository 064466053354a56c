#include "http/loads.h"

namespace temsao::http {
namespace {

Load plus(const Load& one, const Load& other) {
    return {one.memory + other.memory, one.disk + other.disk, one.requests + other.requests};
}

Load minus(const Load& one, const Load& other) {
    return {one.memory - other.memory, one.disk - other.disk, one.requests - other.requests};
}

bool is_within(const Load& load, const Load& limit) {
    return load.memory <= limit.memory && load.disk <= limit.disk && load.requests <= limit.requests;
}

} // namespace

Loads::Told Loads::take(const std::string& client, const Load& load) {
    const auto found = held_.find(client);
    const auto wanted = plus(found == held_.end() ? Load{} : found->second, load);
    if (found != held_.end() && !is_within(wanted, limits_.of_one)) return Told::client_has_enough;
    if (!is_within(plus(all_, load), limits_.of_all)) return Told::all_have_enough;
    all_ = plus(all_, load);
    held_[client] = wanted;
    return Told::taken;
}

void Loads::change(const std::string& client, const Load& before, const Load& after) {
    all_ = plus(minus(all_, before), after);
    auto& held = held_[client];
    held = plus(minus(held, before), after);
    if (held.memory == 0 && held.disk == 0 && held.requests == 0) held_.erase(client);
}

void Loads::give_back(const std::string& client, const Load& load) {
    change(client, load, {});
}

} // namespace temsao::http
