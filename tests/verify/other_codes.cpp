// Codes that are not ours: a shop's link, a news page, a Wi-Fi code. Nobody is asked or accused over one of them, and
// beside a trace code they do not count.
#include "catch.h"
#include "gs1/digital_link.h"
#include "verify/judge.h"

#include <algorithm>
#include <random>

using namespace temsao;
using verify::Word;

namespace {

verify::Verdict judged(std::string_view text) {
    static const catalog::ProductList list{{"danh-sach.csv", *Date::from(2026, 8, 1), false}, {}};
    static const catalog::ListIndex index(list);
    return verify::judge(verify::claim_of(text), {&index, nullptr, {{"id.ocop.vn"}}}, *Date::from(2026, 8, 11));
}

void is_something_else(std::string_view text) {
    INFO(text);
    const auto verdict = judged(text);
    CHECK(!verdict.is_trace_code);
    CHECK(verdict.word == Word::inconclusive);
    REQUIRE(verdict.findings.size() == 1);
    CHECK(verdict.findings.front().code == "NOT_A_TRACE_CODE");
}

const Finding& first_of(const verify::Verdict& verdict) {
    REQUIRE(!verdict.findings.empty());
    return verdict.findings.front();
}

template <class List>
const auto& one_of(std::mt19937& random, const List& list) {
    return list[random() % std::size(list)];
}

// An address as shops and newspapers have them, with a preference for what looks like ours.
std::string made_address(std::mt19937& random) {
    constexpr const char* hosts[] = {"shop.example", "baohatinh.example", "id.ocop.vn.example", "ocop.example"};
    constexpr const char* folders[] = {"sp",
                                       "SP",
                                       "01",
                                       "10",
                                       "21",
                                       "lo",
                                       "2026",
                                       "nuoc-mam",
                                       "09520000010003",
                                       "09520000010004",
                                       "9520000010003",
                                       "MATONG",
                                       "17",
                                       "chi-tiet.html",
                                       "00",
                                       ""};
    constexpr const char* queries[] = {"", "?x=/01/09520000010003", "?from=/sp/MATONG", "#/01/", "?17=271124", "?s=1"};
    std::string text = std::string(random() % 4 ? "https://" : "http://") + one_of(random, hosts);
    for (auto count = random() % 7; count > 0; --count)
        text += std::string("/") + one_of(random, folders);
    return text + one_of(random, queries);
}

} // namespace

TEST_CASE("what no GS1 reader takes for goods is something else, whatever folders stand in it") {
    for (const auto* text : {"https://shop.vn/sp/nuoc-mam-hanh-mau",
                             "https://shop.vn/sp/nuoc-mam-hanh-mau?x=/01/",
                             "https://shop.vn/sp/MATONG/lo/A",
                             "https://shopee.vn/sp/nuoc-mam-i.123.456",
                             "https://baohatinh.vn/2026/01/15/tin.html",
                             "https://shop.vn/01/09520000010004/10/A", // a stranger's number with a wrong check digit
                             "https://shop.vn/01/95200002",            // unpadded: any shop's own number
                             "http://shop.vn/gio-hang?link=https://id.ocop.vn/01/09520000010003",
                             "https://id.ocop.vn.shop.vn/sp/MATONG",
                             "Hạn sử dụng: 31/01/2027",
                             "WIFI:T:WPA;S:/sp/quan;P:/01/12345678;;",
                             "id.ocop.vn/01/09520000010003/10/A", // no address: has no scheme
                             "https://id.ocop.vn/lien-he",
                             "https://id.ocop.vn/lien-he?x=/sp/MATONG",
                             "",
                             "https://",
                             "://01/sp/"})
        is_something_else(text);
}

TEST_CASE("on our own host a text that breaks a rule is told which, in either case of letters") {
    for (const auto* text : {"https://id.ocop.vn/01/09520000010004/10/A",
                             "https://id.ocop.vn/01/",
                             "https://id.ocop.vn/sp/ABC/",
                             "HTTPS://ID.OCOP.VN/SP/ABC/",
                             "https://www.id.ocop.vn/sp/?",
                             "https://id.ocop.vn:443/sp/nuoc-mam"}) {
        INFO(text);
        const auto verdict = judged(text);
        CHECK(verdict.is_trace_code);
        CHECK(verdict.word == Word::invalid);
        CHECK(first_of(verdict).axis == Axis::syntax);
    }
}

