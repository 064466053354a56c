// The bar code on the same label: it names the same goods as the QR code, or somebody is asked to look.
#include "catch.h"
#include "verify/judge.h"

using namespace temsao;

namespace {

const Date today = *Date::from(2026, 11, 24);

const Finding* mismatch(const std::string& gtin, const std::string& bars) {
    static verify::Verdict verdict;
    auto claim = verify::claim_of("https://id.ocop.vn/01/" + gtin + "/10/261124");
    REQUIRE(claim.code);
    claim.ean13_seen = bars;
    verdict = verify::judge(claim, {nullptr, nullptr, {{"id.ocop.vn"}}}, today);
    for (const auto& finding : verdict.findings)
        if (finding.code == "GTIN_MISMATCH") {
            CHECK(verdict.word == verify::Word::check);
            return &finding;
        }
    CHECK(verdict.word == verify::Word::inconclusive); // there is no list
    return nullptr;
}

} // namespace

TEST_CASE("the same number in QR code and bars gives no finding, with or without the leading zero") {
    CHECK_FALSE(mismatch("09521234543213", "9521234543213"));
}

TEST_CASE("another number in the bars asks, and never accuses") {
    const auto* finding = mismatch("09521234543213", "9520000010003");
    REQUIRE(finding);
    CHECK(finding->severity == Severity::check);
    CHECK(finding->axis == Axis::label);
    CHECK(finding->facts == std::vector<std::string>{"9521234543213", "9520000010003"});
}

TEST_CASE("an outer pack is compared with the item in it") {
    CHECK_FALSE(mismatch("19521234543210", "9521234543213"));
    CHECK(mismatch("19521234543210", "9520000010003"));
}

TEST_CASE("numbers of a shop's own scales, of books and of coupons are not compared") {
    for (const auto* bars : {"2012345678903", "0212345678909", "9780306406157", "9912345678909"})
        CHECK_FALSE(mismatch("09521234543213", bars));
}
