// The twelve kinds of case that the press reported (domain facts 6.6), with invented names:
// samples/ha-tinh/cac-vu-viec.csv.
#include "catalog/import.h"
#include "catch.h"
#include "sheet/table_reading.h"
#include "system/file.h"
#include "verify/judge.h"

#include <algorithm>

using namespace temsao;
using verify::Word;

namespace {

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

// The cases' list as of `as_of`.
const catalog::ProductList& cases(Date as_of) {
    static catalog::ProductList list = [] {
        const auto bytes = read_file(std::string(TEMSAO_SOURCE_DIR) + "/samples/ha-tinh/cac-vu-viec.csv", 1 << 20);
        REQUIRE(bytes.ok());
        auto report = catalog::import_table(*sheet::read_table(*bytes, "cac-vu-viec.csv"), "cac-vu-viec.csv");
        REQUIRE(report.ok());
        REQUIRE(report->refused.empty());
        return catalog::ProductList{{"cac-vu-viec.csv", *Date::from(2026, 11, 1), false}, report->products};
    }();
    list.header.as_of = as_of;
    return list;
}

const catalog::Product& product(std::string_view name) {
    for (const auto& one : cases(day("2026-11-01")).products)
        if (one.name == name) return one;
    FAIL("no such case: " << name);
    throw 0;
}

verify::Claim claim(const std::string& key) {
    return verify::claim_of("https://id.ocop.vn/01/" + key + "/10/L1");
}

bool has(const verify::Verdict& verdict, std::string_view code) {
    return std::any_of(
        verdict.findings.begin(), verdict.findings.end(), [&](const Finding& f) { return f.code == code; });
}

verify::Verdict judged(const verify::Claim& claim, const char* today, const char* as_of = nullptr) {
    const catalog::ListIndex index(cases(day(as_of ? as_of : today)));
    return verify::judge(claim, {&index, nullptr, {{"id.ocop.vn"}}}, day(today));
}

} // namespace

TEST_CASE("C1: another product of a certified producer is a question, and names the product that is certified") {
    const auto neighbour = product("Thịt trâu gác bếp Mẫu Một").key.substr(0, 11) + "50";
    const auto gtin = neighbour + gs1::check_digit(neighbour);
    const auto verdict = judged(claim(gtin), "2026-11-10");
    CHECK(verdict.findings.front().code == "PRODUCT_NOT_LISTED");
    CHECK(verdict.findings.front().facts.at(2) == "Thịt trâu gác bếp Mẫu Một");
    CHECK(verdict.word == Word::check);
}

TEST_CASE("C2, C3, C5: a lapsed certificate is not valid, said first and with its last day") {
    for (const auto& [name, today, last] : {std::tuple("Tiêu sọ Mẫu Hai", "2023-06-01", "31/12/2022"),
                                            std::tuple("Dưa chuột baby Mẫu Ba", "2022-12-24", "23/12/2022"),
                                            std::tuple("Tỏi Mẫu Năm", "2026-11-10", "01/06/2025")}) {
        const auto verdict = judged(claim(product(name).key), today);
        CHECK(verdict.word == Word::invalid);
        CHECK(verdict.findings.front().code == "CERT_EXPIRED");
        CHECK(verdict.findings.front().facts.at(1) == last);
    }
    // the list gives this last day itself, so it is not a borderline
    CHECK(judged(claim(product("Dưa chuột baby Mẫu Ba").key), "2022-12-23").word == Word::valid);
}

TEST_CASE("C4: the anniversary is borderline, stars count by the certificate of the day") {
    const auto key = product("Thổ cẩm Mẫu Bốn").key;
    CHECK(judged(claim(key), "2023-02-04").findings.front().code == "CERT_BORDERLINE");
    CHECK(judged(claim(key), "2023-02-04").word == Word::check);
    CHECK(judged(claim(key), "2023-02-05").word == Word::invalid);
    auto four = claim(key);
    four.stars_seen = 4;
    CHECK(judged(four, "2022-06-01").word == Word::valid); // then it had four
    const auto later = judged(four, "2025-06-01");         // re-assessed to three
    CHECK(later.word == Word::invalid);
    CHECK(later.findings.front().code == "STAR_MISMATCH");
    four.stars_seen = 2;
    CHECK(judged(four, "2025-06-01").word == Word::check); // fewer than certified: a question
}

