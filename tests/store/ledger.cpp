// The ledger's contract: one set of cases, held to on every store there is.
#include "store/ledger.h"

#include "catch.h"
#include "store/log_folders.h"
#include "store/opened.h"
#include "store/sightings.h"
#include "system/file.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace temsao;
using namespace temsao::store;
namespace fs = std::filesystem;

namespace {

const Date today = *Date::from(2026, 11, 24);

Issue issue_of(std::int64_t labels, std::string product = "09521234543213", bool serials = true) {
    return {.product = std::move(product),
            .certificate = "2394/QĐ-UBND",
            .lot = "261124",
            .day = today,
            .labels = labels,
            .has_serials = serials};
}

SerialState state(Ledger& ledger, const std::string& serial) {
    const auto found = ledger.find(serial, "");
    REQUIRE(found.ok());
    return found->row.state;
}

} // namespace

TEST_CASE("serials are reserved, then printed, and every label stands in the log", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto run = ledger.reserve({issue_of(3), issue_of(500, "PQXW8K2M4", false), issue_of(2, "09521234543220")});
    REQUIRE(run.ok());
    CHECK(run->at(0).serials.size() == 3);
    CHECK(run->at(1).serials.empty());
    CHECK(state(ledger, run->at(0).serials.at(0)) == SerialState::reserved);
    CHECK(*ledger.log_size() == 0);
    REQUIRE(ledger.print(*run).ok());
    CHECK(state(ledger, run->at(0).serials.at(0)) == SerialState::printed);
    REQUIRE(*ledger.log_size() == 6);
    CHECK(*ledger.entry(3) == "temsao printed 1\nproduct PQXW8K2M4\ncertificate 2394/QĐ-UBND\nlot 261124\n"
                              "day 2026-11-24\nissue 2\nlabels 500\n");
    CHECK(*ledger.entry(4) == "temsao printed 1\nproduct 09521234543220\ncertificate 2394/QĐ-UBND\nlot 261124\n"
                              "day 2026-11-24\nissue 3\nserial " +
                                  run->at(2).serials.at(0) + "\n");
    for (const auto& [issue, serials] : *run)
        for (const auto& serial : serials) {
            const auto proof = ledger.prove(serial, "");
            REQUIRE(proof.ok());
            const auto proved = trace::check_proof(trace::write_proof(*proof), *ledger.verifier());
            REQUIRE(proved.ok());
            CHECK(proved->entry.ends_with("serial " + serial + "\n"));
        }
}

TEST_CASE("a source that repeats itself gives no serial twice", "[ledger]") {
    const Home home;
    int drawn = 0;
    const auto repeating = [&] { return trace::write_serial(static_cast<std::uint64_t>(drawn++ / 3)); };
    auto ledger = opened_ledger(home, repeating);
    std::set<std::string> seen;
    for (int round = 0; round < 5; ++round) {
        const auto run = ledger.reserve({issue_of(7)});
        REQUIRE(run.ok());
        for (const auto& serial : run->front().serials)
            CHECK(seen.insert(serial).second);
    }
    CHECK(seen.size() == 35);
    auto stuck = opened_ledger(home, [] { return trace::write_serial(0); });
    CHECK(stuck.reserve({issue_of(1)}).error().what.id == "serial.none_free");
}

