// Serials reserved, logged, looked up, proved and audited: CPU of this process and wall time, bytes for each.
//   bench_ledger [LABELS [postgresql://… [LABELS_OF_A_RUN]]]
// Without LABELS a million; without LABELS_OF_A_RUN all in one run.
#include "store/ledger.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

using namespace temsao;
namespace fs = std::filesystem;

namespace {

double wall() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpu() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Laps {
    double wall_before = wall(), cpu_before = cpu();

    void lap(const char* what) {
        std::printf("%-22s %8.2f s wall %8.2f s CPU\n", what, wall() - wall_before, cpu() - cpu_before);
        std::fflush(stdout);
        *this = {};
    }
};

[[noreturn]] void stop(const Error& why) {
    std::puts(say(why.what, Lang::en).c_str());
    std::exit(1);
}

// How long each of `count` calls takes: half of them, and 99 in 100, within so many milliseconds.
template <class Call>
void time_each(const char* what, int count, const Call& call) {
    std::vector<double> taken;
    for (int i = 0; i < count; ++i) {
        const auto before = wall();
        if (const auto outcome = call(); !outcome) stop(outcome.error());
        taken.push_back(1000 * (wall() - before));
    }
    std::sort(taken.begin(), taken.end());
    std::printf("%-22s median %.2f ms, 99 in 100 within %.2f ms\n",
                what,
                taken[taken.size() / 2],
                taken[taken.size() * 99 / 100]);
}

store::Issue of_labels(std::int64_t labels) {
    return {.product = "09521234543213",
            .certificate = "2394/QĐ-UBND",
            .lot = "261124",
            .day = *Date::from(2026, 11, 24),
            .labels = labels,
            .has_serials = true};
}

std::vector<store::Reservation> print(store::Ledger& ledger, std::int64_t labels, double& reserving, double& logging) {
    auto before = wall();
    auto run = ledger.reserve({of_labels(labels)});
    if (!run) stop(run.error());
    reserving += wall() - before;
    before = wall();
    if (const auto printed = ledger.print(*run); !printed) stop(printed.error());
    logging += wall() - before;
    return *std::move(run);
}

} // namespace

int main(int count, char** arguments) {
    const auto labels = count > 1 ? std::atoll(arguments[1]) : 1'000'000;
    const auto of_a_run = count > 3 ? std::atoll(arguments[3]) : labels;
    auto name = (fs::temp_directory_path() / "temsao-bench-XXXXXX").string();
    if (!mkdtemp(name.data())) return 1;
    auto ledger = store::Ledger::open(name, count > 2 ? arguments[2] : "");
    if (!ledger) stop(ledger.error());
    std::mt19937_64 random(20); // which serials are looked up
    std::vector<std::string> some;
    Laps laps;
    double reserving = 0, logging = 0;
    for (std::int64_t made = 0; made < labels; made += of_a_run) {
        const auto run = print(*ledger, std::min<std::int64_t>(of_a_run, labels - made), reserving, logging);
        const auto& serials = run.front().serials;
        for (int i = 0; i < 2000; ++i)
            some.push_back(serials[random() % serials.size()]);
        if ((made + of_a_run) % 1'000'000 == 0) {
            std::printf("%lld labels, reserved in %.1f s, logged in %.1f s\n",
                        static_cast<long long>(made + of_a_run),
                        reserving,
                        logging);
            std::fflush(stdout);
        }
    }
    laps.lap("reserve and log");
    std::shuffle(some.begin(), some.end(), random);
    auto next = some.begin();
    time_each("look up a serial", 1000, [&] { return ledger->find(std::string(store::shown_serial(*next++)), ""); });
    time_each("prove a label", 1000, [&] { return ledger->prove(std::string(store::shown_serial(*next++)), ""); });
    double ignored = 0;
    time_each("print one label", 100, [&]() -> Outcome {
        print(*ledger, 1, ignored, ignored);
        return done;
    });
    laps.lap("these");
    const auto audit = ledger->audit();
    laps.lap(audit && audit->holds() ? "audit" : "BROKEN");
    std::error_code none;
    if (count < 3)
        std::printf("%.0f bytes for each label\n",
                    static_cast<double>(fs::file_size(fs::path(name) / "temsao.sqlite", none)) /
                        static_cast<double>(labels));
    fs::remove_all(name, none);
}
