#pragma once
// Inside `scan` only: how much work a photo may still cost. Work is counted by operations, in nanoseconds as measured
// once on a reference machine, not by a clock: so the same photo gives the same readings everywhere.
#include <cstdint>

namespace temsao::scan {

class Work {
public:
    explicit Work(std::int64_t nanoseconds) : left_(nanoseconds) {}

    std::int64_t left() const { return left_; }

    std::int64_t share(double of) const { return static_cast<std::int64_t>(of * static_cast<double>(left_)); }

    void take(std::int64_t nanoseconds) { left_ -= nanoseconds; }

    // False, with nothing spent, when it is too much.
    bool spend(std::int64_t nanoseconds) {
        if (nanoseconds > left_) return false;
        left_ -= nanoseconds;
        return true;
    }

private:
    std::int64_t left_;
};

} // namespace temsao::scan
