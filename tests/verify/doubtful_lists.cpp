// What the verdict says where the list is doubtful: it asks, it does not accuse, and what it says names no empty thing.
#include "catalog/import.h"
#include "catch.h"
#include "sheet/table_reading.h"
#include "verify/judge.h"

#include <algorithm>

using namespace temsao;
using verify::Word;

namespace {

const std::string head =
    "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Mã vạch,Trạng thái,Ghi chú,Có giá trị đến,Cơ quan cấp\n";
constexpr auto here = "https://id.ocop.vn/01/09520000010003/10/A";

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

struct Judged {
    verify::Verdict verdict;

    const Finding* find(std::string_view code) const {
        const auto found = std::find_if(
            verdict.findings.begin(), verdict.findings.end(), [&](const Finding& one) { return one.code == code; });
        return found == verdict.findings.end() ? nullptr : &*found;
    }
};

// By a list of ten days before, unless said otherwise. The verdict's product and certificate are gone with their list.
Judged judged(const std::string& rows, const char* today, const char* text = here, const char* as_of = nullptr) {
    const auto table = sheet::read_table(head + rows, "a.csv");
    REQUIRE(table.ok());
    const auto report = catalog::import_table(*table, "a.csv");
    REQUIRE(report.ok());
    const catalog::ProductList list{{"a.csv", as_of ? day(as_of) : day(today).plus_days(-10), false}, report->products};
    const catalog::ListIndex index(list);
    auto verdict = verify::judge(verify::claim_of(text), {&index, nullptr, {{"id.ocop.vn"}}}, day(today));
    verdict.product = nullptr;
    verdict.certificate = nullptr;
    return {verdict};
}

std::string row(const std::string& status, const std::string& note = "") {
    return "Trà,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003," + status + "," + note + ",,UBND tỉnh Hà Tĩnh\n";
}

} // namespace

TEST_CASE("a list older than 30 days never says invalid, whatever it says of the certificate") {
    for (const auto& [status, code] : {std::pair("thu hồi", "CERT_REVOKED"), {"delisted", "DELISTED"}}) {
        CHECK(judged(row(status), "2026-08-11", here, "2026-07-12").find(code)->severity == Severity::invalid);
        const auto old = judged(row(status), "2026-08-11", here, "2026-07-11");
        CHECK(old.verdict.word == Word::check);
        CHECK(old.find(code)->severity == Severity::check);
        CHECK(old.find("LIST_STALE"));
    }
    CHECK(judged(row(""), "2025-08-30", here, "2025-08-01").verdict.word == Word::invalid); // not valid yet
    CHECK(judged(row(""), "2025-08-30", here, "2025-07-01").verdict.word == Word::check);
}

TEST_CASE("a revocation without a decision's number is told without one") {
    const auto unnamed = judged(row("thu hồi"), "2026-08-11");
    CHECK(say(unnamed.find("CERT_REVOKED")->message(), Lang::en) ==
          "The certificate by decision 1/QĐ-UBND (31/08/2025) was revoked.");
    const auto named = judged(row("", "thu hồi theo 9/QĐ-UBND"), "2026-08-11");
    CHECK(say(named.find("CERT_REVOKED")->message(), Lang::en) ==
          "The certificate by decision 1/QĐ-UBND (31/08/2025) was revoked (9/QĐ-UBND).");
    CHECK(say(judged(row("delisted"), "2026-08-11").find("DELISTED")->message(), Lang::vi).find("()") ==
          std::string::npos);
}

TEST_CASE("a status that is not clear is a question with its own words, a denied end is not") {
    for (const auto* status : {"hết hiệu lực", "tạm đình chỉ", "invalid", "đề nghị thu hồi"}) {
        const auto unclear = judged(row(status), "2026-08-11");
        CHECK(unclear.verdict.word == Word::check);
        CHECK(unclear.find("CERT_STATUS_UNCLEAR")->facts.at(1) == status);
    }
    CHECK(judged(row("", "chưa thu hồi"), "2026-08-11").verdict.word == Word::valid);
    CHECK(judged(row("", "đề nghị thu hồi"), "2026-08-11").verdict.word == Word::valid);
    CHECK(judged(row("valid", "thu hồi theo 9/QĐ-UBND"), "2026-08-11").verdict.word == Word::invalid);
    CHECK(judged(row("tạm đình chỉ"), "2028-09-02").find("CERT_EXPIRED")->severity == Severity::invalid);
}

