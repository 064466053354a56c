#include "scan/readings.h"

#include "photo/geometry.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr std::size_t most_symbols = 200;

double size_of(const photo::Reading& reading) {
    const auto& corners = reading.corners;
    return std::max(photo::length(corners[2] - corners[0]), photo::length(corners[3] - corners[1]));
}

// Two readings in one place are one symbol, unless a small one stands in the midst of a large one and says something
// else: a code may hold another one where others have a logo.
bool is_same(const photo::Reading& one, const photo::Reading& other) {
    if (!photo::inside(photo::centre(one.corners), other.corners) &&
        !photo::inside(photo::centre(other.corners), one.corners))
        return false;
    constexpr double smaller = 0.6; // of the side
    const double a = size_of(one), b = size_of(other);
    return one.bytes == other.bytes || std::min(a, b) > smaller * std::max(a, b);
}

} // namespace

void Readings::add(photo::Reading reading) {
    const bool known =
        std::any_of(all_.begin(), all_.end(), [&](const photo::Reading& other) { return is_same(reading, other); });
    if (!known && all_.size() < most_symbols) all_.push_back(std::move(reading));
}

bool Readings::covers(photo::Point place) const {
    return std::any_of(
        all_.begin(), all_.end(), [&](const photo::Reading& reading) { return photo::inside(place, reading.corners); });
}

} // namespace temsao::scan
