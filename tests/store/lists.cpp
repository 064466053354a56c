// The data directory: lists whole or not at all, older ones kept, look-ups indexed, files of every age opened.
#include "catch.h"
#include "store/ledger.h"
#include "store/list_store.h"
#include "store/migrations.h"
#include "system/file.h"

#include <sqlite3.h>

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

using namespace temsao;
using namespace temsao::store;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = [] {
        std::string name = (fs::temp_directory_path() / "temsao-store-XXXXXX").string();
        return fs::path(::mkdtemp(name.data()));
    }();

    ~Folder() { fs::remove_all(path); }
};

catalog::Product product(const std::string& key, int stars = 3) {
    return {.key = key,
            .gtin = {},
            .name = "Mật ong " + key,
            .producer = "HTX Mẫu",
            .address = "xã Hương Khê, tỉnh Hà Tĩnh",
            .group = catalog::Group::food,
            .certificates = {{.stars = stars,
                              .score = 61.5,
                              .decision = "1/QĐ-UBND",
                              .issuer = "UBND tỉnh Mẫu",
                              .issued = *Date::from(2025, 10, 15),
                              .valid_to = *Date::from(2028, 10, 15),
                              .valid_to_computed = true,
                              .status = catalog::Status::valid,
                              .ended_by = ""}},
            .facts = {{"net_quantity", "500 ml"}}};
}

catalog::ProductList list(std::vector<catalog::Product> products, const char* as_of = "2026-11-01") {
    return {{"danh-sach.csv", *Date::parse_iso(as_of), false}, std::move(products)};
}

ListStore open(const fs::path& home) {
    auto store = ListStore::open(home);
    REQUIRE(store.ok());
    return *std::move(store);
}

struct Connection {
    explicit Connection(const fs::path& file) {
        REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
        sqlite3_create_function(handle, "temsao_row", -1, SQLITE_UTF8, nullptr, same_sum, nullptr, nullptr);
    }

    // For the triggers that sum up the rows: what happens here is damage to them.
    static void same_sum(sqlite3_context* context, int, sqlite3_value** values) {
        sqlite3_result_value(context, values[0]);
    }

    ~Connection() { sqlite3_close(handle); }

    void run(const std::string& sql) const {
        INFO(sql);
        REQUIRE(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }

    // The text of the last column of every row.
    std::vector<std::string> ask(const std::string& sql) const {
        std::vector<std::string> rows;
        sqlite3_stmt* statement = nullptr;
        INFO(sql);
        REQUIRE(sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
        while (sqlite3_step(statement) == SQLITE_ROW)
            rows.emplace_back(
                reinterpret_cast<const char*>(sqlite3_column_text(statement, sqlite3_column_count(statement) - 1)));
        sqlite3_finalize(statement);
        return rows;
    }

    sqlite3* handle = nullptr;
};

// What SQLite is asked while it lives, on every connection opened meanwhile.
struct Overheard {
    static inline std::vector<std::string> statements;

    static int note(unsigned, void*, void* statement, void*) {
        statements.emplace_back(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
        return 0;
    }

    static int listen(sqlite3* connection, const char**, const void*) {
        return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, note, nullptr);
    }

    Overheard() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(listen)); }

    ~Overheard() { sqlite3_reset_auto_extension(); }
};

} // namespace

TEST_CASE("the newest list is in force, the older ones stay and are found by their number") {
    const Folder home;
    auto store = open(home.path);
    CHECK(store.load().error().what.id == "store.no_list");
    CHECK(*store.add(list({product("A")}, "2026-10-01")) == 1);
    CHECK(*store.add(list({product("A", 4), product("B")})) == 2);
    CHECK(store.load()->products.size() == 2);
    CHECK(store.load(1)->products.size() == 1);
    CHECK(store.load(1)->products[0].certificates[0].stars == 3);
    CHECK(store.load(3).error().what.id == "store.no_version");
    REQUIRE(store.versions().ok());
    CHECK(store.versions()->size() == 2);
    CHECK(store.versions()->at(0).header.as_of.iso() == "2026-10-01");
}

TEST_CASE("what is stored comes back whole") {
    const Folder home;
    auto full = product("PABCD2345");
    full.certificates.push_back(full.certificates[0]);
    full.certificates[1].score = {};
    full.certificates[1].issued = *Date::from(2026, 1, 31);
    full.certificates[1].valid_to_computed = false;
    full.certificates[1].status = catalog::Status::revoked;
    full.certificates[1].ended_by = "3763/QĐ-UBND";
    full.facts["usage"] = "'; DROP TABLE product; --";
    REQUIRE(open(home.path).add(list({full})).ok());
    auto again = open(home.path);
    const auto found = again.find("PABCD2345");
    REQUIRE(found.ok());
    REQUIRE(found->has_value());
    const auto& back = **found;
    CHECK(back.name == full.name);
    CHECK(back.producer == full.producer);
    CHECK(back.address == full.address);
    CHECK(back.group == full.group);
    CHECK(back.facts == full.facts);
    REQUIRE(back.certificates.size() == 2);
    CHECK(back.certificates[0].score == 61.5);
    CHECK_FALSE(back.certificates[1].score);
    CHECK(back.certificates[1].issued == full.certificates[1].issued);
    CHECK_FALSE(back.certificates[1].valid_to_computed);
    CHECK(back.certificates[1].status == catalog::Status::revoked);
    CHECK(back.certificates[1].ended_by == "3763/QĐ-UBND");
    CHECK_FALSE(again.find("PABCD234")->has_value());
}

