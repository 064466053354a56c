#include "gs1/element.h"

#include "catch.h"
#include "gs1/element_string.h"
#include "gs1/gtin.h"
#include "vectors.h"

#include <algorithm>
#include <random>
#include <set>

using namespace temsao;
using namespace temsao::gs1;

namespace {

std::string code_of(std::string_view ai, std::string_view value) {
    const auto wrong = lint_value(ai, value);
    return wrong ? wrong->code : "";
}

// "1234*5*": the marked part is what the finding names.
std::string shown(std::string_view ai, std::string_view value) {
    const auto wrong = lint_value(ai, value);
    return wrong ? test::marked(value, *wrong->where, "*", "*") : std::string(value);
}

} // namespace

TEST_CASE("check digits agree with known numbers") {
    CHECK(check_digit("893456313816") == '5');
    CHECK(check_digit("952123454321") == '3');
    CHECK(check_digit("0952123454321") == '3');
    CHECK(check_digit("893850000123") == '9');
    CHECK(check_digit("952012345678") == '8');
}

TEST_CASE("a GTIN is held as fourteen digits, and says what is wrong with a text") {
    CHECK(Gtin::parse("9521234543213")->digits() == "09521234543213");
    CHECK(Gtin::parse("9521234543213")->shortest() == "9521234543213");
    CHECK(Gtin::parse("95200002")->digits() == "00000095200002");
    CHECK(Gtin::parse("95200002")->shortest() == "95200002");
    CHECK(Gtin::parse("9521234543214").error().what.id == "gtin.check_digit");
    CHECK(Gtin::parse("9521234543214").error().what.facts == std::vector<std::string>{"9521234543214", "4", "3"});
    CHECK(Gtin::parse("123456789").error().what.id == "gtin.length");
    CHECK(Gtin::parse("").error().what.id == "gtin.length");
    CHECK(Gtin::parse("95212345x3213").error().what.facts.at(1) == "9");
}

TEST_CASE("the table has all 541 identifiers of the dictionary, none the beginning of another") {
    std::set<std::string> all;
    for (const auto& row : all_ais())
        for (int n = std::stoi(std::string(row.first)); n <= std::stoi(std::string(row.last)); ++n) {
            auto ai = std::to_string(n);
            while (ai.size() < row.first.size())
                ai.insert(ai.begin(), '0');
            CHECK(find_ai(ai) == &row);
            CHECK(find_ai_prefix(ai + "00").row == &row);
            CHECK(all.insert(ai).second);
        }
    CHECK(all.size() == 541);
    for (const auto& ai : all)
        for (std::size_t length = 2; length < ai.size(); ++length)
            CHECK(all.count(ai.substr(0, length)) == 0);
    for (const auto* none : {"", "0", "1", "05", "001", "3106", "999", "9a", "010", "31001", "4327", "abc", "8n"})
        CHECK(find_ai(none) == nullptr);
}

TEST_CASE("every identifier named by another row is in the table itself") {
    for (const auto& row : all_ais())
        for (std::string names : {std::string(row.needs), std::string(row.excludes), std::string(row.path)}) {
            std::replace_if(
                names.begin(), names.end(), [](char c) { return c == '+' || c == '|'; }, ',');
            std::replace(names.begin(), names.end(), 'n', '0');
            for (std::size_t at = 0; at < names.size(); at = std::min(names.find(',', at), names.size()) + 1) {
                const auto name = names.substr(at, names.find(',', at) - at);
                INFO(row.first << " names " << name);
                CHECK(find_ai(name) != nullptr);
            }
        }
}