TEST_CASE("a strict link of another host is a trace code, and its host is a question") {
    const auto verdict = judged("https://brand.example/sp/ca-phe/01/09520000010003/10/A");
    CHECK(verdict.is_trace_code);
    CHECK(verdict.word == Word::check);
}

TEST_CASE("an internal code over http is a question, as a GTIN over http is") {
    for (const auto* text : {"http://id.ocop.vn/sp/MATONG/lo/A", "http://id.ocop.vn/01/09520000010003/10/A"}) {
        INFO(text);
        const auto verdict = judged(text);
        CHECK(verdict.word == Word::check);
        CHECK(std::any_of(verdict.findings.begin(), verdict.findings.end(), [](const Finding& finding) {
            return finding.code == "HOST_SUSPICIOUS" && finding.rule == "HOST-HTTP";
        }));
    }
}

TEST_CASE("a user name before the host is told as such, and the host behind it counts") {
    for (const auto* text : {"https://id.ocop.vn@evil.example/01/09520000010003/10/A",
                             "https://truyxuatnguongoc.gov.vn@id.ocop.vn/sp/MATONG/lo/A"}) {
        INFO(text);
        const auto verdict = judged(text);
        CHECK(verdict.word == Word::check);
        CHECK(std::any_of(verdict.findings.begin(), verdict.findings.end(), [](const Finding& finding) {
            return finding.code == "HOST_SUSPICIOUS" && finding.rule == "HOST-USER";
        }));
    }
    is_something_else("https://id.ocop.vn@evil.example/sp/MATONG/lo/A"); // the host is evil.example
}

TEST_CASE("a host with letters that look like ours is suspicious, typed in any way") {
    for (const auto* host :
         {"id.оcop.vn", "ıd.ocop.vn", "id。ocop。vn", "id．ocop．vn", "ｉd.ocop.vn", "xn--d-iga.ocop.vn"}) {
        const auto text = "https://" + std::string(host) + "/01/09520000010003/10/A";
        INFO(text);
        const auto verdict = judged(text);
        CHECK(verdict.is_trace_code);
        CHECK(verdict.word == Word::check);
        CHECK(std::any_of(verdict.findings.begin(), verdict.findings.end(), [](const Finding& finding) {
            return finding.code == "HOST_SUSPICIOUS" && finding.rule == "HOST-IDN";
        }));
    }
}

TEST_CASE("a slash at the end of our own address is overlooked, as our resolver overlooks it") {
    const std::string code = "https://id.ocop.vn/01/09520000010003/10/A";
    CHECK(judged(code + "/").word == judged(code).word);
    CHECK(judged(code + "/?17=291231").is_trace_code);
    CHECK(judged(code + "//").word == Word::invalid);
    is_something_else("https://brand.example/01/09520000010003/10/A/");
}

TEST_CASE("100,000 made addresses of others: a strict link with a GTIN asks, anything else is something else") {
    std::mt19937 random(20261128);
    int strict = 0;
    for (int i = 0; i < 100'000; ++i) {
        const auto text = made_address(random);
        const auto link = gs1::parse_link(text).link;
        const bool is_goods = link && link->path.front().ai == "01";
        strict += is_goods;
        const auto verdict = judged(text);
        const bool is_right = verdict.is_trace_code == is_goods &&
                              verdict.word == (is_goods ? Word::check : Word::inconclusive) &&
                              (is_goods || first_of(verdict).code == "NOT_A_TRACE_CODE");
        INFO(text);
        if (!is_right) FAIL_CHECK("judged as " << verify::name(verdict.word));
    }
    CHECK(strict > 100);
}

TEST_CASE("the worst trace code decides a photo, other codes only where there is no trace code") {
    const auto verdict = [](Word word, bool is_trace_code) {
        verify::Verdict made;
        made.word = word;
        made.is_trace_code = is_trace_code;
        return made;
    };
    const auto valid = verdict(Word::valid, true), check = verdict(Word::check, true),
               other = verdict(Word::inconclusive, false);
    CHECK(verify::deciding_word({}) == Word::inconclusive);
    CHECK(verify::deciding_word({&other}) == Word::inconclusive);
    CHECK(verify::deciding_word({&valid}) == Word::valid);
    CHECK(verify::deciding_word({&other, &valid, &other}) == Word::valid);
    CHECK(verify::deciding_word({&valid, &other, &check}) == Word::check);
}