TEST_CASE("a serial is voided or reissued once, and never comes back", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto run = ledger.reserve({issue_of(3)});
    REQUIRE(ledger.print(*run).ok());
    const auto& [a, b, c] = std::tie(run->front().serials[0], run->front().serials[1], run->front().serials[2]);
    REQUIRE(ledger.void_serial(a, "", today, "rách\nnhãn").ok());
    CHECK(state(ledger, a) == SerialState::voided);
    CHECK(*ledger.entry(3) ==
          "temsao voided 1\nproduct 09521234543213\nserial " + a + "\nday 2026-11-24\nreason rách nhãn\n");
    const auto fresh = ledger.reissue(b, "", today, "rách\nkhi dán");
    REQUIRE(fresh.ok());
    CHECK(state(ledger, b) == SerialState::reissued);
    const auto& by = fresh->serials.front();
    CHECK(state(ledger, by) == SerialState::reserved);
    CHECK(*ledger.entry(4) == "temsao reissued 1\nproduct 09521234543213\nserial " + b + "\nday 2026-11-24\nby " + by +
                                  "\nreason rách khi dán\n");
    for (const auto& gone : {a, b}) {
        CHECK(ledger.void_serial(gone, "", today, "").error().what.id == "serial.state");
        CHECK(ledger.reissue(gone, "", today, "").error().what.id == "serial.state");
        CHECK(ledger.reserve(issue_of(1), gone).error().what.id == "serial.used");
    }
    CHECK(ledger.reserve(issue_of(1), c).error().what.id == "serial.used");
    CHECK(ledger.prove(by, "").error().what.id == "serial.state"); // not printed yet
    CHECK(ledger.reserve(issue_of(1, "09521234543220"), by).error().what.id == "serial.other_product");
    const auto again = ledger.reserve(issue_of(1), by);
    REQUIRE(again.ok());
    REQUIRE(ledger.print({*again}).ok());
    CHECK(state(ledger, by) == SerialState::printed);
    CHECK(ledger.void_serial("00000000", "", today, "").error().what.id == "serial.unknown");
}

TEST_CASE("a producer's own serials are unique within their product", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto first = ledger.reserve(issue_of(1), "LO-17");
    REQUIRE(first.ok());
    REQUIRE(ledger.print({*first}).ok());
    CHECK(ledger.reserve(issue_of(1), "LO-17").error().what.id == "serial.used");
    const auto other = ledger.reserve(issue_of(1, "09521234543220"), "LO-17");
    REQUIRE(other.ok());
    CHECK(ledger.find("LO-17", "").error().what.id == "serial.ambiguous");
    CHECK(ledger.find("LO-17", "09521234543220")->row.state == SerialState::reserved);
    CHECK(ledger.prove("LO-17", "09521234543213")->entry.ends_with("serial LO-17\n"));
}

TEST_CASE("what somebody voided meanwhile is not printed", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home), other = opened_ledger(home);
    const auto run = ledger.reserve({issue_of(2)});
    REQUIRE(other.void_serial(run->front().serials[1], "", today, "").ok());
    CHECK(ledger.print(*run).error().what.id == "serial.overtaken");
    CHECK(state(ledger, run->front().serials[0]) == SerialState::reserved);
    CHECK(*ledger.log_size() == 1);
}

TEST_CASE("a run that never printed is told of until it is given up, and then prints no more", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home), other = opened_ledger(home);
    const auto run = ledger.reserve({issue_of(3), issue_of(9, "PQXW8K2M4", false)});
    REQUIRE(ledger.print(*ledger.reserve({issue_of(1, "09521234543220")})).ok());
    const auto& [first, second] = std::pair(run->at(0).issue.id, run->at(1).issue.id);
    REQUIRE(other.unprinted()->size() == 2);
    CHECK(other.audit()->unprinted.at(0).labels == 3);
    REQUIRE(other.void_serial(run->at(0).serials[2], "", today, "").ok());
    CHECK(other.unprinted()->at(0).withdrawn == 1);
    CHECK(*other.give_up(first) == 2);
    CHECK(*other.give_up(first) == 0);
    CHECK(*other.give_up(second) == 0);
    CHECK(state(ledger, run->at(0).serials[0]) == SerialState::voided);
    CHECK(other.unprinted()->empty());
    CHECK(ledger.print({run->at(0)}).error().what.id == "serial.overtaken");
    CHECK(ledger.print({run->at(1)}).error().what.id == "serial.overtaken");
    CHECK(ledger.give_up(3).error().what.id == "serial.run_printed");
    CHECK(ledger.give_up(99).error().what.id == "serial.run_none");
    CHECK(*ledger.log_size() == 2);
    CHECK(ledger.audit()->holds());
}

