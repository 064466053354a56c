#include "gs1/digital_link.h"

#include "catch.h"
#include "gs1/element_string.h"
#include "gs1/gtin.h"
#include "vectors.h"

#include <random>

using namespace temsao;
using namespace temsao::gs1;

namespace {

std::string without_marks(std::string text) {
    for (const std::string mark : {"«", "»"})
        if (const auto at = text.find(mark); at != text.npos) text.erase(at, mark.size());
    return text;
}

constexpr auto gtin = "09521234543213";

// A value of `ai` with all its checks, from a random source; nothing for those it cannot fill.
std::string lot(std::mt19937& random) {
    static constexpr std::string_view set =
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    std::string text;
    for (auto length = 1 + random() % 20; length > 0; --length)
        text += set[random() % set.size()];
    return text;
}

DigitalLink random_link(std::mt19937& random) {
    DigitalLink link;
    link.host = random() % 2 ? "id.example.vn" : "a.b.example.com:8080";
    if (random() % 4 == 0) link.stem = "/shop/x";
    std::string digits;
    for (int i = 0; i < 13; ++i)
        digits += static_cast<char>('0' + random() % 10);
    link.path.push_back({"01", digits + check_digit(digits)});
    const bool tpx = random() % 8 == 0;
    if (tpx) link.path.push_back({"235", lot(random)});
    for (const auto* ai : {"22", "10", "21"})
        if (!tpx && random() % 2) link.path.push_back({ai, lot(random)});
    if (random() % 2) link.attributes.push_back({"17", "270124"});
    if (random() % 2) link.attributes.push_back({"11", "261100"});
    if (random() % 3 == 0) link.attributes.push_back({"3103", "000500"});
    if (random() % 3 == 0) link.attributes.push_back({"240", lot(random)});
    if (random() % 3 == 0) link.attributes.push_back({"99", lot(random)});
    if (random() % 3 == 0) link.strangers.push_back({"s", lot(random)});
    if (random() % 5 == 0) link.strangers.push_back({"linkType", "gs1:pip"});
    return link;
}

} // namespace

TEST_CASE("every case of tests/vectors/digital_link.txt passes or is refused as it says") {
    std::size_t accepted = 0, refused = 0;
    for (auto line : test::lines_of("digital_link.txt")) {
        INFO(line);
        const auto rule = test::take_word(line);
        const auto code = test::take_word(line);
        const auto report = parse_link(without_marks(line));
        if (rule == "ok") {
            ++accepted;
            INFO((report.findings.empty() ? "" : report.findings[0].code));
            REQUIRE(report.link);
            CHECK(report.findings.empty());
            CHECK(make_link(*report.link) == (code == "=" ? line : code));
        } else {
            ++refused;
            CHECK_FALSE(report.link);
            REQUIRE(report.findings.size() == 1);
            const auto& finding = report.findings[0];
            CHECK(finding.code == code);
            CHECK(finding.axis == Axis::syntax);
            CHECK(finding.severity == Severity::invalid);
            CHECK((finding.rule == rule || rule == "GS1-DL-13"));
            REQUIRE(finding.where);
            CHECK(test::marked(without_marks(line), *finding.where, "«", "»") == line);
            CHECK(has_sentence(finding.code));
            CHECK_FALSE(say(finding.message(), Lang::vi).empty());
        }
    }
    CHECK(accepted > 30);
    CHECK(refused > 60);
}

TEST_CASE("bytes beyond ASCII are named where they stand") {
    const std::string text = std::string("https://id.example.vn/01/") + gtin + "/10/\xc4\x90" + "01";
    const auto report = parse_link(text);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].code == "SYNTAX_URI_CHARACTER");
    CHECK(report.findings[0].where == Span{text.find('\xc4'), 1});
}

TEST_CASE("a link of 2,953 bytes is worked on, one of 2,954 is not") {
    std::string text = std::string("https://id.example.vn/01/") + gtin + "?x=";
    text.resize(longest_link, 'a');
    CHECK(parse_link(text).link);
    text += 'a';
    const auto report = parse_link(text);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].code == "SYNTAX_TOO_LONG");
    CHECK(report.findings[0].where == Span{2953, 1});
}

TEST_CASE("a GTIN of 13 digits passes on demand only, with a remark") {
    const auto text = "https://id.example.vn/01/9521234543213/10/L1";
    CHECK_FALSE(parse_link(text).link);
    const auto report = parse_link(text, {.unpadded_gtin = true});
    REQUIRE(report.link);
    CHECK(report.link->path[0] == Element{"01", gtin});
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].code == "SYNTAX_UNPADDED_GTIN");
    CHECK(report.findings[0].severity == Severity::check);
    CHECK_FALSE(parse_link("https://id.example.vn/01/9521234543214", {.unpadded_gtin = true}).link);
}

TEST_CASE("making and parsing ten thousand random links gives each back") {
    std::mt19937 random(20261124);
    for (int i = 0; i < 10'000; ++i) {
        const auto link = random_link(random);
        const auto text = make_link(link);
        INFO(text);
        const auto report = parse_link(text);
        REQUIRE(report.link);
        REQUIRE(*report.link == link);
        REQUIRE(parse_link(canonical_link(link)).link);
    }
}

TEST_CASE("mutations of links do no harm, and what passes is made and parsed again the same") {
    std::mt19937 random(7);
    const std::string ink = "/?&=%#+01279AZaz.:-\x1d (\\)\xc4\xff";
    std::size_t passed = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto text = make_link(random_link(random));
        for (auto changes = 1 + random() % 4; changes > 0; --changes) {
            const auto at = random() % text.size();
            if (random() % 3 == 0)
                text.erase(at, 1 + random() % 5);
            else if (random() % 2)
                text.insert(at, 1, ink[random() % ink.size()]);
            else
                text[at] = static_cast<char>(random());
            if (text.empty()) text = "h";
        }
        const auto report = parse_link(text, {.unpadded_gtin = random() % 2 == 0});
        for (const auto& finding : report.findings)
            REQUIRE((!finding.where || finding.where->start + finding.where->length <= text.size()));
        if (!report.link) continue;
        ++passed;
        const auto again = parse_link(make_link(*report.link));
        REQUIRE(again.link);
        REQUIRE(*again.link == *report.link);
    }
    CHECK(passed > 1000);
    CHECK(passed < 19'000);
}

TEST_CASE("the canonical form stands at id.gs1.org with attributes of fixed length first") {
    const auto report = parse_link("https://brand.example/x/01/09521234543213/10/a%2Fb?99=Q&17=270124&s=1");
    REQUIRE(report.link);
    CHECK(canonical_link(*report.link) == "https://id.gs1.org/01/09521234543213/10/a%2Fb?17=270124&99=Q");
}

TEST_CASE("elements in any order are put in their places") {
    const auto report =
        arrange_link("id.example.vn", {{"21", "S9"}, {"240", "X"}, {"17", "270124"}, {"01", gtin}, {"10", "L1"}});
    REQUIRE(report.link);
    CHECK(make_link(*report.link) == "https://id.example.vn/01/09521234543213/10/L1/21/S9?17=270124&240=X");
    CHECK(arrange_link("id.example.vn", {{"10", "L1"}}).findings.at(0).code == "SYNTAX_NO_KEY");
    CHECK(arrange_link("id.example.vn", {{"01", gtin}, {"05", "L1"}}).findings.at(0).code == "SYNTAX_UNKNOWN_AI");
    CHECK(arrange_link("id.example.vn", {{"01", gtin}, {"235", "T"}, {"21", "S"}}).findings.at(0).code ==
          "SYNTAX_NOT_ATTRIBUTE");
}
