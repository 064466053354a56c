// Moves the clock of every program that loads this library by DAYS_LATER days (scripts/another-day): each look at the
// day and the hour. What measures how long something takes, or waits, is left alone.
#include <ctime>
#include <dlfcn.h>
#include <sys/time.h>

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) noexcept {
    static const auto real = reinterpret_cast<int (*)(clockid_t, timespec*)>(dlsym(RTLD_NEXT, "clock_gettime"));
    constexpr double days = DAYS_LATER;
    const int failed = real(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += static_cast<time_t>(days * 86400);
    return failed;
}

int gettimeofday(timeval* now, void*) noexcept {
    timespec fine{};
    if (clock_gettime(CLOCK_REALTIME, &fine)) return -1;
    *now = {fine.tv_sec, fine.tv_nsec / 1000};
    return 0;
}

time_t time(time_t* kept) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (kept) *kept = now.tv_sec;
    return now.tv_sec;
}

int timespec_get(timespec* now, int base) noexcept {
    return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, now) == 0 ? base : 0;
}

} // extern "C"
