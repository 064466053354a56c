#include "press/known_printers.h"

#include "catch.h"
#include "system/file.h"

#include <filesystem>
#include <unistd.h>

using namespace temsao;

TEST_CASE("a producer's printer is found under an earlier spelling of the name, and is measured in its place") {
    const auto home = std::filesystem::temp_directory_path() / ("temsao-printers-" + std::to_string(getpid()));
    std::filesystem::create_directories(home);
    const std::string values =
        R"({"right_mm":1,"down_mm":0,"across_scale":1,"down_scale":1,"turn_degrees":0,"dpi":203})";
    REQUIRE(write_file(home / "printers.json",
                       "{\"canon@htx nông nghiệp mẫu\":" + values + ",\"canon@htx khác\":" + values + "}"));
    job::Surroundings around{home, "/nowhere/share", Lang::en, *Date::from(2026, 11, 24), "", {}};
    around.printers_of = "HTX NN Mẫu";
    auto known = press::known_printers(around);
    REQUIRE(known);
    REQUIRE(known->size() == 1);
    CHECK(known->at("canon").correction.right.value == 1);

    REQUIRE(press::change_printer(around, "canon", [](press::KnownPrinter& printer) -> Outcome {
        printer.correction.right = Mm{2};
        return done;
    }));
    known = press::known_printers(around);
    REQUIRE(known);
    CHECK(known->at("canon").correction.right.value == 2);
    around.printers_of = "HTX Khác";
    CHECK(press::known_printers(around)->at("canon").correction.right.value == 1);
    std::filesystem::remove_all(home);
}

TEST_CASE("where a label printer listens stays when it is measured again, and goes when it is forgotten") {
    const auto home = std::filesystem::temp_directory_path() / ("temsao-connected-" + std::to_string(getpid()));
    std::filesystem::create_directories(home);
    const job::Surroundings around{home, "/nowhere/share", Lang::en, *Date::from(2026, 11, 24), "", {}};
    REQUIRE(press::change_printer(around, "TSC", [](press::KnownPrinter& printer) -> Outcome {
        printer.dpi = 203;
        printer.connection =
            press::Connection{*printers::parse_address("10.0.0.9:9101"), printers::Kind::tsc, printers::Answers::busy};
        return done;
    }));
    REQUIRE(press::change_printer(around, "TSC", [](press::KnownPrinter& printer) -> Outcome {
        printer.correction.down = Mm{1};
        return done;
    }));
    const auto known = press::find_connected(around, "TSC");
    REQUIRE(known);
    CHECK(known->dpi == 203);
    CHECK(known->correction.down.value == 1);
    CHECK(known->connection->address.text() == "10.0.0.9:9101");
    CHECK(known->connection->kind == printers::Kind::tsc);
    CHECK(known->connection->answers == printers::Answers::busy);
    REQUIRE(press::change_printer(around, "HP", [](press::KnownPrinter& printer) -> Outcome {
        printer.connection = press::Connection{
            *printers::parse_address("ipps://10.0.0.7"), printers::Kind::ipp, printers::Answers::counts, "a1b2"};
        return done;
    }));
    CHECK(press::find_connected(around, "HP")->connection->certificate == "a1b2");
    CHECK(press::find_connected(around, "HP")->connection->address.has_tls);
    REQUIRE(press::forget_printer(around, "TSC"));
    CHECK_FALSE(press::find_printer(around, "TSC"));
    CHECK_FALSE(press::forget_printer(around, "TSC"));
    std::filesystem::remove_all(home);
}