TEST_CASE("a reissued serial waits as unprinted until its label is printed", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto run = ledger.reserve({issue_of(1)});
    REQUIRE(ledger.print(*run).ok());
    const auto fresh = ledger.reissue(run->front().serials.front(), "", today, "");
    CHECK(ledger.unprinted()->size() == 1);
    const auto again = ledger.reserve(issue_of(1), fresh->serials.front());
    REQUIRE(ledger.print({*again}).ok());
    CHECK(ledger.unprinted()->empty());
}

TEST_CASE("a run whose files failed is voided in the log", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto run = ledger.reserve({issue_of(2), issue_of(9, "PQXW8K2M4", false)});
    REQUIRE(ledger.print(*run).ok());
    REQUIRE(ledger.void_run(*run, today, "the disk was full").ok());
    CHECK(state(ledger, run->front().serials[0]) == SerialState::voided);
    CHECK(*ledger.log_size() == 6);
    CHECK(ledger.entry(5)->starts_with("temsao voided 1\nproduct PQXW8K2M4\nserial -\n"));
}

TEST_CASE("every older checkpoint is the beginning of the newest, and a foreign one is not", "[ledger]") {
    const Home home, elsewhere;
    auto ledger = opened_ledger(home), foreign = opened_ledger(elsewhere);
    std::vector<std::string> checkpoints;
    for (const std::int64_t labels : {1, 254, 1, 1, 300, 7}) {
        REQUIRE(ledger.print(*ledger.reserve({issue_of(labels)})).ok());
        checkpoints.push_back(*ledger.checkpoint());
    }
    for (const auto& older : checkpoints) {
        const auto proof = ledger.prove_since(older);
        REQUIRE(proof.ok());
        CHECK(trace::check_proof(trace::write_proof(*proof), *ledger.verifier()).ok());
    }
    REQUIRE(foreign.print(*foreign.reserve({issue_of(1)})).ok());
    CHECK(ledger.prove_since(*foreign.checkpoint()).error().what.id == "note.unsigned");
    CHECK(opened_ledger(elsewhere).verifier()->text() == foreign.verifier()->text());
    CHECK((fs::status(home.path / "log.key").permissions() & fs::perms(0777)) == fs::perms(0600));
}

TEST_CASE("the audit counts labels by certificate and lot against what was declared", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto declare = [&](std::int64_t quantity) {
        return ledger.declare({.product = "09521234543213",
                               .lot = "261124",
                               .certificate = "2394/QĐ-UBND",
                               .day = today,
                               .quantity = quantity});
    };
    REQUIRE(declare(9).ok());
    auto renewed = issue_of(4);
    renewed.certificate = "1/QĐ-UBND";
    const auto run = ledger.reserve({issue_of(6), renewed, issue_of(40, "PQXW8K2M4", false)});
    REQUIRE(ledger.print(*run).ok());
    REQUIRE(ledger.reserve({issue_of(100)}).ok()); // never printed: no label
    auto audit = ledger.audit();
    REQUIRE(audit.ok());
    CHECK(audit->holds());
    REQUIRE(audit->rows.size() == 3);
    CHECK(audit->rows[0].count.certificate == "1/QĐ-UBND");
    CHECK(audit->rows[0].count.printed == 4);
    CHECK(audit->rows[1].count.printed == 6);
    CHECK(audit->rows[1].declared == 9);
    CHECK(audit->rows[1].over); // 10 of the lot under two certificates
    CHECK(audit->rows[2].count.printed == 40);
    CHECK_FALSE(audit->rows[2].declared);
    CHECK_FALSE(audit->rows[2].over);
    REQUIRE(ledger.void_serial(run->front().serials.front(), "", today, "").ok());
    audit = ledger.audit();
    CHECK(audit->rows[1].count.ended == 1);
    CHECK_FALSE(audit->rows[1].over);
    REQUIRE(declare(8).ok()); // the last word counts
    CHECK(ledger.audit()->rows[1].over);
}

