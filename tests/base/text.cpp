#include "base/text.h"

#include "base/message.h"
#include "catch.h"

#include <random>

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

// A zero-width space at the front is dropped, and is in no table: the whole text then goes to ICU.
TEST_CASE("a key made letter by letter is the one that ICU makes of the whole text") {
    std::vector<std::string> letters = {" ", "  ", "o", "u", "q", "h", "o", "u", "\u0301", "\u00ad", "\u3042", "\n"};
    const auto add = [&](char32_t first, char32_t last) {
        for (auto c = first; c <= last; ++c)
            letters.push_back(from_utf16(std::string{static_cast<char>(c >> 8), static_cast<char>(c)}, true));
    };
    add(0x20, 0x7e);
    add(0xa0, 0x2ff);
    add(0x1e00, 0x1eff);
    add(0x2000, 0x2040);
    const std::vector<std::string> vowels = {
        "à", "á", "ả", "ã", "ạ", "ậ", "ặ", "è", "é", "ẹ", "ệ", "ỳ", "ý", "ỷ", "ỵ", "a", "e", "y"};
    const std::vector<std::string> fronts = {"o", "O", "u", "U", "qu", "ho", "ô", "ơ", "ø", "uo"};
    const std::vector<std::string> ends = {"", " ", "n", "ng", "-", "“", "×", "ß", "ặ", ".", "1"};
    std::vector<std::string> texts;
    for (const auto& front : fronts)
        for (const auto& vowel : vowels)
            for (const auto& end : ends)
                texts.push_back(front + vowel + end);
    std::mt19937 chance(20261130);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto length = chance() % 9; length > 0; --length)
            text += letters[chance() % letters.size()];
        texts.push_back(std::move(text));
    }
    for (const auto& text : texts) {
        const auto whole = "\u200b" + text;
        INFO(text);
        REQUIRE(tidy(text) == tidy(whole));
        REQUIRE(match_key(text) == match_key(whole));
        REQUIRE(bare_key(text) == bare_key(whole));
    }
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

// A text with a letter of another script goes to ICU whole; no character joins a tab.
TEST_CASE("plain text has as many characters as ICU counts in it") {
    std::vector<std::string> letters;
    for (char32_t c = 1; c < 0x3000; ++c)
        letters.push_back(from_utf16(std::string{static_cast<char>(c >> 8), static_cast<char>(c)}, true));
    for (const auto& letter : letters)
        for (const std::string before : {"", "a", "ế", "★", "\r"}) {
            INFO(before + letter);
            REQUIRE(count_characters(before + letter + "\t\u3042") == count_characters(before + letter) + 2);
        }
    std::mt19937 chance(20261130);
    for (int i = 0; i < 5'000; ++i) {
        std::string text;
        for (auto length = chance() % 9; length > 0; --length)
            text += letters[chance() % (i % 2 == 0 ? 0x250 : letters.size())];
        INFO(text);
        REQUIRE(count_characters(text + "\t\u3042") == count_characters(text) + 2);
    }
}

TEST_CASE("facts of unknown origin cannot forge lines or turn the writing direction") {
    CHECK(make_showable("a\x1b[31mb\u202Ec") == "a\uFFFD[31mb\uFFFDc");
    CHECK(say({"file.missing", {"x\r\ny.csv"}}, Lang::en).find('\r') == std::string::npos);
}
