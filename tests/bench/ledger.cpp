// A million serials reserved, logged and proved: CPU of this process and wall time, bytes for each.
//   bench_ledger [LABELS [postgresql://…]]
#include "store/ledger.h"

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace temsao;
namespace fs = std::filesystem;

int main(int count, char** arguments) {
    const auto labels = count > 1 ? std::atoll(arguments[1]) : 1'000'000;
    auto name = (fs::temp_directory_path() / "temsao-bench-XXXXXX").string();
    if (!mkdtemp(name.data())) return 1;
    auto ledger = store::Ledger::open(name, count > 2 ? arguments[2] : "");
    if (!ledger) return std::puts(say(ledger.error().what, Lang::en).c_str());
    const auto wall = [] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    };
    const auto cpu = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
    auto wall_before = wall(), cpu_before = cpu();
    const auto lap = [&](const char* what) {
        std::printf("%-10s %6.2f s wall %6.2f s CPU\n", what, wall() - wall_before, cpu() - cpu_before);
        wall_before = wall();
        cpu_before = cpu();
    };
    const auto run = ledger->reserve({{.product = "09521234543213",
                                       .certificate = "2394/QĐ-UBND",
                                       .lot = "261124",
                                       .day = *Date::from(2026, 11, 24),
                                       .labels = labels,
                                       .has_serials = true}});
    if (!run) return std::puts(say(run.error().what, Lang::en).c_str());
    lap("reserve");
    if (const auto printed = ledger->print(*run); !printed)
        return std::puts(say(printed.error().what, Lang::en).c_str());
    lap("log");
    for (int i = 0; i < 1000; ++i)
        if (!ledger->prove(run->front().serials[static_cast<std::size_t>(i)], "")) return 1;
    lap("1000 proofs");
    const auto audit = ledger->audit();
    lap(audit && audit->holds() ? "audit" : "BROKEN");
    std::error_code none;
    if (count < 3)
        std::printf("%.0f bytes for each label\n",
                    static_cast<double>(fs::file_size(fs::path(name) / "temsao.sqlite", none)) /
                        static_cast<double>(labels));
    fs::remove_all(name, none);
}