TEST_CASE("checks of several inspectors merge to the same set in any order, any number of times", "[ledger]") {
    std::uint64_t state = 42; // a fixed sequence
    const auto pick = [&](std::uint64_t n) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state >> 33) % n;
    };
    const auto some = [&] {
        std::vector<Sighting> log;
        for (auto n = pick(30); n > 0; --n)
            log.push_back({.product = "0952123454321" + std::to_string(pick(3)),
                           .lot = "L" + std::to_string(pick(2)),
                           .serial = pick(4) == 0 ? "" : trace::write_serial(pick(6)),
                           .day = today.plus_days(static_cast<int>(pick(3))),
                           .place = pick(2) == 0 ? "Vinh" : "Huế",
                           .inspector = pick(2) == 0 ? "An" : "Bình",
                           .verdict = "valid",
                           .code = "https://id.ocop.vn/…",
                           .time = pick(3) == 0 ? "" : "1" + std::to_string(pick(10)) + ":30"});
        return log;
    };
    for (int round = 0; round < 8; ++round) {
        const auto a = some(), b = some(), c = some();
        const Home first, second;
        auto one = opened_ledger(first), other = opened_ledger(second);
        for (const auto* log : {&a, &b, &c})
            REQUIRE(one.sightings().record(*log).ok());
        for (const auto* log : {&c, &a, &c, &b, &a})
            REQUIRE(other.sightings().record(*log).ok());
        REQUIRE(other.sightings().record(*one.sightings().all()).ok());
        const auto merged = *one.sightings().all();
        CHECK(merged == *other.sightings().all());
        // What a second way finds: of checks that differ in their time only, the one with the earliest time told.
        std::vector<Sighting> expected;
        for (const auto* log : {&a, &b, &c})
            for (const auto& sighting : *log) {
                const auto same = std::find_if(expected.begin(), expected.end(), [&](auto known) {
                    known.time = sighting.time;
                    return known == sighting;
                });
                if (same == expected.end())
                    expected.push_back(sighting);
                else if (same->time.empty() || (!sighting.time.empty() && sighting.time < same->time))
                    same->time = sighting.time;
            }
        CHECK(expected.size() == merged.size());
        for (const auto& sighting : expected)
            CHECK(std::find(merged.begin(), merged.end(), sighting) != merged.end());
        CHECK(*one.sightings().damaged() == 0);
    }
    const Home home;
    auto ledger = opened_ledger(home);
    const auto log = some();
    const auto once = ledger.sightings().record(log), again = ledger.sightings().record(log);
    REQUIRE((once.ok() && again.ok()));
    CHECK(once->added == once->all);
    CHECK((again->added == 0 && again->all == once->all));
    CHECK(static_cast<std::size_t>(once->all) == ledger.sightings().all()->size());
    CHECK(ledger.sightings().of("09521234543210", "")->empty()); // no serial, no history
}

TEST_CASE("two that print at once lose nothing and share no serial", "[ledger]") {
    const Home home;
    constexpr int runs = 20, labels = 25;
    (void)opened_ledger(home); // the tables
    const auto work = [&] {
        auto ledger = Ledger::open(home.path, home.store);
        for (int i = 0; ledger && i < runs; ++i)
            if (auto run = ledger->reserve({issue_of(labels)}); !run || !ledger->print(*run).ok()) std::_Exit(1);
        std::_Exit(ledger ? 0 : 1);
    };
    for (int process = 0; process < 2; ++process)
        if (fork() == 0) work();
    for (int process = 0; process < 2; ++process) {
        int status = 0;
        REQUIRE(wait(&status) > 0);
        CHECK(status == 0);
    }
    auto ledger = opened_ledger(home);
    std::set<std::string> seen;
    REQUIRE(*ledger.log_size() == 2 * runs * labels);
    for (std::int64_t leaf = 0; leaf < 2 * runs * labels; ++leaf) {
        const auto entry = *ledger.entry(leaf);
        const auto serial = entry.substr(entry.rfind(' ') + 1, 8);
        CHECK(seen.insert(serial).second);
        CHECK(ledger.find(serial, "")->row.leaf == leaf);
    }
    CHECK(trace::open_checkpoint(*ledger.checkpoint(), *ledger.verifier())->root == *ledger.root(2 * runs * labels));
}

