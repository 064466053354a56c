#include "base/recorded_number.h"

#include "catch.h"

using namespace temsao;

TEST_CASE("a recorded number has one form, and nothing else is one") {
    CHECK(recorded_number("0") == 0);
    CHECK(recorded_number("17") == 17);
    CHECK(recorded_number("9223372036854775807") == 9223372036854775807);
    for (const auto* text : {"",
                             "-1",
                             "-0",
                             "+1",
                             "01",
                             "00",
                             " 1",
                             "1 ",
                             "1\n",
                             "1a",
                             "0x1",
                             "1.0",
                             "9223372036854775808",
                             "18446744073709551617",
                             "99999999999999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(recorded_number(text));
    }
}
