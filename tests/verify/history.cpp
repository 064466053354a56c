#include "verify/history.h"

#include "catch.h"

using namespace temsao;
using verify::Word;

namespace {

const Date day = *Date::from(2026, 11, 20);
const auto claim = verify::claim_of("https://id.ocop.vn/01/09521234543213/10/L1/21/K7M2P9XQ");

verify::Verdict after(const std::vector<verify::Seen>& earlier, std::string_view place) {
    verify::Verdict verdict;
    verdict.word = Word::valid;
    verdict.findings.push_back({Axis::signature, "SIG_ABSENT", Severity::info, {}, ""});
    verify::compare_history(verdict, claim, earlier, place);
    return verdict;
}

} // namespace

TEST_CASE("a serial seen in another place is a question, and names place and day") {
    const auto verdict = after({{"Chợ Vinh", day}}, "Siêu thị Hà Tĩnh");
    CHECK(verdict.word == Word::check);
    CHECK(verdict.findings.front().code == "SERIAL_REPEATED");
    CHECK(verdict.findings.front().severity == Severity::check);
    CHECK(verdict.findings.front().facts == std::vector<std::string>{"K7M2P9XQ", "Chợ Vinh", "20/11/2026"});
}

TEST_CASE("the same place again, however written, or a place that nobody told, is no other place") {
    CHECK(after({{"Chợ Vinh", day}}, "chợ  vinh").word == Word::valid);
    CHECK(after({{"", day}}, "Chợ Vinh").word == Word::valid);
    CHECK(after({{"Chợ Vinh", day}}, "").word == Word::valid);
    CHECK(after({}, "Chợ Vinh").word == Word::valid);
}

TEST_CASE("merged checks speak among themselves: two places before, wherever we are now") {
    CHECK(after({{"Chợ Vinh", day}, {"Đồng Hới", day}}, "").word == Word::check);
}

TEST_CASE("an invalid label stays invalid, its reason first, a code without serial has no history") {
    verify::Verdict verdict;
    verdict.word = Word::invalid;
    verdict.findings.push_back({Axis::certificate, "CERT_EXPIRED", Severity::invalid, {}, ""});
    verify::compare_history(verdict, claim, {{"Vinh", day}}, "Huế");
    CHECK(verdict.word == Word::invalid);
    CHECK(verdict.findings.front().code == "CERT_EXPIRED");
    CHECK(verdict.findings.back().code == "SERIAL_REPEATED");

    verify::Verdict plain;
    verify::compare_history(
        plain, verify::claim_of("https://id.ocop.vn/01/09521234543213/10/L1"), {{"Vinh", day}}, "Huế");
    CHECK(plain.findings.empty());
}