namespace {

// Reserves and prints runs until it is killed. It tells of each: "r" and serials when reserved, "p" and serials when
// printed.
[[noreturn]] void print_until_killed(const Home& home, int pipe) {
    auto ledger = Ledger::open(home.path, home.store);
    if (!ledger) std::_Exit(1);
    for (;;) {
        const auto run = ledger->reserve({issue_of(4)});
        if (!run) std::_Exit(1);
        const auto tell = [&](char what) {
            std::string words(1, what);
            for (const auto& serial : run->front().serials)
                words += " " + serial;
            words += "\n";
            if (write(pipe, words.data(), words.size()) < 0) std::_Exit(1);
        };
        tell('r');
        if (!ledger->print(*run).ok()) std::_Exit(1);
        tell('p');
    }
}

void kill_worker(pid_t child) {
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status)); // it did not give up by itself
}

// A worker that prints until it is killed, and what it tells.
class Worker {
public:
    explicit Worker(const Home& home) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        child_ = fork();
        if (child_ == 0) print_until_killed(home, ends[1]);
        close(ends[1]); // so that reading ends when the worker does
        pipe_ = ends[0];
    }

    ~Worker() { close(pipe_); }

    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    bool hear() {
        char part[4096];
        const auto size = read(pipe_, part, sizeof part);
        if (size > 0) told_.append(part, static_cast<std::size_t>(size));
        return size > 0;
    }

    const std::string& told() const { return told_; }

    std::string killed() {
        kill_worker(child_);
        while (hear()) {
        }
        return std::move(told_);
    }

private:
    pid_t child_ = 0;
    int pipe_ = -1;
    std::string told_;
};

// Starts the worker and kills it, `kills` times, spread over twice the time that this machine takes today from the
// start to the first printed run, and over four seconds at most. Answers with what the workers told.
std::string told_by_killed_workers(const Home& home, int kills) {
    using namespace std::chrono_literals;
    const auto started = std::chrono::steady_clock::now();
    Worker first(home);
    while (first.told().find("\np") == first.told().npos)
        REQUIRE(first.hear());
    const auto span = std::min<std::chrono::nanoseconds>(2 * (std::chrono::steady_clock::now() - started), 4s);
    auto told = first.killed();
    for (int round = 0; round < kills; ++round) {
        Worker worker(home);
        std::this_thread::sleep_for(span * (round + 1) / kills);
        told += worker.killed();
    }
    return told;
}

} // namespace

TEST_CASE("killed at many points, the ledger loses nothing it confirmed and gives no serial twice", "[ledger]") {
    const Home home;
    (void)opened_ledger(home);
    constexpr int kills = 120;
    const auto told = told_by_killed_workers(home, kills);

    auto ledger = opened_ledger(home);
    std::set<std::string> reserved;
    int lost = 0, twice = 0, printed = 0;
    std::istringstream lines(told);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string what, serial;
        for (words >> what; words >> serial;) {
            if (what == "r") twice += !reserved.insert(serial).second;
            const auto found = ledger.find(serial, "");
            lost += !found || (what == "p" && found->row.state != SerialState::printed);
            printed += what == "p";
        }
    }
    CHECK(lost == 0);
    CHECK(twice == 0);
    CHECK(printed > 0);
    const auto size = *ledger.log_size();
    std::set<std::string> logged;
    for (std::int64_t leaf = 0; leaf < size; ++leaf)
        CHECK(logged.insert(*ledger.entry(leaf)).second);
    CHECK(size >= printed);
    CHECK(trace::open_checkpoint(*ledger.checkpoint(), *ledger.verifier())->root == *ledger.root(size));
    WARN(kills << " kills, " << reserved.size() << " serials reserved, " << size << " logged, " << lost << " lost, "
               << twice << " double");
}

