// Bars against a second implementation, written from ISO/IEC 15420 alone: number -> which modules are dark.
#include "symbol/till_code.h"

#include "catch.h"

#include <array>
#include <random>

using namespace temsao;
using namespace temsao::symbol;

namespace {

// Table 1, number set A: seven modules of each digit. Set C is its complement, set B is C read backward.
constexpr std::array<const char*, 10> set_a = {
    "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"};
// Table 3: the sets of the left half, by the first digit of an EAN-13.
constexpr std::array<const char*, 10> left_half = {
    "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"};

std::string modules_of_digit(char digit, char set) {
    const std::string a = set_a[static_cast<std::size_t>(digit - '0')];
    if (set == 'A') return a;
    std::string c;
    for (const char one : a)
        c += one == '1' ? '0' : '1';
    return set == 'C' ? c : std::string(c.rbegin(), c.rend());
}

std::string by_the_standard(const std::string& number) {
    const bool is_long = number.size() == 13;
    const std::string sets = is_long ? left_half[static_cast<std::size_t>(number[0] - '0')] : "AAAA";
    const auto digits = number.substr(is_long ? 1 : 0);
    const auto half = digits.size() / 2;
    std::string all = "101";
    for (std::size_t i = 0; i < half; ++i)
        all += modules_of_digit(digits[i], sets[i]);
    all += "01010";
    for (std::size_t i = half; i < digits.size(); ++i)
        all += modules_of_digit(digits[i], 'C');
    return all + "101";
}

// With its check digit.
std::string random_number(std::mt19937& dice, std::size_t digits) {
    std::string number;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < digits; ++i) {
        const int digit = static_cast<int>(dice() % 10);
        number += static_cast<char>('0' + digit);
        sum += digit * ((digits - i) % 2 == 0 ? 3 : 1);
    }
    return number + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string shown(const TillCode& code) {
    std::string all;
    for (const bool dark : code.modules)
        all += dark ? '1' : '0';
    return all;
}

} // namespace

TEST_CASE("bars are those of the standard, for 2,000 random numbers") {
    std::mt19937 dice(42);
    for (int i = 0; i < 2000; ++i) {
        const auto number = random_number(dice, i % 2 == 0 ? 13 : 8);
        CAPTURE(number);
        const auto code = encode_ean(number);
        REQUIRE(code.ok());
        CHECK(code->rows == 1);
        CHECK(code->columns == (number.size() == 13 ? 95 : 67));
        REQUIRE(shown(*code) == by_the_standard(number));
    }
}

TEST_CASE("bars have the white space of the standard at their sides") {
    const auto thirteen = quiet_of(*encode_ean("9520000010003")), eight = quiet_of(*encode_ean("95200002"));
    CHECK(thirteen.left == 11);
    CHECK(thirteen.right == 7);
    CHECK(eight.left == 7);
    CHECK(eight.right == 7);
    CHECK(quiet_of(*encode_data_matrix("[01]09520000010003")).above_and_below == 1);
}

TEST_CASE("a number that is no EAN is refused, and named") {
    for (const auto* wrong : {"",
                              "9520000010004",
                              "952000001000",
                              "09520000010003",
                              "952000001000a",
                              "9520000010003 ",
                              "95200003",
                              "9520000",
                              "952000001000+",
                              "9520000010003+12"}) {
        CAPTURE(wrong);
        const auto code = encode_ean(wrong);
        REQUIRE(!code.ok());
        CHECK(code.error().what.id == "symbol.not_ean");
        CHECK(code.error().what.facts == std::vector<std::string>{wrong});
    }
}

TEST_CASE("elements that GS1 does not have are refused, and named") {
    for (const auto* wrong : {"", "09520000010003", "[01]09520000010004", "[01]0952", "[01]09520000010003[17]990230"}) {
        CAPTURE(wrong);
        const auto code = encode_data_matrix(wrong);
        REQUIRE(!code.ok());
        CHECK(code.error().what.id == "symbol.not_elements");
    }
}
