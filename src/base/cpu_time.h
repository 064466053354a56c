#pragma once
// Inside `app`: the CPU time that the calling thread has used.
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