TEST_CASE("a copy that is behind a published mark begins a new log, which names the old one and holds", "[ledger]") {
    const Home home;
    const auto published = home.path / "so";
    fs::create_directories(published);
    std::string newer;
    std::int64_t size = 0;
    {
        auto ledger = opened_ledger(home);
        const auto run = ledger.reserve({issue_of(3)});
        REQUIRE(ledger.print(*run).ok());
        size = *ledger.log_size();
        CHECK(ledger.extends(*ledger.checkpoint()).ok());
        CHECK(**ledger.extends(*ledger.checkpoint()));
        // What the original would sign for the entries that it printed after the copy was made.
        const auto key = load_log_key(home.path);
        REQUIRE((key.ok() && key->has_value()));
        newer = trace::write_checkpoint({(*key)->verifier.name, size + 5, trace::merkle::Hash{}}, (*key)->secret);
        CHECK_FALSE(**ledger.extends(newer));
        CHECK_FALSE(*ledger.extends("somebody else's\n"));
    }
    REQUIRE(write_file(published / checkpoint_name, newer).ok());
    REQUIRE(remember_log_folder(home.path, published).ok());
    const auto old_name = opened_ledger(home).verifier()->text();
    CHECK(opened_ledger(home).audit()->behind == published.string());
    CHECK_FALSE(opened_ledger(home).audit()->holds());

    auto ledger = opened_ledger(home);
    const auto run = ledger.reserve({issue_of(2)});
    REQUIRE(ledger.print(*run).ok());
    CHECK(*ledger.log_size() == size + 3); // one entry names the old log
    CHECK(ledger.entry(size)->starts_with("temsao continues 1\nlog " + old_name + "\nsize 3\nroot "));
    CHECK(ledger.verifier()->text() != old_name);
    const auto audit = ledger.audit();
    REQUIRE(audit.ok());
    CHECK(audit->holds());
    CHECK(audit->checkpoints == 3);
    CHECK_FALSE(*ledger.extends(newer)); // another log's now
    const auto proof = ledger.prove(run->at(0).serials.at(0), "");
    REQUIRE(proof.ok());
    CHECK(trace::check_proof(trace::write_proof(*proof), *ledger.verifier()).ok());
    const auto next = ledger.reserve({issue_of(1)}); // once is enough
    REQUIRE(ledger.print(*next).ok());
    CHECK(*ledger.log_size() == size + 4);
    CHECK(opened_ledger(home).audit()->holds());
}

TEST_CASE("serials that ended in every way leave an audit that holds", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto printed = ledger.reserve({issue_of(4), issue_of(9, "PQXW8K2M4", false)});
    REQUIRE(ledger.print(*printed).ok());
    const auto& serials = printed->at(0).serials;
    REQUIRE(ledger.void_serial(serials[0], "", today, "rách").ok());
    REQUIRE(ledger.reissue(serials[1], "", today, "").ok());
    const auto given_up = ledger.reserve({issue_of(3)});
    REQUIRE(ledger.void_serial(given_up->at(0).serials[0], "", today, "mất").ok());
    REQUIRE(ledger.give_up(given_up->at(0).issue.id).ok());
    const auto failed = ledger.reserve({issue_of(2), issue_of(5, "PQXW8K2M4", false)});
    REQUIRE(ledger.print(*failed).ok());
    REQUIRE(ledger.void_run(*failed, today, "disk full").ok());
    const auto own = ledger.reserve(issue_of(1), "LO-17");
    REQUIRE(own.ok());
    REQUIRE(ledger.print({*own}).ok());
    REQUIRE(ledger.void_serial("LO-17", "", today, "").ok());
    const auto audit = ledger.audit();
    REQUIRE(audit.ok());
    CHECK(audit->inconsistent == 0);
    CHECK(audit->unsigned_entries == 0);
    CHECK(audit->holds());
}

