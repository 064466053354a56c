#pragma once
// Counters for /metrics, in Prometheus' text form. By route pattern, never by the address asked for, so that no serial
// or key gets into statistics. Any thread.
#include "base/thread_annotations.h"

#include <cstdint>
#include <map>
#include <string>

namespace temsao::serve {

class Metrics {
public:
    void count(const std::string& route, int status, double seconds);
    // With the current values of the gauges, by name.
    std::string text(const std::map<std::string, std::uint64_t>& now) const;

private:
    struct Row {
        std::uint64_t requests = 0;
        double seconds = 0;
    };

    mutable Mutex mutex_;
    std::map<std::pair<std::string, int>, Row> rows_ GUARDED_BY(mutex_);
};

} // namespace temsao::serve
