// The desk's tables: one set of cases, held to on every store there is.
#include "store/desk_store.h"

#include "catch.h"
#include "store/accounts.h"
#include "store/audit_entries.h"
#include "store/database.h"
#include "store/desk_tables.h"
#include "store/introductions.h"
#include "store/opened.h"
#include "store/print_runs.h"
#include "store/proposals.h"
#include "store/rate_limits.h"
#include "store/row_sums.h"
#include "store/shared_lists.h"
#include "store/shopper_questions.h"

#include <sqlite3.h>

#include <thread>

using namespace temsao;
using namespace temsao::store;

namespace {

const Date first_day = *Date::from(2026, 11, 1);

// What another program does to the file; it knows of the sums no more than damage does.
void alter(const Home& home, const char* sql) {
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open((home.path / "temsao.sqlite").c_str(), &file) == SQLITE_OK);
    const auto nothing = [](sqlite3_context* context, int, sqlite3_value** values) {
        sqlite3_result_value(context, values[0]);
    };
    sqlite3_create_function(file, "temsao_row", -1, SQLITE_UTF8, nullptr, nothing, nullptr, nullptr);
    CHECK(sqlite3_exec(file, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(file);
}

std::vector<std::string> altered(const Home& home) {
    auto database = Database::open_to_read(home.path / "temsao.sqlite");
    REQUIRE(database.ok());
    CHECK(database->faults().empty());
    return database->altered();
}

} // namespace

TEST_CASE("a table that was changed from outside no longer agrees with its sum", "[sums]") {
    const Home home;
    if (!home.store.empty()) {
        LEAVE_OUT("PostgreSQL has checksums of its own");
    }
    {
        const auto store = opened_desk(home);
        for (const char* name : {"lan", "an", "hoa"})
            REQUIRE(add_account(*store, {name, "office", "", "secret", 7}).ok());
        REQUIRE(store->run("UPDATE account SET role = 'admin' WHERE name = 'an'").ok());
        REQUIRE(store->run("DELETE FROM account WHERE name = 'hoa'").ok());
        REQUIRE(store->run("INSERT INTO heading_map VALUES ('sao', 'Sao', 'stars')").ok());
        REQUIRE(store->run("INSERT OR REPLACE INTO heading_map VALUES ('sao', 'Sao', 'score')").ok());
        REQUIRE(add_audit_entry(*store, {"1", 7, "lan", "account add", "an"}).ok());
        for (const char* id : {"1", "2"}) // the second is counted with the first
            REQUIRE(store
                        ->together([&](Sql& sql) -> Outcome {
                            TRY(ask_question(sql,
                                             {.id = id,
                                              .day = first_day,
                                              .code = "/01/09520000010003",
                                              .product = "09520000010003",
                                              .lot = "",
                                              .serial = "",
                                              .goods = "Nước mắm"}));
                            return done;
                        })
                        .ok());
        REQUIRE(
            hand_in_introduction(*store, {.id = "1", .account = "htx", .producer = "HTX A", .vi = "Chào", .en = ""}, "")
                .ok());
    }
    CHECK(altered(home).empty());
    const std::pair<const char*, const char*> changes[][2] = {
        {{"UPDATE account SET role = 'admin' WHERE name = 'lan'", "account"},
         {"UPDATE account SET role = 'office' WHERE name = 'lan'", ""}},
        {{"UPDATE deed SET at = '8'", "deed"}, {"UPDATE deed SET at = 7", ""}},
        {{"DELETE FROM heading_map", "heading_map"}, {"INSERT INTO heading_map VALUES ('sao', 'Sao', 'score')", ""}},
        {{"UPDATE shopper_question SET times = 3", "shopper_question"}, {"UPDATE shopper_question SET times = 2", ""}},
        {{"INSERT INTO shopper_question_room VALUES ('2026-11-01', 1)", "shopper_question_room"},
         {"DELETE FROM shopper_question_room", ""}},
        {{"UPDATE introduction SET state = 'approved'", "introduction"},
         {"UPDATE introduction SET state = 'waiting'", ""}},
        {{"CREATE TABLE more(x)", "sqlite_schema"}, {"DROP TABLE more", ""}},
    };
    for (const auto& both : changes)
        for (const auto& [sql, table] : both) {
            INFO(sql);
            alter(home, sql);
            CHECK(altered(home) == (*table ? std::vector<std::string>{table} : std::vector<std::string>()));
        }
}

TEST_CASE("a newer form of the tables hides no damage", "[sums]") {
    const Home home;
    if (!home.store.empty()) {
        LEAVE_OUT("PostgreSQL has checksums of its own");
    }
    REQUIRE(add_account(*opened_desk(home), {"lan", "office", "", "secret", 7}).ok());
    alter(home, "UPDATE account SET role = 'admin'");
    auto database = Database::open(home.path / "temsao.sqlite");
    REQUIRE(database.ok());
    Transaction transaction(*database);
    watch_rows(*database, altered_tables(*database)); // as after the steps to a newer form
    REQUIRE(transaction.commit().ok());
    CHECK(altered(home) == std::vector<std::string>{"account"});
}

TEST_CASE("what is done together happens whole or not at all", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    const auto both = [&](bool fails) {
        return store->together([&](Sql& sql) -> Outcome {
            TRY(add_account(sql, {"lan", "office", "", "secret", 7}));
            TRY(add_audit_entry(sql, {"1", 7, "lan", "account add", "lan"}));
            CHECK(find_account(sql, "lan")->has_value()); // a transaction sees what it did
            if (fails) return error(Cause::refused, "test.refused");
            return done;
        });
    };
    const auto undone = both(true);
    REQUIRE_FALSE(undone.ok());
    CHECK(undone.error().what.id == "test.refused");
    CHECK_FALSE(find_account(*store, "lan")->has_value());
    CHECK(audit_entries(*store, 10, "")->empty());

    REQUIRE(both(false).ok());
    CHECK(opened_desk(home)->together([](Sql& sql) -> Outcome {
        CHECK(find_account(sql, "lan")->has_value());
        return done;
    }));
    CHECK(audit_entries(*store, 10, "")->size() == 1);
}

TEST_CASE("a statement that fails undoes what stands beside it, and the store goes on", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    REQUIRE(add_audit_entry(*store, {"1", 7, "lan", "sign in", ""}).ok());
    const auto twice = store->together([&](Sql& sql) -> Outcome {
        TRY(add_account(sql, {"lan", "office", "", "secret", 7}));
        return add_audit_entry(sql, {"1", 8, "lan", "sign in", ""}); // the id is taken
    });
    REQUIRE_FALSE(twice.ok());
    CHECK(twice.error().what.id == "store.unusable");
    CHECK_FALSE(find_account(*store, "lan")->has_value());
    CHECK(*add_account(*store, {"lan", "office", "", "secret", 7}));
    CHECK_FALSE(*add_account(*store, {"lan", "admin", "", "other", 8}));
    CHECK((*find_account(*store, "lan"))->role == "office");
}

TEST_CASE("an exception in what is done together undoes it, and the store goes on", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    const auto throwing = [](Sql& sql) -> Outcome {
        TRY(add_account(sql, {"lan", "office", "", "secret", 7}));
        throw std::bad_alloc();
    };
    CHECK_THROWS_AS(store->together(throwing), std::bad_alloc);
    CHECK(all_accounts(*store)->empty());
    CHECK(*add_account(*store, {"lan", "office", "", "secret", 7}));
}

TEST_CASE("a proposal is decided on once, and waits again when it is reopened", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    const Proposal made{.id = "1",
                        .at = 7,
                        .account = "lan",
                        .file = "danh-sach.csv",
                        .as_of = first_day,
                        .answer = "{}",
                        .decided_by = {}};
    REQUIRE(add_proposal(*store, made).ok());
    CHECK(*decide_proposal(*store, "1", ProposalState::approved, "minh"));
    CHECK_FALSE(*decide_proposal(*store, "1", ProposalState::withdrawn, "lan"));
    auto found = *find_proposal(*store, "1");
    REQUIRE(found);
    CHECK(found->state == ProposalState::approved);
    CHECK(found->decided_by == "minh");
    CHECK(found->as_of == first_day);
    CHECK(found->at == 7);
    REQUIRE(reopen_proposal(*store, "1").ok());
    found = *find_proposal(*store, "1");
    CHECK(found->state == ProposalState::waiting);
    CHECK(found->decided_by.empty());
    CHECK_FALSE(find_proposal(*store, "2")->has_value());
}

TEST_CASE("a server takes its own print runs, the oldest first, and one for each idempotency key", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    const auto run = [](const char* id, const char* server, const char* key) {
        return PrintRun{.id = id,
                        .account = "lan",
                        .producer = "A",
                        .idempotency_key = key,
                        .server = server,
                        .request = "{}",
                        .answer = {}};
    };
    CHECK(*add_print_run(*store, run("2", "here", "")));
    CHECK(*add_print_run(*store, run("1", "here", "k")));
    CHECK(*add_print_run(*store, run("0", "there", "")));
    CHECK_FALSE(*add_print_run(*store, run("3", "here", "k")));
    CHECK((*find_print_run(*store, "lan", "k"))->id == "1");
    CHECK(*waiting_print_runs(*store) == 3);
    CHECK(*waiting_print_runs_of(*store, "A") == 3);
    CHECK(*waiting_print_runs_of(*store, "B") == 0);
    REQUIRE(next_print_runs(*store, "here")->size() == 1); // one for each producer
    CHECK(next_print_runs(*store, "here")->front().id == "1");
    CHECK(*take_print_run(*store, "1", "here"));
    CHECK_FALSE(*take_print_run(*store, "1", "here"));
    CHECK((*find_print_run(*store, "1"))->state == RunState::running);
    REQUIRE(requeue_print_runs(*store, "here").ok());
    CHECK(*take_print_run(*store, "1", "here"));
    auto ended = run("1", "here", "k");
    ended.state = RunState::done;
    ended.done = ended.total = 5;
    ended.answer = "{\"pages\":1}";
    CHECK(*update_print_run(*store, ended));
    const auto kept = *find_print_run(*store, "1");
    CHECK(kept->state == RunState::done);
    CHECK(kept->done == 5);
    CHECK(kept->answer == ended.answer);
    REQUIRE(cancel_print_run(*store, "2").ok());
    REQUIRE(cancel_print_run(*store, "1").ok()); // it has ended
    CHECK((*find_print_run(*store, "1"))->state == RunState::done);
    CHECK(next_print_runs(*store, "here")->empty());
    const auto newest = *print_runs(*store, "A", 2, "");
    REQUIRE(newest.size() == 2);
    CHECK(newest[0].id == "2");
    CHECK(print_runs(*store, "", 9, "1")->front().id == "0");
    CHECK(print_runs(*store, "B", 9, "")->empty());
}

TEST_CASE("a run that is being made is cancelled by the server that makes it, and by no other way", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    for (const auto* id : {"1", "2"})
        REQUIRE(*add_print_run(*store,
                               {.id = id,
                                .account = "lan",
                                .producer = "A",
                                .idempotency_key = {},
                                .server = "here",
                                .request = "{}",
                                .answer = {}}));
    REQUIRE(*take_print_run(*store, "1", "here"));
    for (const auto* id : {"1", "2"})
        REQUIRE(cancel_print_run(*store, id).ok()); // at any server
    CHECK((*find_print_run(*store, "1"))->state == RunState::cancelling);
    CHECK((*find_print_run(*store, "2"))->state == RunState::cancelled);
    CHECK_FALSE(*take_print_run(*store, "2", "here"));
    REQUIRE(requeue_print_runs(*store, "there").ok()); // not its own
    CHECK((*find_print_run(*store, "1"))->state == RunState::cancelling);
    REQUIRE(requeue_print_runs(*store, "here").ok()); // it stopped before it could
    CHECK((*find_print_run(*store, "1"))->state == RunState::cancelled);
}

TEST_CASE("what a server that is lost has not finished is made by another one, and what it says later is not heard",
          "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    const auto add = [&](const char* id, const char* server) {
        REQUIRE(*add_print_run(*store,
                               {.id = id,
                                .account = "lan",
                                .producer = "A",
                                .idempotency_key = {},
                                .server = server,
                                .request = "{}",
                                .answer = {}}));
        return *find_print_run(*store, id);
    };
    for (const auto* id : {"0 waiting", "1 running", "2 cancelling", "3 done"})
        (void)add(id, "lost");
    (void)add("4 of another", "there");
    auto mine = add("5 mine", "here");
    for (const auto* id : {"1 running", "2 cancelling", "3 done"})
        REQUIRE(*take_print_run(*store, id, "lost"));
    REQUIRE(cancel_print_run(*store, "2 cancelling").ok());
    auto done = *find_print_run(*store, "3 done");
    done->state = RunState::done;
    REQUIRE(*update_print_run(*store, *done));
    for (const auto& [server, seen] : {std::pair("lost", 100), {"there", 500}, {"here", 1000}, {"here", 900}})
        REQUIRE(note_server(*store, server, seen).ok());

