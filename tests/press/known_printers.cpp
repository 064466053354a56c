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

    auto measured = known->at("canon");
    measured.correction.right = Mm{2};
    REQUIRE(press::save_printer(around, "canon", measured));
    known = press::known_printers(around);
    REQUIRE(known);
    CHECK(known->at("canon").correction.right.value == 2);
    around.printers_of = "HTX Khác";
    CHECK(press::known_printers(around)->at("canon").correction.right.value == 1);
    std::filesystem::remove_all(home);
}
