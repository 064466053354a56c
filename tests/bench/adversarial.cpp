// Photos of 12 megapixels that are made to cost much: what the default effort takes for each, in CPU milliseconds, and
// what it counted.
//
// usage: bench_adversarial
#include "photos/dear_photo.h"
#include "scan/read.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace temsao;
using namespace temsao::scan;

namespace {

constexpr int most_ms = 300;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

int main() {
    int over = 0;
    for (const auto& [name, make] : photos::dear_photos()) {
        const auto photo = make();
        double best = 1e9;
        ReadReport report;
        for (int i = 0; i < 3; ++i) {
            const double start = cpu_ms();
            report = read_symbols(photo);
            best = std::min(best, cpu_ms() - start);
        }
        std::printf("%-36s %7.0f ms, counted %4.0f  %zu read, %zu passes\n",
                    name.c_str(),
                    best,
                    static_cast<double>(report.work) / 1e6,
                    report.readings.size(),
                    report.passes.size());
        over += best > most_ms;
    }
    return over > 0 ? 1 : 0;
}