TEST_CASE("a list that cannot be stored whole is not stored at all, and the store goes on") {
    const Folder home;
    auto store = open(home.path);
    REQUIRE(store.add(list({product("A")})).ok());
    const auto refused = store.add(list({product("B"), product("C"), product("B")})); // the key twice
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().what.id == "store.unusable");
    CHECK(store.load()->products.at(0).key == "A");
    CHECK(store.versions()->size() == 1);
    CHECK(store.add(list({product("D")})).ok());
    CHECK(open(home.path).load()->products.at(0).key == "D");
}

TEST_CASE("a product is looked up through an index, never by walking the list") {
    const Folder home;
    const Overheard overheard;
    auto store = open(home.path);
    REQUIRE(store.add(list({product("A"), product("B")})).ok());
    Overheard::statements.clear();
    REQUIRE(store.find("B").ok());
    const auto asked = Overheard::statements;
    const Connection connection(home.path / "temsao.sqlite");
    int looked_up = 0;
    for (const auto& sql : asked)
        for (const auto& step : connection.ask("EXPLAIN QUERY PLAN " + sql)) {
            INFO(sql);
            for (const std::string table : {"product", "certificate", "label_fact"}) {
                CHECK(step.find("SCAN " + table) == step.npos);
                looked_up += step.find("SEARCH " + table + " USING PRIMARY KEY") != step.npos;
            }
        }
    CHECK(looked_up == 4); // and the digest
}

TEST_CASE("whether a lot's labels have serial numbers is looked up through an index, never by walking all print runs") {
    const Folder home;
    const Overheard overheard;
    auto ledger = Ledger::open(home.path);
    REQUIRE(ledger.ok());
    Overheard::statements.clear();
    CHECK_FALSE(*ledger->prints_serials_of("A", "L1"));
    const auto asked = Overheard::statements;
    const Connection connection(home.path / "temsao.sqlite");
    int looked_up = 0;
    for (const auto& sql : asked)
        for (const auto& step : connection.ask("EXPLAIN QUERY PLAN " + sql)) {
            INFO(sql);
            CHECK(step.find("SCAN issue") == step.npos);
            looked_up += step.find("SEARCH issue USING INDEX issue_by_lot (product=? AND lot=?)") != step.npos;
        }
    CHECK(looked_up == 1);
}

TEST_CASE("a file of every earlier form is brought to the newest one, and keeps what it had") {
    for (std::size_t form = 0; form <= migrations.size(); ++form) {
        CAPTURE(form);
        const Folder home;
        {
            const Connection connection(home.path / "temsao.sqlite");
            for (std::size_t i = 0; i < form; ++i)
                connection.run(migrations[i]);
            connection.run("PRAGMA user_version = " + std::to_string(form));
            if (form > 0) {
                connection.run("INSERT INTO list(source, as_of, products) VALUES ('cu.csv', '2026-01-01', 1)");
                connection.run("INSERT INTO product(list_id, key, has_gtin, name, name_key, producer, address, "
                               "goods_group) VALUES (1, 'A', 0, 'Mật ong', 'mật ong', 'HTX', '', 0)");
                connection.run("INSERT INTO certificate(list_id, key, ordinal, stars, decision, issuer, issued, "
                               "valid_to, is_computed, status, ended_by) VALUES (1, 'A', 0, 3, '1/QĐ-UBND', '', "
                               "'2025-01-01', '2028-01-01', 1, 0, '')");
            }
        }
        auto store = open(home.path);
        if (form > 0) CHECK(store.load()->products.at(0).name == "Mật ong");
        CHECK(store.add(list({product("B")})).ok());
        const Connection connection(home.path / "temsao.sqlite");
        CHECK(connection.ask("PRAGMA user_version").at(0) == std::to_string(migrations.size()));
        CHECK(connection.ask("PRAGMA journal_mode").at(0) == "wal");
        CHECK(connection.ask("PRAGMA integrity_check").at(0) == "ok");
    }
}

TEST_CASE("a file of a newer temsao, and one that is not a database, are left alone with words") {
    const Folder home;
    const auto file = home.path / "temsao.sqlite";
    Connection(file).run("PRAGMA user_version = 9999");
    CHECK(ListStore::open(home.path).error().what.id == "store.newer");
    fs::remove(file);
    REQUIRE(write_file(file, std::string(5000, 'x')).ok());
    CHECK(ListStore::open(home.path).error().what.id == "store.unusable");
    CHECK(fs::file_size(file) == 5000);
}