TEST_CASE("C6, C7: taken off the list, and revoked with the decision's number") {
    CHECK(judged(claim(product("Mật ong gừng Mẫu Sáu").key), "2026-11-10").findings.front().code == "DELISTED");
    const auto revoked = judged(claim(product("Ruốc kem Mẫu Bảy").key), "2026-11-10");
    CHECK(revoked.findings.front().code == "CERT_REVOKED");
    CHECK(revoked.findings.front().facts.at(1) == "3763/QĐ-UBND");
    CHECK(revoked.word == Word::invalid);
}

TEST_CASE("C8, C9: a copied code matches the list, and the verdict says no more than that") {
    for (const auto* name : {"Rau sấy Mẫu Tám", "Gạo thơm Mẫu Chín"}) {
        const auto verdict = judged(claim(product(name).key), "2026-11-10");
        CHECK(verdict.word == Word::valid);
        CHECK(has(verdict, "SIG_ABSENT"));
    }
}

TEST_CASE("C10: another producer's name on the label contradicts the list, short forms do not") {
    auto seen = claim(product("Gạo sạch Mẫu Mười").key);
    seen.producer_seen = "Đại lý Mẫu Khác";
    CHECK(judged(seen, "2026-11-10").findings.front().code == "PRODUCER_MISMATCH");
    seen.producer_seen = "Hợp tác xã Mẫu Mười";
    CHECK(judged(seen, "2026-11-10").word == Word::valid);
}

TEST_CASE("C11: an unknown host is a question, an unrelated code is no trace code") {
    const auto key = product("Cam Mẫu Mười Một").key;
    const auto unknown = judged(verify::claim_of("https://trai-cay.example/01/" + key + "/10/L1"), "2026-11-10");
    CHECK(has(unknown, "HOST_UNKNOWN"));
    CHECK(unknown.word == Word::check);
    const auto other = judged(verify::claim_of("https://example.com/khuyen-mai"), "2026-11-10");
    CHECK(has(other, "NOT_A_TRACE_CODE"));
    CHECK(other.word == Word::inconclusive);
}

TEST_CASE("C12: a code without lot and serial is too thin to trace") {
    const auto verdict =
        judged(verify::claim_of("https://id.ocop.vn/01/" + product("Bưởi Mẫu Mười Hai").key), "2026-11-10");
    CHECK(has(verdict, "TRACE_TOO_THIN"));
    CHECK(verdict.word == Word::check);
}

TEST_CASE("what is valid says what was found in the list, first") {
    const auto verdict = judged(claim(product("Rau sấy Mẫu Tám").key), "2026-11-10");
    CHECK(verdict.word == Word::valid);
    CHECK(verdict.findings.front().code == "OK");
    CHECK(verdict.findings.front().facts.at(0) == "808/QĐ-UBND");
    CHECK_FALSE(has(judged(claim(product("Tỏi Mẫu Năm").key), "2026-11-10"), "OK"));
}

TEST_CASE("a key that is not listed under a name that is: where to look, and no more") {
    auto seen = claim("09520099000008");
    REQUIRE(seen.code);
    CHECK_FALSE(has(judged(seen, "2026-11-10"), "AMBIGUOUS"));
    seen.name_seen = "rau sấy MẪU tám";
    const auto verdict = judged(seen, "2026-11-10");
    CHECK(verdict.word == Word::check);
    CHECK(verdict.findings.front().code == "AMBIGUOUS");
    CHECK(verdict.findings.front().facts.at(1) == "1");
    CHECK(has(verdict, "NOT_LISTED"));
    seen.name_seen = "Tên không có";
    CHECK_FALSE(has(judged(seen, "2026-11-10"), "AMBIGUOUS"));
}

TEST_CASE("an old list lowers the answer and never accuses") {
    const auto valid = judged(claim(product("Rau sấy Mẫu Tám").key), "2026-11-10", "2026-09-01");
    CHECK(valid.word == Word::check);
    CHECK(has(valid, "LIST_STALE"));
    CHECK(judged(claim(product("Tỏi Mẫu Năm").key), "2026-11-10", "2025-01-01").word == Word::check);
    CHECK(judged(claim(product("Rau sấy Mẫu Tám").key), "2026-11-10", "2026-10-11").word == Word::valid); // 30 days
}

TEST_CASE("without a list nothing is concluded, and a broken code says which rule") {
    const auto nothing =
        verify::judge(claim("09521234543213"), {nullptr, nullptr, {{"id.ocop.vn"}}}, day("2026-11-10"));
    CHECK(nothing.word == Word::inconclusive);
    const auto broken = judged(verify::claim_of("https://id.ocop.vn/01/09521234543214/10/L1"), "2026-11-10");
    CHECK(broken.findings.front().code == "CHECKDIGIT");
    CHECK(broken.word == Word::invalid);
}
