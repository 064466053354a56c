// Photos of 12 megapixels that are made to cost much: what reading takes for each, in CPU milliseconds, and what it
// counted. Fails when one takes more than its effort may (scan/read.h).
//
// usage: bench_adversarial [fast|normal|max] [NAME]     NAME: only those whose name begins so
#include "photos/costly_photo.h"
#include "scan/read.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string_view>

using namespace temsao;
using namespace temsao::photo;
using namespace temsao::scan;

namespace {

struct Allowed {
    std::string_view name;
    Effort effort;
    int most_ms;
};

constexpr Allowed all_allowed[] = {
    {"normal", Effort::normal, 300}, {"fast", Effort::fast, 150}, {"max", Effort::max, 2000}};

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

int main(int count, char** words) {
    const std::string_view wanted = count > 1 ? words[1] : "normal";
    const auto* const allowed = std::find_if(
        std::begin(all_allowed), std::end(all_allowed), [&](const Allowed& one) { return one.name == wanted; });
    if (allowed == std::end(all_allowed)) return 64;
    int over = 0;
    const std::string_view only = count > 2 ? words[2] : "";
    for (const auto& [name, make] : photos::costly_photos()) {
        if (name.compare(0, only.size(), only) != 0) continue;
        const auto photo = make();
        double best = 1e9;
        ReadReport report;
        for (int i = 0; i < 3; ++i) {
            const double start = cpu_ms();
            report = read_symbols(photo, allowed->effort);
            best = std::min(best, cpu_ms() - start);
        }
        std::printf("%-36s %7.0f ms, counted %4.0f  %zu read, %zu passes\n",
                    name.c_str(),
                    best,
                    static_cast<double>(report.work) / 1e6,
                    report.readings.size(),
                    report.passes.size());
        over += best > allowed->most_ms;
    }
    return over > 0 ? 1 : 0;
}
