#include "base/text.h"

#include "base/message.h"
#include "catch.h"

using namespace temsao;

TEST_CASE("tidied text is composed, on one line, with single spaces") {
    CHECK(tidy("  Nu\u031bo\u031b\u0301c \t\u00a0ma\u0306\u0301m\u200b\n") == "Nước mắm");
    CHECK(tidy("") == "");
    CHECK(tidy("a\xff"
               "b") == "a\uFFFDb");
}

TEST_CASE("old and new tone placement match each other") {
    CHECK(match_key("Hoà") == match_key("Hòa"));
    CHECK(match_key("THUỶ") == match_key("Thủy"));
    CHECK(match_key("Khoẻ mạnh") == match_key("khỏe mạnh"));
    CHECK(match_key("quý") != match_key("qúy")); // after q, u is not a vowel: nothing was moved
    CHECK(match_key("hoàng") == "hoàng");        // a closed syllable has one placement only
}

TEST_CASE("accents matter when matching, dashes and quotes do not") {
    CHECK(match_key("Cu đơ – Hòa “Nguyễn”") == match_key("cu đơ - hoà \"nguyễn\""));
    CHECK(match_key("Mật ong") != match_key("Mắt ong"));
    CHECK(bare_key("Nước mắm Đỉnh Sao") == "nuoc mam dinh sao");
}

TEST_CASE("UTF-16 is read in both byte orders, broken ends are marked") {
    CHECK(from_utf16(std::string("\x41\x00\xa4\x1e", 4), false) == "AẤ");
    CHECK(from_utf16(std::string("\x00\x41\x1e\xa4", 4), true) == "AẤ");
    CHECK(from_utf16("A", false) == "\uFFFD");
}

TEST_CASE("characters are counted as a reader counts them") {
    CHECK(count_characters("Ổi") == 2);
    CHECK(count_characters("O\u0302\u0309i") == 2);
}

TEST_CASE("facts of unknown origin cannot forge lines or turn the writing direction") {
    CHECK(make_showable("a\x1b[31mb\u202Ec") == "a\uFFFD[31mb\uFFFDc");
    CHECK(say({"file.missing", {"x\r\ny.csv"}}, Lang::en).find('\r') == std::string::npos);
}
