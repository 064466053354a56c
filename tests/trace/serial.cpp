#include "trace/serial.h"

#include "catch.h"

#include <set>

using namespace temsao;
using namespace temsao::trace;

namespace {
const std::string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
}

TEST_CASE("a serial holds 40 bits in eight characters without look-alikes") {
    CHECK(write_serial(0) == "00000000");
    CHECK(write_serial((1ULL << 40) - 1) == "ZZZZZZZZ");
    CHECK(write_serial(1ULL << 40) == "00000000"); // the 41st bit has no place
    CHECK(write_serial(0b00001'00010'00011'00100'00101'00110'00111'01010) == "1234567A");
    for (const char c : std::string("ILOU"))
        CHECK(alphabet.find(c) == alphabet.npos);
}

TEST_CASE("the check character sees every wrong character and every exchange of two") {
    const auto draw = random_serials();
    for (int round = 0; round < 50; ++round) {
        const auto serial = draw();
        const auto typed = serial + serial_check(serial);
        REQUIRE(read_serial(typed).ok());
        for (std::size_t i = 0; i < typed.size(); ++i) {
            for (const char c : alphabet) {
                auto wrong = typed;
                wrong[i] = c;
                CHECK(read_serial(wrong).ok() == (c == typed[i]));
            }
            for (std::size_t k = i + 1; k < typed.size(); ++k) {
                auto wrong = typed;
                std::swap(wrong[i], wrong[k]);
                CHECK(read_serial(wrong).ok() == (wrong == typed));
            }
        }
    }
}

TEST_CASE("a serial is read as people type it") {
    const auto serial = write_serial(0x1234567890);
    const std::string shown = show_serial(serial);
    CHECK(shown == serial + " /" + serial_check(serial));
    CHECK(*read_serial(shown) == serial);
    CHECK(*read_serial(serial) == serial);
    CHECK(*read_serial("oil0 7m2p") == "01107M2P"); // o for 0, i and l for 1
    CHECK(*read_serial("k7m2-p9xq") == "K7M2P9XQ");
    CHECK(*read_serial("LO-2026/17") == "LO-2026/17"); // the producer's own, as it is
    // Every spelling that a label, a message or a page ever had, with blanks lost or added.
    for (const char* between : {"-", " /", "/", " ", "", " / ", " -", "- "}) {
        CAPTURE(between);
        CHECK(*read_serial(serial + between + serial_check(serial)) == serial);
        const char wrong = serial_check(serial) == 'A' ? 'B' : 'A';
        CHECK_FALSE(read_serial(serial + between + wrong).ok());
    }
    CHECK(show_serial("LO-2026/17") == "LO-2026/17");
}

TEST_CASE("serials drawn are all different and use every character in every place") {
    const auto draw = random_serials();
    std::set<std::string> seen;
    std::array<std::set<char>, serial_length> used;
    for (int i = 0; i < 20'000; ++i) {
        const auto serial = draw();
        for (std::size_t place = 0; place < serial.size(); ++place)
            used[place].insert(serial[place]);
        seen.insert(serial);
    }
    CHECK(seen.size() == 20'000);
    for (const auto& characters : used)
        CHECK(characters.size() == alphabet.size());
}