TEST_CASE("a certificate that was replaced by one that the list lacks is a question, also after its end") {
    for (const auto* today : {"2026-08-11", "2029-01-01"}) {
        const auto orphan = judged(row("được thay thế"), today);
        CHECK(orphan.verdict.word == Word::check);
        CHECK(orphan.find("CERT_SUPERSEDED"));
        CHECK_FALSE(orphan.find("CERT_EXPIRED"));
    }
}

TEST_CASE("where an older decision still runs, the end of a newer one is a question") {
    const auto rows = row("") + "Trà,HTX X,3,2/QĐ-UBND,01/02/2026,9520000010003,thu hồi,,,UBND tỉnh Hà Tĩnh\n";
    const auto both = judged(rows, "2026-08-11");
    CHECK(both.verdict.word == Word::check);
    CHECK(both.find("CERT_REVOKED")->severity == Severity::check);
    CHECK(both.find("CERT_OTHER_RUNS")->facts.at(1) == "1/QĐ-UBND (31/08/2025)");
    CHECK(judged(rows, "2028-09-01").verdict.word == Word::invalid); // now neither runs
}

TEST_CASE("a number of two products is ambiguous, and both are named") {
    const auto shared = judged(
        row("") + "Nước mắm,HTX Y,4,2/QĐ-UBND,31/08/2025,9520000010003,thu hồi,,,UBND tỉnh Hà Tĩnh\n", "2026-08-11");
    CHECK(shared.verdict.word == Word::check);
    const auto* finding = shared.find("AMBIGUOUS");
    REQUIRE(finding);
    CHECK(finding->facts.at(1) == "2");
    CHECK(finding->facts.at(2).find("Trà (HTX X)") != std::string::npos);
    CHECK(finding->facts.at(2).find("Nước mắm (HTX Y)") != std::string::npos);
}

TEST_CASE("a product that is not listed names every producer whose numbers begin so") {
    const auto rows = row("") + "Nước mắm,HTX Y,4,2/QĐ-UBND,31/08/2025,9520000010010,,,,UBND tỉnh Hà Tĩnh\n";
    const auto other = judged(rows, "2026-08-11", "https://id.ocop.vn/01/09520000010027/10/A");
    REQUIRE(other.find("PRODUCT_NOT_LISTED"));
    CHECK(other.find("PRODUCT_NOT_LISTED")->facts.at(1) == "HTX X; HTX Y");
}

TEST_CASE("best before, sell by and the expiry with its time are compared as the expiry date is") {
    const auto with = [](const std::string& query) {
        return judged(row(""), "2026-08-11", (std::string(here) + "?" + query).c_str());
    };
    for (const auto* query : {"11=260801&15=260801", "11=260801&16=260731", "11=260801&7003=2607011200"}) {
        INFO(query);
        CHECK(with(query).find("SYNTAX_DATES"));
        CHECK(with(query).find("DATE_MISMATCH"));
    }
    CHECK(with("11=260801&15=260901").verdict.word == Word::valid);
    CHECK(with("15=260810").find("GOODS_EXPIRED"));
    CHECK(with("7003=2608102359").find("GOODS_EXPIRED"));
    CHECK_FALSE(with("15=260811").find("GOODS_EXPIRED"));
    CHECK(with("16=260810").find("SALE_ENDED"));
    CHECK_FALSE(with("16=260810").find("GOODS_EXPIRED"));
    CHECK(verify::claim_of(std::string(here) + "?15=270101").expires() == day("2027-01-01"));
    CHECK(verify::claim_of(std::string(here) + "?15=270101&17=270201").expires() == day("2027-02-01"));
    CHECK_FALSE(verify::claim_of(std::string(here) + "?16=270101").expires());
}

TEST_CASE("a port that is not a number, or is not 443, is suspicious") {
    for (const auto& [port, is_odd] :
         {std::pair(":443", false), {":8443", true}, {":80", true}, {":x", true}, {":", true}, {":99999", true}}) {
        INFO(port);
        const auto text = "https://id.ocop.vn" + std::string(port) + "/01/09520000010003/10/A";
        const auto verdict = judged(row(""), "2026-08-11", text.c_str());
        CHECK((verdict.find("HOST_SUSPICIOUS") != nullptr) == is_odd);
        CHECK(verdict.verdict.word == (is_odd ? Word::check : Word::valid));
    }
}
