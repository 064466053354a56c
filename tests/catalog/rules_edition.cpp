// The tables and their edition go together: a change of one needs a change of the other.
#include "catalog/rules.h"
#include "catch.h"
#include "system/file.h"

using namespace temsao;

TEST_CASE("the rules carry the day of their last change: give a new rules_edition and this new sum") {
    const auto source = read_file(std::string(TEMSAO_SOURCE_DIR) + "/src/catalog/rules.cpp", 1 << 20);
    REQUIRE(source.ok());
    std::uint64_t sum = 14695981039346656037u; // FNV-1a, white space left out
    for (const char c : *source)
        if (c != ' ' && c != '\n') sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211u;
    CHECK(std::to_string(sum) + " " + catalog::rules_edition == "8087409578392556671 2026-11-29");
}
