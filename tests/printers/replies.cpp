#include "printers/replies.h"

#include "catch.h"

#include <random>
#include <string>

using namespace temsao::printers;

namespace {

std::string zebra(const std::string& first, const std::string& second) {
    return "\x02" + first + "\x03\r\n\x02" + second + "\x03\r\n\x02" + "0000,0\x03\r\n";
}

const std::string ready_first = "030,0,0,0480,000,0,0,0,000,0,0,0", ready_second = "000,0,0,0,0,2,4,0,00000000,1,000";

} // namespace

TEST_CASE("the state of a Zebra is read from its three lines") {
    const auto ready = read_zebra_state(zebra(ready_first, ready_second));
    REQUIRE(ready);
    CHECK(ready->trouble == Trouble::none);
    CHECK_FALSE(ready->is_busy);
    CHECK(read_zebra_state(zebra("030,1,0,0480,000,0,0,0,000,0,0,0", ready_second))->trouble == Trouble::paper_out);
    CHECK(read_zebra_state(zebra("030,0,1,0480,000,0,0,0,000,0,0,0", ready_second))->trouble == Trouble::paused);
    CHECK(read_zebra_state(zebra(ready_first, "000,0,1,0,0,2,4,0,00000000,1,000"))->trouble == Trouble::head_open);
    CHECK(read_zebra_state(zebra(ready_first, "000,0,0,1,0,2,4,0,00000000,1,000"))->trouble == Trouble::ribbon_out);
    CHECK(read_zebra_state(zebra(ready_first, "000,0,0,0,0,2,4,0,00000003,1,000"))->is_busy);
    CHECK(read_zebra_state(zebra("030,0,0,0480,002,0,0,0,000,0,0,0", ready_second))->is_busy);
}

TEST_CASE("an answer that is cut, longer or of other signs is no state") {
    const auto whole = zebra(ready_first, ready_second);
    for (std::size_t cut = 0; cut + 3 < whole.size(); ++cut)
        CHECK_FALSE(read_zebra_state(whole.substr(0, cut)));
    CHECK_FALSE(read_zebra_state(zebra(ready_first + ",0", ready_second)));
    CHECK_FALSE(read_zebra_state(zebra("030,x,0,0480,000,0,0,0,000,0,0,0", ready_second)));
    CHECK_FALSE(read_zebra_state("\x02\x03\x02\x03\x02\x03"));
}

TEST_CASE("the resolution and the count of labels are read, and nothing else passes for them") {
    CHECK(read_zebra_dpi("\x02ZD421-203dpi ZPL,V93.21.07Z,8,8192KB\x03\r\n") == 203);
    CHECK(read_zebra_dpi("\x02ZT411-600dpi,V1,24,8192KB\x03\r\n") == 600);
    CHECK_FALSE(read_zebra_dpi("\x02ZD421,V93,9,8192KB\x03\r\n"));
    CHECK(read_zebra_count("\"1234\"") == 1234);
    CHECK(read_zebra_count("\"0\"\r\n") == 0);
    for (const auto* text : {"\"?\"", "1234", "\"-1\"", "\"12 INCHES\"", "\"\"", "\"99999999999999999999\""})
        CHECK_FALSE(read_zebra_count(text));
}

TEST_CASE("each bit of a TSC printer's state has its trouble") {
    CHECK(read_tsc_state(std::string(1, '\0'))->trouble == Trouble::none);
    CHECK(read_tsc_state("\x01")->trouble == Trouble::head_open);
    CHECK(read_tsc_state("\x02")->trouble == Trouble::jam);
    CHECK(read_tsc_state("\x04")->trouble == Trouble::paper_out);
    CHECK(read_tsc_state("\x08")->trouble == Trouble::ribbon_out);
    CHECK(read_tsc_state("\x10")->trouble == Trouble::paused);
    CHECK(read_tsc_state("\x20")->is_busy);
    CHECK(read_tsc_state("\x80")->trouble == Trouble::other);
    CHECK_FALSE(read_tsc_state(""));
    CHECK_FALSE(read_tsc_state("\x20\x20"));
}

TEST_CASE("no bytes of a printer stop the readers") {
    std::mt19937 dice(7);
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes(dice() % 120, '\0');
        for (auto& byte : bytes)
            byte = "\x02\x03,0123\"\r\n\x1b~"[dice() % 13];
        read += read_zebra_state(bytes).has_value() + read_zebra_dpi(bytes).has_value() +
                read_zebra_count(bytes).has_value() + read_tsc_state(bytes).has_value();
    }
    CHECK(read < 20'000);
}