TEST_CASE("each check of the dictionary refuses with the place") {
    const struct {
        const char *ai, *good, *bad, *code;
    } cases[] = {
        {"00", "095212345678901235", "09521234567890123*6*", "CHECKDIGIT"},
        {"01", "09521234543213", "0952123454321*0*", "CHECKDIGIT"},
        {"10", "A-b_9/!", "A*#*B", "SYNTAX_CHARACTER"},
        {"11", "260200", "*261300*", "SYNTAX_DATE"},
        {"401", "1234AB", "*123A*", "SYNTAX_VALUE"},
        {"421", "704ABC", "*705*ABC", ""},
        {"421", "704ABC", "*005*ABC", "SYNTAX_COUNTRY"},
        {"423", "704156", "704*893*", "SYNTAX_COUNTRY"},
        {"423", "704", "*7041*", "SYNTAX_LENGTH"},
        {"4300", "A%20B", "A*%*2", "SYNTAX_VALUE"},
        {"4307", "VN", "*XX*", "SYNTAX_COUNTRY"},
        {"4309", "02790858483015297971", "*1800000001*3600000000", "SYNTAX_VALUE"},
        {"4321", "1", "*2*", "SYNTAX_VALUE"},
        {"4324", "2601002359", "260100*2360*", "SYNTAX_TIME"},
        {"4330", "001000-", "001000*+*", "SYNTAX_VALUE"},
        {"7007", "260101260131", "260101*260132*", "SYNTAX_DATE"},
        {"7030", "999A", "*998*A", "SYNTAX_COUNTRY"},
        {"7040", "1ABC", "1AB*!*", "SYNTAX_VALUE"},
        {"7241", "80", "*79*", "SYNTAX_VALUE"},
        {"7250", "19991231", "*19990229*", "SYNTAX_DATE"},
        {"7252", "9", "*3*", "SYNTAX_VALUE"},
        {"7258", "1/3", "*4/3*", "SYNTAX_VALUE"},
        {"8001", "12345678901211", "123456789012*2*1", "SYNTAX_VALUE"},
        {"8003", "09521234567899A", "*1*9521234567899A", "SYNTAX_VALUE"},
        {"8006", "095212345432130102", "09521234543213*0201*", "SYNTAX_VALUE"},
        {"8007", "GB82WEST12345698765432", "*GB82WEST12345698765433*", "SYNTAX_VALUE"},
        {"8008", "2601312359", "260131*24*", "SYNTAX_TIME"},
        {"8010", "1234#-/9Z", "1234*a*", "SYNTAX_CHARACTER"},
        {"8011", "12", "*0*12", "SYNTAX_VALUE"},
        {"8013", "1987654Ad4X4bL5ttr2310c2K", "1987654Ad4X4bL5ttr2310c*2X*", "SYNTAX_VALUE"},
        {"8030", "aZ09-_", "aZ*+*", "SYNTAX_CHARACTER"},
        {"3910", "7041", "*000*1", "SYNTAX_VALUE"},
    };

    for (const auto& c : cases) {
        INFO(c.ai << " " << c.bad);
        CHECK(code_of(c.ai, c.good) == "");
        if (*c.code == '\0') continue;
        std::string bad = c.bad;
        std::erase(bad, '*');
        CHECK(code_of(c.ai, bad) == c.code);
        CHECK(shown(c.ai, bad) == c.bad);
    }
}

TEST_CASE("dates find their century and day 00 is the month's last") {
    CHECK(date_of("270200")->iso() == "2027-02-28");
    CHECK(date_of("280200")->iso() == "2028-02-29");
    CHECK(date_of("760101")->iso() == "2076-01-01");
    CHECK(date_of("770101")->iso() == "1977-01-01");
    CHECK(date_of("510101", 1999)->iso() == "1951-01-01");
    CHECK(date_of("490101", 1999)->iso() == "2049-01-01");
    CHECK(date_of("990101", 2049)->iso() == "2099-01-01");
    CHECK(date_of("000101", 2049)->iso() == "2000-01-01");
    CHECK_FALSE(date_of("260431"));
    CHECK_FALSE(date_of("261300"));
    CHECK_FALSE(date_of("26010"));
    CHECK_FALSE(date_of("2601 1"));
}

TEST_CASE("elements need and exclude each other as the table says, never themselves") {
    CHECK_FALSE(lint_together({{"01", "x"}, {"10", "x"}, {"3103", "x"}}));
    CHECK(lint_together({{"10", "x"}})->code == "SYNTAX_NEEDS");
    CHECK(lint_together({{"01", "x"}, {"250", "x"}})->facts.at(0) == "250");
    CHECK_FALSE(lint_together({{"01", "x"}, {"250", "x"}, {"21", "x"}}));
    CHECK(lint_together({{"01", "x"}, {"3103", "x"}, {"3102", "x"}})->facts ==
          std::vector<std::string>{"3103", "3102"});
    CHECK_FALSE(lint_together({{"01", "x"}, {"3103", "x"}, {"3922", "x"}}));
    CHECK(lint_together({{"01", "x"}, {"3922", "x"}})->code == "SYNTAX_NEEDS");
    CHECK(lint_together({{"01", "x"}, {"37", "x"}})->code == "SYNTAX_EXCLUDES");
}

