#include "printers/feed.h"

#include "catch.h"
#include "printers/fake_printer.h"

#include <cstdlib>
#include <random>
#include <set>

using namespace temsao;
using namespace temsao::printers;
using temsao::test::fake_label;
using temsao::test::FakePrinter;
using Break = FakePrinter::Break;

namespace {

// Short times: a busy machine makes more labels unknown, never fewer.
constexpr Pace quick{Patience(300), Patience(60), Patience(150), Patience(1), 1'000'000};

// Where nothing should time out.
constexpr Pace patient{Patience(20'000), Patience(20'000), Patience(20'000), Patience(1), 1'000'000};

// What the books say of each label; no word is said twice, and none of a label that was not sent.
struct Book {
    std::set<std::int64_t> sent;
    std::map<std::int64_t, Fate> fates;
    bool is_orderly = true;

    Books books() {
        return {[this](std::int64_t first, std::int64_t end) -> Outcome {
                    for (; first < end; ++first)
                        is_orderly &= sent.insert(first).second;
                    return done;
                },
                [this](std::int64_t first, std::int64_t end, Fate fate) -> Outcome {
                    for (; first < end; ++first)
                        is_orderly &= sent.contains(first) && fates.emplace(first, fate).second;
                    return done;
                }};
    }
};

struct Run {
    Fed fed;
    Book book;
    std::map<int, int> roll;
};

Run print(const FakePrinter::Plan& plan, Answers answers, int labels, const Pace& pace = patient) {
    FakePrinter fake(plan);
    std::vector<std::string> commands;
    for (int i = 0; i < labels; ++i)
        commands.push_back(fake_label(plan.kind, i));
    std::vector<Load> loads;
    for (const auto& one : commands)
        loads.push_back({one, 1});
    Run run;
    auto printer = Printer::open(plan.kind, fake.address(), pace);
    // Some cases print from several threads, where Catch asserts nothing: a Result without its value ends the program.
    const auto fed = feed(*printer, answers, loads, run.book.books());
    run.fed = *fed;
    fake.stop();
    run.roll = fake.roll();
    return run;
}

// The rules that hold whatever happens; empty: all do.
std::string broken_rule(const Run& run, int labels) {
    if (!run.book.is_orderly || run.book.fates.size() != run.book.sent.size()) return "the books are not in order";
    for (int i = 0; i < labels; ++i) {
        const auto on_roll = run.roll.contains(i) ? run.roll.at(i) : 0;
        const auto fate = run.book.fates.find(i);
        const auto name = "label " + std::to_string(i);
        if (on_roll > 1) return name + " was printed twice";
        if (fate == run.book.fates.end() && on_roll > 0) return name + " was printed and never sent";
        if (fate != run.book.fates.end() && fate->second == Fate::printed && on_roll == 0)
            return name + " counts as printed and was not";
    }
    return "";
}

} // namespace

TEST_CASE("a printer that counts is fed ten labels at a time, and each counts as printed") {
    const auto run = print({}, Answers::counts, 37);
    CHECK(broken_rule(run, 37).empty());
    CHECK(run.fed.printed == 37);
    CHECK(run.fed.unknown == 0);
    CHECK(run.fed.all_sent);
    CHECK(run.fed.trouble == Trouble::none);
    CHECK(run.roll.size() == 37);
}

TEST_CASE("a printer that only says that it is busy is fed one label at a time") {
    const auto run = print({.kind = Kind::tsc, .is_seen_busy = true}, Answers::busy, 9);
    CHECK(broken_rule(run, 9).empty());
    CHECK(run.fed.printed == 9);
    CHECK(run.fed.unknown == 0);
    CHECK(run.fed.all_sent);
}

TEST_CASE("what a mute printer did is unknown, label by label") {
    const auto run = print({.kind = Kind::tsc, .answers = false}, Answers::mute, 12);
    CHECK(broken_rule(run, 12).empty());
    CHECK(run.fed.printed == 0);
    CHECK(run.fed.unknown == 12);
    CHECK(run.fed.all_sent);
}

TEST_CASE("a printer without paper is named so, and keeps no label for later") {
    const auto run = print({.how = Break::paper_out, .at_label = 13}, Answers::counts, 40);
    CHECK(broken_rule(run, 40).empty());
    CHECK(run.fed.trouble == Trouble::paper_out);
    CHECK(run.fed.printed == 13);
    CHECK(run.fed.unknown == 7);
    CHECK_FALSE(run.fed.all_sent);
}

TEST_CASE("a printer that has lost its count is believed nothing of the last batch") {
    const auto run = print({.how = Break::power_uncount, .at_label = 15}, Answers::counts, 40);
    CHECK(broken_rule(run, 40).empty());
    CHECK(run.fed.printed == 10);
    CHECK(run.fed.unknown == 10);
    CHECK(run.fed.is_silent);
}

TEST_CASE("after the power came back the printer's own count says which labels lie on the roll") {
    const auto run = print({.how = Break::power, .at_label = 15}, Answers::counts, 40);
    CHECK(broken_rule(run, 40).empty());
    CHECK(run.fed.printed == 15);
    CHECK(run.fed.unknown == 5);
}

TEST_CASE("a printer that answers nothing where it should count is sent nothing") {
    const auto run = print({.answers = false}, Answers::counts, 5, quick);
    CHECK(run.book.sent.empty());
    CHECK(run.fed.is_silent);
    CHECK(run.roll.empty());
}

TEST_CASE("wherever the plug is pulled, no label is printed twice, and none that was not printed counts as printed") {
    constexpr std::array breaks{
        Break::reset, Break::power, Break::power_uncount, Break::gone, Break::silent, Break::paper_out};
    const char* more = std::getenv("TEMSAO_PULLS"); // 1,000 for the whole test
    const int pulls = more ? std::atoi(more) : 60;
    const auto seed = std::random_device{}();
    CAPTURE(pulls, seed);
    std::mutex mutex;
    std::vector<std::string> wrong;
    std::int64_t printed = 0, unknown = 0, unsent = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            std::mt19937 dice(seed + static_cast<unsigned>(thread));
            for (int pull = thread; pull < pulls; pull += 4) {
                FakePrinter::Plan plan;
                plan.how = breaks[dice() % breaks.size()];
                const bool counts = dice() % 3 != 0;
                plan.kind = counts || dice() % 2 == 0 ? Kind::zebra : Kind::tsc;
                plan.a_label = std::chrono::microseconds(200 + dice() % 2000);
                plan.is_seen_busy = !counts;
                const int labels = 25;
                if (dice() % 2 == 0)
                    plan.at_label = 1 + dice() % labels;
                else
                    plan.at_byte = static_cast<std::int64_t>(dice() % (labels * fake_label(plan.kind, 1).size()));
                const auto run = print(plan, counts ? Answers::counts : Answers::busy, labels, quick);
                const std::lock_guard lock(mutex);
                printed += run.fed.printed;
                unknown += run.fed.unknown;
                unsent += labels - run.fed.printed - run.fed.unknown;
                if (const auto why = broken_rule(run, labels); !why.empty())
                    wrong.push_back(std::to_string(pull) + ": " + why);
                if (run.fed.unknown > (counts ? largest_batch : 1))
                    wrong.push_back(std::to_string(pull) + ": " + std::to_string(run.fed.unknown) + " unknown");
            }
        });
    for (auto& thread : threads)
        thread.join();
    CAPTURE(printed, unknown, unsent);
    CHECK(wrong == std::vector<std::string>{});
    CHECK(printed > 0);
}
