#pragma once
// Numbers that look random and are the same on every machine (splitmix64; std's distributions differ between
// libraries).
#include <cmath>
#include <cstdint>
#include <numbers>

namespace temsao::photos {

class Seeded {
public:
    explicit Seeded(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }

    double share() { return static_cast<double>(next() >> 11) * 0x1p-53; } // 0 up to 1

    double from(double least, double most) { return least + share() * (most - least); }

    int whole(int least, int most) {
        return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
    }

    bool chance(double of) { return share() < of; }

    // Nearly normal: four parts of one number, added. A camera's noise needs no more.
    double normal() {
        const auto z = next();
        const auto sum = (z & 0xffff) + (z >> 16 & 0xffff) + (z >> 32 & 0xffff) + (z >> 48);
        return (static_cast<double>(sum) / 65536 - 2) * std::numbers::sqrt3;
    }

private:
    std::uint64_t state_;
};

} // namespace temsao::photos
