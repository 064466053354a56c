#pragma once
// The CPU time that the calling thread has used, in milliseconds; what a piece of work took is the difference of two
// calls. A browser has no such clock: there it is the time that passes. Never fails. Any thread, each reads its own.
#include <ctime>

namespace temsao {

inline double cpu_ms() {
    timespec now{};
#ifdef CLOCK_THREAD_CPUTIME_ID
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
#else // a browser tells the time only
    clock_gettime(CLOCK_MONOTONIC, &now);
#endif
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace temsao