    CHECK(*adopt_print_runs(*store, "here", 100) == 0); // seen then
    CHECK(*adopt_print_runs(*store, "here", 101) == 3);
    CHECK(*adopt_print_runs(*store, "here", 101) == 0);
    const auto seen = [&](const char* id) {
        const auto run = *find_print_run(*store, id);
        return run->server + " " + std::string(name(run->state));
    };
    CHECK(seen("0 waiting") == "here waiting");
    CHECK(seen("1 running") == "here waiting");
    CHECK(seen("2 cancelling") == "here cancelled");
    CHECK(seen("3 done") == "lost done"); // its files lie there
    CHECK(seen("4 of another") == "there waiting");
    CHECK(seen("5 mine") == "here waiting");

    auto late = *find_print_run(*store, "1 running");
    late->server = "lost";
    late->state = RunState::done;
    CHECK_FALSE(*update_print_run(*store, *late));
    CHECK_FALSE(*take_print_run(*store, "0 waiting", "lost"));
    CHECK(seen("1 running") == "here waiting");
    REQUIRE(*adopt_print_runs(*store, "there", 2000) == 3); // now `here` is lost
    CHECK(seen("5 mine") == "there waiting");
}

TEST_CASE("requests of a minute add up over all threads, and old minutes are forgotten", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 25; ++j)
                (void)count_requests(*store, "lan", 10, 2).ok();
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(*count_requests(*store, "lan", 10, 1) == 201);
    CHECK(*count_requests(*store, "minh", 10, 1) == 1);
    REQUIRE(forget_requests_before(*store, 11).ok());
    CHECK(*count_requests(*store, "lan", 10, 1) == 1);
}