TEST_CASE("element strings are read in both forms") {
    const std::vector<Element> expected = {{"01", "09521234543213"}, {"17", "270124"}, {"10", "L(1"}, {"21", "S9"}};
    for (const std::string text : {"(01)09521234543213(17)270124(10)L\\(1(21)S9",
                                   "010952123454321317270124"
                                   "10L(1\x1d"
                                   "21S9",
                                   "]Q3010952123454321317270124"
                                   "10L(1\x1d"
                                   "21S9",
                                   "]d2010952123454321317270124"
                                   "10L(1\x1d"
                                   "21S9\x1d",
                                   "\x1d"
                                   "0109521234543213\x1d"
                                   "17270124"
                                   "10L(1\x1d"
                                   "21S9"}) {
        INFO(text);
        const auto report = parse_elements(text);
        REQUIRE(report.elements);
        CHECK(*report.elements == expected);
    }
    CHECK(make_bracketed(expected) == "(01)09521234543213(17)270124(10)L\\(1(21)S9");
    CHECK(parse_elements(make_raw(expected)).elements == expected);
}

TEST_CASE("broken element strings are refused with the place") {
    const struct {
        const char *text, *code;
        Span where;
    } cases[] = {
        {"", "SYNTAX_ELEMENT_STRING", {0, 1}},
        {"]Q3", "SYNTAX_ELEMENT_STRING", {3, 1}},
        {"(01", "SYNTAX_ELEMENT_STRING", {0, 1}},
        {"(05)1", "SYNTAX_UNKNOWN_AI", {1, 2}},
        {"()1", "SYNTAX_UNKNOWN_AI", {1, 0}},
        {"(10)(21)S", "SYNTAX_EMPTY_VALUE", {4, 0}},
        {"0509521234543213", "SYNTAX_UNKNOWN_AI", {0, 4}},
        {"0109521234543214", "CHECKDIGIT", {15, 1}},
        {"(01)09521234543213(10)A(10)B", "SYNTAX_DUPLICATE_AI", {27, 1}},
        {"01095212345", "SYNTAX_LENGTH", {2, 9}},
        {"(10)L1", "SYNTAX_NEEDS", {0, 6}},
    };

    for (const auto& c : cases) {
        INFO(c.text);
        const auto report = parse_elements(c.text);
        CHECK_FALSE(report.elements);
        REQUIRE(report.findings.size() == 1);
        CHECK(report.findings[0].code == c.code);
        CHECK(report.findings[0].where == c.where);
    }
    CHECK(parse_elements("(01)09521234543213(10)A(10)A").elements->size() == 2);
    CHECK(parse_elements(std::string(3000, '0')).findings.at(0).code == "SYNTAX_TOO_LONG");
}

TEST_CASE("mutations of element strings do no harm") {
    std::mt19937 random(11);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = random() % 2 ? "(01)09521234543213(17)270124(10)L\\(1(21)S9"
                                        : "]Q301095212345432131727012410L1\x1d"
                                          "21S9";
        for (auto changes = random() % 4; changes > 0; --changes)
            text[random() % text.size()] = static_cast<char>(random());
        const auto report = parse_elements(text);
        if (report.elements)
            REQUIRE(parse_elements(make_raw(*report.elements)).elements == report.elements);
        else
            REQUIRE(report.findings.size() == 1);
    }
}

TEST_CASE("numbers of shops, printed matter and coupons are no product's own") {
    const auto is_restricted = [](const std::string& twelve) {
        return Gtin::parse(twelve + std::string(1, check_digit(twelve)))->is_restricted();
    };
    for (const auto* twelve : {"021234567890",
                               "041234567890",
                               "201234567890",
                               "291234567890",
                               "977123456789",
                               "978123456789",
                               "979123456789",
                               "980123456789",
                               "991234567890"})
        CHECK(is_restricted(twelve));
    for (const auto* twelve : {"893123456789", "952123454321", "970123456789", "976123456789", "031234567890"})
        CHECK_FALSE(is_restricted(twelve));
}
