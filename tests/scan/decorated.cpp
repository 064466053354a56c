#include "photos/decorated.h"

#include "catch.h"
#include "scan/read.h"

#include <set>

using namespace temsao;

TEST_CASE("decorated codes are read: round eyes and modules, dots, colours, logos, light on dark") {
    std::set<std::string> looks;
    int read = 0;
    constexpr int count = 50;
    for (std::uint64_t number = 0; number < count; ++number) {
        const auto made = photos::decorated_code(number);
        looks.insert(made.looks);
        const auto readings = scan::read_symbols(made.photo).readings;
        CAPTURE(number, made.looks);
        for (const auto& reading : readings)
            CHECK(reading.text == made.text);
        read += !readings.empty();
    }
    CHECK(looks.size() > 20);
    CHECK(read == count); // of 2,000 at least 98 %: tests/bench/decorated.cpp
}