TEST_CASE("of two servers that store the same revision of the shared list one is told no, and the newest is found",
          "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    CHECK(*newest_shared_revision(*store) == 0);
    CHECK_FALSE(newest_shared_list(*store)->has_value());
    CHECK(*add_shared_list(*store, {1, first_day, "a"}));
    CHECK(*add_shared_list(*store, {2, first_day.plus_days(1), "b", "[1]"}));
    CHECK_FALSE(*add_shared_list(*store, {2, first_day, "of another server", "[]"}));
    const auto newest = *newest_shared_list(*store);
    REQUIRE(newest);
    CHECK(newest->revision == 2);
    CHECK(newest->as_of == first_day.plus_days(1));
    CHECK(newest->csv == "b");
    CHECK(newest->revocations == "[1]");
    CHECK(*add_shared_list(*store, {3, first_day, "c"}));
    CHECK(*newest_shared_revision(*store) == 3);
    for (const std::int64_t behind : {1, 2, 3}) // by a server that has not seen those since
        CHECK_FALSE(*add_shared_list(*store, {behind, first_day, "of another server", "[]"}));
    CHECK(newest_shared_list(*store)->value().csv == "c");
}

TEST_CASE("each table of the desk is among those whose texts PostgreSQL sorts by bytes", "[order]") {
    const std::string sorted = desk_order;
    const std::string making = "CREATE TABLE IF NOT EXISTS ";
    for (const std::string tables :
         {desk_tables, sign_in_tables, server_tables, question_tables, introduction_tables, witness_tables}) {
        auto at = tables.find(making);
        CHECK(at != std::string::npos);
        for (; at != std::string::npos; at = tables.find(making, at)) {
            at += making.size();
            const auto table = tables.substr(at, tables.find(' ', at) - at);
            INFO(table);
            CHECK(sorted.find("'" + table + "'") != std::string::npos);
        }
    }
}

TEST_CASE("a session is found with its account, and goes with it or with its time", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    REQUIRE(*add_account(*store, {"lan", "producer", "Cơ sở A", "secret", 7}));
    REQUIRE(add_session(*store, {"hash1", "lan", "csrf", 100}).ok());
    REQUIRE(add_session(*store, {"hash2", "lan", "csrf", 200}).ok());
    const auto found = *find_session(*store, "hash1");
    REQUIRE(found);
    CHECK(found->account.producer == "Cơ sở A");
    CHECK(found->session.expires == 100);
    REQUIRE(remove_sessions_before(*store, 150).ok());
    CHECK_FALSE(find_session(*store, "hash1")->has_value());
    CHECK(find_session(*store, "hash2")->has_value());
    CHECK(*remove_account(*store, "lan"));
    CHECK_FALSE(*remove_account(*store, "lan"));
    CHECK_FALSE(find_session(*store, "hash2")->has_value());
}
