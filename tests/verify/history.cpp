#include "verify/history.h"

#include "catch.h"

using namespace temsao;
using verify::Word;

namespace {

const Date day = *Date::from(2026, 11, 20);
const auto claim = verify::claim_of("https://id.ocop.vn/01/09521234543213/10/L1/21/K7M2P9XQ");

verify::Verdict
after(const std::vector<verify::Seen>& earlier, const char* place, const char* time = "", const char* inspector = "") {
    verify::Verdict verdict;
    verdict.word = Word::valid;
    verdict.findings.push_back({Axis::signature, "SIG_ABSENT", Severity::info, {}, ""});
    verify::compare_history(verdict, claim, earlier, {place, day, time, inspector});
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

TEST_CASE(
    "merged checks speak among themselves: two places before, which nobody is told who does not say where they are") {
    const auto verdict = after({{"Chợ Vinh", day}, {"Đồng Hới", day}}, "");
    CHECK(verdict.word == Word::check);
    CHECK(verdict.findings.front().facts == std::vector<std::string>{"K7M2P9XQ", "20/11/2026"});
    for (const auto lang : {Lang::vi, Lang::en})
        CHECK(say(verdict.findings.front().message(), lang).find("Vinh") == std::string::npos);
}

TEST_CASE("the same place at another time is a question with its time, the same moment again is not") {
    const auto before = day.plus_days(-2);
    CHECK(after({{"Chợ Vinh", day, "10:32"}}, "Chợ Vinh", "10:32").word == Word::valid);
    CHECK(after({{"Chợ Vinh", day}}, "Chợ Vinh", "10:32").word == Word::valid); // its time is not known
    const auto later = after({{"chợ  vinh", day, "10:32"}}, "Chợ Vinh", "10:40");
    CHECK(later.word == Word::check);
    CHECK(later.findings.front().code == "SERIAL_REPEATED");
    CHECK(say(later.findings.front().message(), Lang::en).find("20 Nov 2026 (10:32)") != std::string::npos);
    CHECK(after({{"Chợ Vinh", before}}, "Chợ Vinh").word == Word::check);
    CHECK(say(after({{"Chợ Vinh", before}}, "Chợ Vinh").findings.front().message(), Lang::vi).find("18/11/2026.") !=
          std::string::npos);
}

TEST_CASE("within one minute another inspector's look is a question, the same inspector's is not") {
    const std::vector<verify::Seen> an{{"Chợ Vinh", day, "10:32", "An"}};
    CHECK(after(an, "Chợ Vinh", "10:32", "An").word == Word::valid);
    CHECK(after(an, "Chợ Vinh", "10:32", " an ").word == Word::valid);
    CHECK(after(an, "Chợ Vinh", "10:32").word == Word::valid); // who looks now is not known
    const auto by_binh = after(an, "Chợ Vinh", "10:32", "Bình");
    CHECK(by_binh.word == Word::check);
    CHECK(by_binh.findings.front().code == "SERIAL_REPEATED");
    CHECK(say(by_binh.findings.front().message(), Lang::en).find("20 Nov 2026 (10:32)") != std::string::npos);
    CHECK(after({{"Chợ Vinh", day, "", "An"}}, "Chợ Vinh", "", "Bình").word == Word::check); // without a time
    CHECK(after({{"Chợ Vinh", day, "10:32"}}, "Chợ Vinh", "10:32", "Bình").word == Word::valid);
}

TEST_CASE("one serial in several photos of a run is told of on each, and asks nothing by itself") {
    const std::string product = "https://id.ocop.vn/01/09521234543213/21/";
    const std::vector claims = {verify::claim_of(product + "K7M2P9XQ"),
                                verify::claim_of(product + "K7M2P9XR"),
                                verify::claim_of(product + "K7M2P9XR"),
                                verify::claim_of(product + "K7M2P9XQ"),
                                verify::claim_of("https://id.ocop.vn/sp/MATONG-01/sr/K7M2P9XQ"),
                                verify::claim_of("https://id.ocop.vn/01/09521234543213/10/L1"),
                                verify::claim_of("https://id.ocop.vn/01/09521234543213/10/L1")};
    const std::vector<std::size_t> photos = {0, 1, 1, 2, 3, 4, 5};
    std::vector<verify::Verdict> verdicts(claims.size());
    std::vector<verify::Verdict*> all;
    std::vector<const verify::Claim*> said;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        verdicts[i].word = Word::valid;
        all.push_back(&verdicts[i]);
        said.push_back(&claims[i]);
    }
    verify::compare_across_photos(all, said, photos);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        INFO(i);
        CHECK(verdicts[i].word == Word::valid);
        CHECK(verdicts[i].findings.size() == (i == 0 || i == 3 ? 1U : 0U)); // 1 and 2 are of one photo
    }
    const auto& told = verdicts[3].findings.front();
    CHECK(told.code == "SERIAL_REPEATED");
    CHECK(told.severity == Severity::info);
    CHECK(told.facts == std::vector<std::string>{"K7M2P9XQ", "2"});
    CHECK(say(told.message(), Lang::en).starts_with("Serial number K7M2P9XQ is in 2 photos of this check."));
}

TEST_CASE("one serial twice in a photo is a question on both labels, other serials and products are not") {
    const auto product = [](const char* text) {
        verify::Verdict verdict;
        verdict.word = Word::valid;
        return std::pair(verify::claim_of(text), verdict);
    };
    std::vector labels = {product("https://id.ocop.vn/01/09521234543213/21/K7M2P9XQ"),
                          product("https://id.ocop.vn/01/09521234543213/10/L1/21/K7M2P9XQ"),
                          product("https://id.ocop.vn/01/09521234543213/21/K7M2P9XR"),
                          product("https://id.ocop.vn/sp/MATONG-01/sr/K7M2P9XQ"),
                          product("https://id.ocop.vn/01/09521234543213/10/L1"),
                          product("https://id.ocop.vn/01/09521234543213/10/L1")};
    std::vector<verify::Verdict*> verdicts;
    std::vector<const verify::Claim*> claims;
    for (auto& [claim, verdict] : labels) {
        verdicts.push_back(&verdict);
        claims.push_back(&claim);
    }
    verify::compare_within_photo(verdicts, claims);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        INFO(i);
        CHECK(labels[i].second.findings.size() == (i < 2 ? 1U : 0U));
        CHECK(labels[i].second.word == (i < 2 ? Word::check : Word::valid));
    }
    CHECK(labels[0].second.findings.front().facts == std::vector<std::string>{"K7M2P9XQ", "2"});
}

TEST_CASE("an invalid label stays invalid, its reason first, a code without serial has no history") {
    verify::Verdict verdict;
    verdict.word = Word::invalid;
    verdict.findings.push_back({Axis::certificate, "CERT_EXPIRED", Severity::invalid, {}, ""});
    verify::compare_history(verdict, claim, {{"Vinh", day}}, {"Huế", day});
    CHECK(verdict.word == Word::invalid);
    CHECK(verdict.findings.front().code == "CERT_EXPIRED");
    CHECK(verdict.findings.back().code == "SERIAL_REPEATED");

    verify::Verdict plain;
    verify::compare_history(
        plain, verify::claim_of("https://id.ocop.vn/01/09521234543213/10/L1"), {{"Vinh", day}}, {"Huế", day});
    CHECK(plain.findings.empty());
}