TEST_CASE("only the owner may read the data directory and its database") {
    const Folder folder;
    const auto home = folder.path / "a" / "home", file = home / "temsao.sqlite";
    const auto mode = [](const fs::path& path) { return fs::status(path).permissions() & fs::perms::mask; };
    constexpr auto owner = fs::perms::owner_read | fs::perms::owner_write;
    {
        auto store = open(home);
        REQUIRE(store.add(list({product("A")})).ok());
        CHECK(mode(home) == fs::perms::owner_all);
        for (const auto* beside : {"", "-wal", "-shm"})
            CHECK(mode(file.string() + beside) == owner);
        for (const auto* beside : {"", "-wal", "-shm"}) // as an earlier temsao made them
            fs::permissions(file.string() + beside, owner | fs::perms::group_read | fs::perms::others_read);
        open(home);
        for (const auto* beside : {"", "-wal", "-shm"})
            CHECK(mode(file.string() + beside) == owner);
    }
}

TEST_CASE("a list of which a single value was changed is not given out as the one that was stored") {
    const char* const changes[] = {"UPDATE product SET name = 'Mật ong X' WHERE key = 'A'",
                                   "UPDATE product SET producer = 'HTX Mãu' WHERE key = 'A'",
                                   "UPDATE certificate SET stars = 4 WHERE key = 'A'",
                                   "UPDATE certificate SET valid_to = '2029-10-15' WHERE key = 'A'",
                                   "UPDATE certificate SET status = 1 WHERE key = 'A'",
                                   "UPDATE certificate SET score = 61.25 WHERE key = 'A'",
                                   "UPDATE label_fact SET value = '600 ml' WHERE key = 'A'",
                                   "UPDATE list SET as_of = '2026-11-02'",
                                   "UPDATE list SET is_signed = 1",
                                   "DELETE FROM label_fact WHERE key = 'A'",
                                   "DELETE FROM certificate WHERE key = 'A'"};
    for (const auto* change : changes) {
        INFO(change);
        const Folder home;
        REQUIRE(open(home.path).add(list({product("A"), product("B")})).ok());
        Connection(home.path / "temsao.sqlite").run(change);
        CHECK(open(home.path).load().error().what.id == "list.damaged");
        CHECK(ListStore::open_to_read(home.path)->load().error().what.id == "list.damaged");
        const auto found = open(home.path).find("A");
        const bool of_product = std::string_view(change).find(" list ") == std::string_view::npos;
        if (of_product) CHECK((!found.ok() || !found->has_value()));
        CHECK(open(home.path).find("B")->has_value());
    }
}

TEST_CASE("a change is given the list in use, and what it gives is in use then") {
    const Folder home;
    auto store = open(home.path);
    const auto first = store.change([](auto now) -> Result<std::optional<catalog::ProductList>> {
        CHECK_FALSE(now);
        return std::optional(list({product("A")}));
    });
    CHECK(*first == 1);
    const auto second = store.change([](auto now) -> Result<std::optional<catalog::ProductList>> {
        REQUIRE(now);
        now->products.push_back(product("B"));
        return now;
    });
    CHECK(*second == 2);
    CHECK(store.load()->products.size() == 2);
    const auto none = store.change([](const auto&) { return Result(std::optional<catalog::ProductList>()); });
    CHECK(none.ok());
    CHECK_FALSE(none->has_value());
    const auto refused = store.change([](const auto&) -> Result<std::optional<catalog::ProductList>> {
        return error(Cause::refused, "list.damaged", {"9"});
    });
    CHECK(refused.error().what.facts.at(0) == "9");
    CHECK(store.versions()->size() == 2);
}

TEST_CASE("to read, nothing is made and nothing may be changed") {
    const Folder folder;
    const auto home = folder.path / "home";
    CHECK(ListStore::open_to_read(home)->load().error().what.id == "store.no_list");
    CHECK_FALSE(fs::exists(home));
    REQUIRE(open(home).add(list({product("A")})).ok());
    auto store = ListStore::open_to_read(home);
    REQUIRE(store.ok());
    CHECK(store->load()->products.size() == 1);
    CHECK(store->add(list({product("B")})).error().what.id == "store.unusable");
    CHECK(open(home).load()->products.at(0).key == "A");
}

// SQLite's locks belong to the process. Opening the file beside SQLite and closing it gives them up.
TEST_CASE("a second connection of the same process leaves the locks of the first one alone") {
    const Folder home;
    auto first = open(home.path);
    REQUIRE(first.add(list({product("A")})).ok());
    open(home.path);
    (void)ListStore::open_to_read(home.path)->load();
    const auto child = ::fork();
    if (child == 0) { // another process asks who holds a lock on the file
        const int descriptor = ::open((home.path / "temsao.sqlite").c_str(), O_RDWR);

        struct flock lock {};

        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        const bool is_told = ::fcntl(descriptor, F_GETLK, &lock) == 0;
        ::_exit(is_told && lock.l_type != F_UNLCK && lock.l_pid == ::getppid() ? 0 : 1);
    }
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(first.add(list({product("B")})).ok());
}
