// What lies beside the print log is compared with it: each way to alter, remove or add a record is found by the audit.
#include "catch.h"
#include "store/ledger.h"
#include "store/log_folders.h"
#include "store/lot_events.h"
#include "store/opened.h"
#include "system/file.h"

#include <sqlite3.h>

using namespace temsao;
using namespace temsao::store;
namespace fs = std::filesystem;

namespace {

const Date today = *Date::from(2026, 11, 24);

Issue issue_of(std::int64_t labels, bool has_serials) {
    return {.product = has_serials ? "09520000010003" : "PQXW8K2M4",
            .certificate = "100/QĐ-UBND",
            .lot = "261124",
            .day = today,
            .labels = labels,
            .has_serials = has_serials};
}

lots::Event event(int number) {
    return {.id = "ni:///sha-256;" + std::to_string(100000000 + number),
            .kind = lots::Kind::receive,
            .at = lots::moment_at(1'700'000'000 + number * 60),
            .recorded = 1'700'000'000,
            .outputs = {{{"N4QK7Z2AW", "L" + std::to_string(number)}, lots::Amount{1000, "KGM"}}}};
}

// Printed, voided, reissued, given up, declared, noted and struck through: everything once.
void fill(const Home& home) {
    auto ledger = opened_ledger(home);
    const auto run = ledger.reserve({issue_of(4, true), issue_of(3, false)});
    REQUIRE(ledger.print(*run).ok());
    REQUIRE(ledger.void_serial(run->at(0).serials[0], "", today, "rách").ok());
    REQUIRE(ledger.reissue(run->at(0).serials[1], "", today, "").ok());
    const auto failed = ledger.reserve({issue_of(5, false)});
    REQUIRE(ledger.print(*failed).ok());
    REQUIRE(ledger.void_run(*failed, today, "đĩa đầy").ok());
    const auto given_up = ledger.reserve({issue_of(2, true)});
    REQUIRE(ledger.give_up(given_up->at(0).issue.id).ok());
    REQUIRE(ledger.reserve({issue_of(2, true)}).ok());
    REQUIRE(ledger.declare({"09520000010003", "261124", "100/QĐ-UBND", today, 10, 0}).ok());
    REQUIRE(ledger.lot_events().note({event(1), event(2)}, today).ok());
    REQUIRE(ledger.lot_events().strike(event(2).id, {.at = 1'700'000'500}, today).ok());
}

void alter(const Home& home, const std::string& sql) {
    sqlite3* connection = nullptr;
    REQUIRE(sqlite3_open((home.path / "temsao.sqlite").c_str(), &connection) == SQLITE_OK);
    std::string drop; // triggers: they are of no use to who alters the file
    const auto add = [](void* all, int, char** row, char**) {
        *static_cast<std::string*>(all) += std::string("DROP TRIGGER ") + row[0] + ";";
        return 0;
    };
    sqlite3_exec(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'", add, &drop, nullptr);
    char* why = nullptr;
    sqlite3_exec(connection, (drop + sql).c_str(), nullptr, nullptr, &why);
    INFO((why ? why : ""));
    CHECK(why == nullptr);
    CHECK(sqlite3_total_changes(connection) > 0);
    sqlite3_close(connection);
}

} // namespace

TEST_CASE("every record beside the log is compared with it") {
    {
        const Home home;
        fill(home);
        CHECK(opened_ledger(home).audit()->holds());
    }
    for (const auto* sql :
         {"DELETE FROM lot_event",
          "DELETE FROM lot_event WHERE struck_at <> 0",
          "DELETE FROM lot_part",
          "UPDATE lot_event SET kind = 'qeceive'",
          "UPDATE lot_event SET at = at + 86400",
          "UPDATE lot_event SET leaf = leaf + 1",
          "UPDATE lot_event SET struck_at = 0",
          "UPDATE lot_event SET struck_at = 1 WHERE struck_at = 0",
          "UPDATE lot_event SET struck_by = 'x' WHERE struck_at <> 0",
          "UPDATE lot_event SET id = id || '1'",
          "UPDATE lot_part SET lot = 'L9'",
          "INSERT INTO lot_part VALUES ('nobody', 'in', 0, 'N4QK7Z2AW', 'L1', 1, 'KGM')",
          "DELETE FROM declaration",
          "UPDATE declaration SET quantity = 100",
          "UPDATE declaration SET leaf = leaf + 1",
          "INSERT INTO declaration VALUES (0, '09520000010003', '261124', '', '2026-11-24', 1)",
          "UPDATE issue SET withdrawn = 1 WHERE id = 1",
          "UPDATE issue SET withdrawn = 3 WHERE id = 2",
          "UPDATE issue SET withdrawn = 0 WHERE product = 'PQXW8K2M4'",
          "UPDATE issue SET withdrawn = labels WHERE first_leaf IS NULL AND has_serials AND withdrawn = 0",
          "UPDATE issue SET labels = 5 WHERE id = 1",
          "UPDATE issue SET first_leaf = 1 WHERE id = 1",
          "UPDATE issue SET first_leaf = NULL WHERE id = 1",
          "DELETE FROM issue WHERE id = 1",
          "UPDATE serial SET state = 3 WHERE state = 2 AND leaf IS NOT NULL",
          "UPDATE serial SET state = 2 WHERE state = 3",
          "UPDATE serial SET state = 1 WHERE state = 0",
          "UPDATE serial SET state = 7 WHERE state = 1",
          "DELETE FROM serial WHERE state = 0",
          "DELETE FROM log WHERE leaf = (SELECT max(leaf) FROM log)"}) {
        INFO(sql);
        const Home home;
        fill(home);
        alter(home, sql);
        const auto audit = opened_ledger(home).audit();
        REQUIRE(audit.ok());
        CHECK_FALSE(audit->holds());
    }
}

TEST_CASE("every tile of the log is compared, not only those that its root is made of") {
    const Home home;
    {
        auto ledger = opened_ledger(home);
        REQUIRE(ledger.print(*ledger.reserve({issue_of(600, true)})).ok());
        CHECK(ledger.audit()->holds());
    }
    alter(home, "UPDATE log_tile SET hashes = zeroblob(length(hashes)) WHERE level = 0 AND number = 0");
    CHECK_FALSE(opened_ledger(home).audit()->holds());
}

TEST_CASE("without the key of its log nothing is added to it, and the way on is a log that names it") {
    const Home home;
    std::string old;
    {
        auto ledger = opened_ledger(home);
        const auto run = ledger.reserve({issue_of(2, true)});
        REQUIRE(ledger.print(*run).ok());
        old = ledger.verifier()->text();
    }
    fs::remove(log_key_file(home.path));
    auto ledger = opened_ledger(home);
    const auto is_refused = [](const auto& result) { return !result && result.error().what.id == "log.key_gone"; };
    CHECK(is_refused(ledger.reserve({issue_of(1, true)})));
    CHECK(is_refused(ledger.reserve(issue_of(1, true), "LO-17")));
    CHECK(is_refused(ledger.declare({"09520000010003", "261124", "", today, 1, 0})));
    CHECK(is_refused(ledger.lot_events().note({event(1)}, today)));
    CHECK_FALSE(fs::exists(log_key_file(home.path)));
    CHECK(*ledger.log_size() == 2);
    CHECK(ledger.audit()->holds());

    REQUIRE(ledger.begin_new_log(today).ok());
    CHECK(ledger.entry(2)->starts_with("temsao continues 1\nlog " + old));
    CHECK(ledger.print(*ledger.reserve({issue_of(1, true)})).ok());
    CHECK(opened_ledger(home).audit()->holds());
}

TEST_CASE("a key whose log is not in the database signs no second history") {
    const Home home;
    REQUIRE(opened_ledger(home).declare({"09520000010003", "261124", "", today, 1, 0}).ok());
    const auto old = opened_ledger(home).verifier()->text();
    for (const auto* part : {"", "-wal", "-shm"})
        fs::remove((home.path / "temsao.sqlite").string() + part);
    REQUIRE(opened_ledger(home).declare({"09520000010003", "261124", "", today, 2, 0}).ok());
    CHECK(opened_ledger(home).verifier()->text() != old);
    CHECK(**opened_ledger(home).holds_key());
    CHECK(opened_ledger(home).audit()->holds());
}

TEST_CASE("a file of the ledger that may not be read is an error that names it") {
    for (const auto* name : {"temsao.sqlite", "log.key", "log-folders"}) {
        INFO(name);
        const Home home;
        fill(home);
        fs::remove(home.path / name);
        fs::create_symlink(name, home.path / name); // leads to itself
        auto ledger = Ledger::open_to_read(home.path);
        const auto audit = ledger ? ledger->audit() : ledger.error();
        const auto key = ledger ? ledger->holds_key() : ledger.error();
        const auto* why = !audit ? &audit.error() : !key ? &key.error() : nullptr;
        REQUIRE(why);
        CHECK(why->cause == Cause::io);
        CHECK(why->what.facts.at(0) == (home.path / name).string());
    }
}