TEST_CASE("labels that go to a printer enter the log as each is sent, and what became of them is kept", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto run = *ledger.reserve({issue_of(10)});
    const auto& [issue, serials] = run.front();
    const auto part = [&](std::size_t first, std::size_t end) {
        const auto at = serials.begin();
        return std::vector(at + static_cast<std::ptrdiff_t>(first), at + static_cast<std::ptrdiff_t>(end));
    };
    REQUIRE(ledger.send({issue, part(0, 4)}).ok());
    CHECK(*ledger.log_size() == 4);
    CHECK(state(ledger, serials[0]) == SerialState::sent);
    CHECK(state(ledger, serials[4]) == SerialState::reserved);
    CHECK(ledger.audit()->holds()); // also while it prints
    CHECK(ledger.audit()->rows[0].count.printed - ledger.audit()->rows[0].count.ended == 4);
    REQUIRE(ledger.settle(part(0, 4), SerialState::printed).ok());
    REQUIRE(ledger.send({issue, part(4, 7)}).ok());
    REQUIRE(ledger.settle(part(4, 5), SerialState::printed).ok());
    REQUIRE(ledger.settle(part(5, 7), SerialState::unknown).ok());
    for (std::size_t i = 7; i < 10; ++i)
        REQUIRE(ledger.void_serial(serials[i], "", today, "never sent").ok());
    CHECK(state(ledger, serials[4]) == SerialState::printed);
    CHECK(state(ledger, serials[6]) == SerialState::unknown);
    CHECK(ledger.audit()->holds());
    CHECK(ledger.audit()->rows[0].count.printed - ledger.audit()->rows[0].count.ended == 7);
    CHECK(*ledger.log_size() == 10);

    // A label that was unknown turns out to lie on the roll; another one does not, and a third gets a new number.
    REQUIRE(ledger.settle(part(5, 6), SerialState::printed).ok());
    CHECK(ledger.reissue(serials[6], "", today, "unknown").ok());
    CHECK(state(ledger, serials[6]) == SerialState::reissued);
    const auto ordered = ledger.serials_of(issue.id);
    REQUIRE(ordered->size() == 10);
    for (std::size_t i = 0; i < 7; ++i)
        CHECK(ordered->at(i).row.serial == serials[i]);
    CHECK(ledger.audit()->holds());
}

TEST_CASE("no serial is sent twice, and what ended or was never sent has no word of a printer", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto run = *ledger.reserve({issue_of(3)});
    const auto& [issue, serials] = run.front();
    REQUIRE(ledger.send({issue, {serials[0]}}).ok());
    CHECK_FALSE(ledger.send({issue, {serials[0]}}).ok());
    CHECK_FALSE(ledger.send({issue, {serials[1], serials[0]}}).ok()); // all of a batch or none
    CHECK(state(ledger, serials[1]) == SerialState::reserved);
    CHECK_FALSE(ledger.settle({serials[1]}, SerialState::printed).ok());
    REQUIRE(ledger.void_serial(serials[0], "", today, "").ok());
    CHECK_FALSE(ledger.settle({serials[0]}, SerialState::printed).ok());
    CHECK_FALSE(ledger.settle({"no such serial"}, SerialState::unknown).ok());
    REQUIRE(ledger.settle({}, SerialState::unknown).ok());
    CHECK(ledger.audit()->holds());
}
