// A lot book of a hundred thousand lots, eight steps from the field to the shop, with one ingredient in all of them:
// how long it takes to show a lot, to trace it, and to recall it.
//   bench_lots [LOTS [postgresql://…]]
#include "job/job.h"
#include "office/jobs.h"
#include "store/ledger.h"
#include "store/lot_events.h"

#include <chrono>
#include <cstdio>

using namespace temsao;
namespace fs = std::filesystem;

namespace {

constexpr int steps = 8;
const Date today = *Date::from(2026, 11, 24);

lots::Lot lot_of(int step, int column) {
    return {step == steps - 1 ? "09520000010003" : "N4QK7Z2A" + std::string(1, static_cast<char>('A' + step)),
            "L" + std::to_string(step) + "-" + std::to_string(column)};
}

const lots::Lot salt{"N4QK7Z2AZ", "MUOI-1"};

std::vector<lots::Event> book_of(int columns) {
    std::vector<lots::Event> events;
    const auto add = [&](lots::Kind kind, int step) -> lots::Event& {
        events.push_back({.id = "ni:///sha-256;" + std::to_string(100'000'000 + events.size()),
                          .kind = kind,
                          .at = lots::noon_of(today.plus_days(step - 100)),
                          .recorded = 1'790'000'000});
        return events.back();
    };
    add(lots::Kind::receive, -1).outputs.push_back({salt, lots::Amount{900'000'000'000, "KGM"}});
    for (int column = 0; column < columns; ++column)
        for (int step = 0; step < steps; ++step) {
            auto& made = add(step == 0           ? lots::Kind::receive
                             : step == steps - 1 ? lots::Kind::pack
                                                 : lots::Kind::transform,
                             step);
            made.outputs.push_back({lot_of(step, column), lots::Amount{1'000'000, step == steps - 1 ? "" : "KGM"}});
            if (step > 0) made.inputs.push_back({lot_of(step - 1, column), lots::Amount{1'000'000, "KGM"}});
            if (step > 0) made.inputs.push_back({salt, lots::Amount{1000, "KGM"}});
            if (step < steps - 1) continue;
            for (int i = 0; i < 6; ++i) {
                auto& shipped = add(lots::Kind::ship, step + 1);
                shipped.outputs.push_back({lot_of(step, column), lots::Amount{24'000, ""}});
                shipped.party = "D4QK7Z2A" + std::string(1, static_cast<char>('A' + (column + i) % 26));
            }
        }
    return events;
}

} // namespace

int main(int count, char** arguments) {
    const auto lots = count > 1 ? std::atoi(arguments[1]) : 100'000;
    const std::string store = count > 2 ? arguments[2] : "";
    auto name = (fs::temp_directory_path() / "temsao-bench-XXXXXX").string();
    if (!mkdtemp(name.data())) return 1;
    auto before = std::chrono::steady_clock::now();
    const auto lap = [&](const char* what) {
        const auto now = std::chrono::steady_clock::now();
        std::printf("%-44s %9.1f ms\n", what, std::chrono::duration<double, std::milli>(now - before).count());
        before = std::chrono::steady_clock::now();
    };
    {
        auto ledger = store::Ledger::open(name, store);
        if (!ledger) return std::puts(say(ledger.error().what, Lang::en).c_str());
        const auto events = book_of(lots / steps);
        std::printf("%d lots, %zu events\n", lots, events.size());
        if (const auto noted = ledger->lot_events().note(events, today); !noted)
            return std::puts(say(noted.error().what, Lang::en).c_str());
    }
    lap("written down");
    job::Surroundings around{.home = name, .share = {}, .today = today, .time = "10:32", .progress = {}};
    using Job = Result<job::Report>(const job::Request&, const job::Surroundings&);
    const auto run = [&](const char* what, Job* job, std::map<std::string, std::vector<std::string>> options) {
        if (!store.empty()) options["store"] = {store};
        const auto report = job({.job = what, .options = std::move(options)}, around);
        if (!report) std::puts(say(report.error().what, Lang::en).c_str());
        lap(what);
    };
    {
        auto ledger = store::Ledger::open_to_read(name, store);
        const auto found = ledger ? ledger->lot_events().whereabouts(salt) : ledger.error();
        lap("the store alone, of what is in every lot");
        if (found) std::printf("%zu lots were made of it\n", found->size() - 1);
    }
    const std::vector<std::string> last{"L7-5"}, first{"L0-5"}, fish{"N4QK7Z2AA"}, reason{"thử"}, yes{"yes"};
    run("show a lot", office::show_lots, {{"item", last}});
    run("trace a lot back and forward", office::trace_lot, {{"item", {"L4-5"}}});
    run("see what the recall of a lot would do",
        office::recall_lot,
        {{"item", fish}, {"lot", first}, {"reason", reason}, {"dry-run", yes}});
    run("recall a lot", office::recall_lot, {{"item", fish}, {"lot", first}, {"reason", reason}});
    run("see the recall of what is in every lot",
        office::recall_lot,
        {{"item", {salt.product}}, {"lot", {salt.lot}}, {"reason", reason}, {"dry-run", yes}});
    run("recall what is in every lot",
        office::recall_lot,
        {{"item", {salt.product}}, {"lot", {salt.lot}}, {"reason", reason}});
    std::error_code none;
    fs::remove_all(name, none);
}
