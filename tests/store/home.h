#pragma once
// Home: a data directory of a test's own, gone at the end.
#include "catch.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace temsao {

class Home {
public:
    Home() {
        auto name = (std::filesystem::temp_directory_path() / "temsao-ledger-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path = name;
        // tests/store/postgres.py runs these cases a second time: each data directory is then a database there.
        if (const char* createdb = std::getenv("TEMSAO_TEST_CREATEDB")) {
            auto database = path.filename().string();
            std::transform(database.begin(), database.end(), database.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            });
            static int number = 0;
            database += "-" + std::to_string(++number);
            REQUIRE(std::system((std::string(createdb) + " " + database).c_str()) == 0);
            store = "postgresql:///" + database;
        }
    }

    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    ~Home() { std::filesystem::remove_all(path); }

    std::filesystem::path path;
    std::string store; // empty: SQLite
};

} // namespace temsao
