// Known or not known, offline: what is said of a lot and a serial number by the records in the signed list.
#include "verify/known_lots.h"

#include "catch.h"
#include "verify/history.h"
#include "verify/judge.h"

#include <algorithm>
#include <random>

using namespace temsao;
using namespace temsao::verify;

namespace {

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

const std::string honey = "09521234543213", tea = "TRA-01";
const auto today = day("2026-11-24");

const catalog::ListIndex& index() {
    static const catalog::ProductList list = [] {
        const auto product = [](const std::string& key, const char* name, const char* producer) {
            catalog::Product one{.key = key,
                                 .gtin = {},
                                 .name = name,
                                 .producer = producer,
                                 .address = "",
                                 .certificates = {},
                                 .facts = {}};
            if (const auto gtin = gs1::Gtin::parse(key)) one.gtin = *gtin;
            one.certificates.push_back({.stars = 4,
                                        .score = {},
                                        .decision = "12/QĐ-UBND",
                                        .issuer = "UBND tỉnh Hà Tĩnh",
                                        .issued = day("2025-01-01"),
                                        .valid_to = day("2027-12-31"),
                                        .ended_by = ""});
            return one;
        };
        return catalog::ProductList{
            {"x", day("2026-11-01"), true},
            {product(honey, "Mật ong", "Hợp tác xã Hương Rừng"), product(tea, "Trà", "HTX Trà Mẫu")}};
    }();
    static const catalog::ListIndex index(list);
    return index;
}

// Of one of two producers; the filter was made on the last day of its records.
trace::LotRecords records() {
    trace::LotRecords all;
    all.lots = {{honey, "", {}, {}, true},
                {honey, "L1", day("2026-11-02"), day("2027-11-02"), true},
                {honey, "L2", day("2026-11-03"), {}, false},
                {honey, "L3", day("2025-11-03"), day("2026-11-10"), true}};
    all.coverage = {{"HTX Hương Rừng", day("2026-11-01"), day("2026-11-20")}};
    trace::SerialFilterMaker maker(day("2026-11-20"), trace::SerialFilter::Key{7});
    maker.add(honey, "K7M2P9XQ");
    all.serials = std::move(maker).finish();
    return all;
}

std::string text_of(const std::string& rest) {
    return "https://id.ocop.vn/01/" + honey + rest;
}

Verdict judged(const std::string& text,
               const trace::LotRecords& of = records(),
               Date on = today,
               const trace::KeyRing* keys = nullptr) {
    const KnownLots lots(of);
    return judge(claim_of(text), {&index(), keys, {{"id.ocop.vn"}}, &lots}, on);
}

const Finding* find(const Verdict& verdict, std::string_view code) {
    for (const auto& finding : verdict.findings)
        if (finding.code == code) return &finding;
    return nullptr;
}

// What is said of lots and serials, most important first: "LOT_KNOWN info".
std::vector<std::string> told(const Verdict& verdict) {
    std::vector<std::string> all;
    for (const auto& finding : verdict.findings)
        if (finding.code.starts_with("LOT_") || finding.code == "SERIAL_NOT_PRINTED")
            all.push_back(finding.code + " " + std::string(name(finding.severity)));
    return all;
}

using Told = std::vector<std::string>;

std::string said(const Verdict& verdict, std::string_view code, Lang lang) {
    const auto* finding = find(verdict, code);
    return finding ? say(finding->message(), lang) : "";
}

} // namespace

TEST_CASE("a lot on record is known, and the stars decide") {
    const auto verdict = judged(text_of("/10/L1?17=271102&11=261102"));
    CHECK(told(verdict) == Told{"LOT_KNOWN info"});
    CHECK(verdict.word == Word::valid);
    CHECK(verdict.lot_state == LotState::known);
    CHECK(said(verdict, "LOT_KNOWN", Lang::vi) == "Lô đã có trong sổ.");
    CHECK(said(verdict, "LOT_KNOWN", Lang::en) == "Lot on record.");
}

TEST_CASE("a lot that was made within the records and is not in them is a question, never more") {
    for (const auto* made : {"261101", "261110", "261120"}) {
        const auto verdict = judged(text_of("/10/ABC?11=") + made);
        CHECK(told(verdict) == Told{"LOT_NOT_REPORTED check"});
        CHECK(verdict.word == Word::check);
        CHECK(verdict.lot_state == LotState::not_reported);
        CHECK_FALSE(find(verdict, "OK"));
        CHECK(said(verdict, "LOT_NOT_REPORTED", Lang::vi) ==
              "Chưa thấy lô này trong sổ (đến 20/11/2026); có thể chưa gửi, hãy hỏi chủ thể.");
        CHECK(said(verdict, "LOT_NOT_REPORTED", Lang::en) ==
              "Not in the records (to 20 Nov 2026); perhaps not sent yet, ask the producer.");
    }
}

TEST_CASE("beyond the records nothing is asked: later, earlier, or a day that nobody knows") {
    for (const auto& [rest, vi, en] :
         {std::tuple("/10/ABC?11=261121", "Sổ chưa đến ngày này.", "Records end before this day."),
          std::tuple("/10/ABC?11=261031", "Sổ bắt đầu sau ngày này.", "Records begin after this day."),
          std::tuple("/10/ABC",
                     "Mã không ghi ngày sản xuất nên không so được lô này với sổ.",
                     "The code has no production date, so this lot could not be compared with the records.")}) {
        const auto verdict = judged(text_of(rest));
        CHECK(told(verdict) == Told{"LOT_BEYOND_RECORDS info"});
        CHECK(verdict.word == Word::valid);
        CHECK(verdict.lot_state == LotState::beyond);
        CHECK(said(verdict, "LOT_BEYOND_RECORDS", Lang::vi) == vi);
        CHECK(said(verdict, "LOT_BEYOND_RECORDS", Lang::en) == en);
    }
}

TEST_CASE("of a producer who reports no lots that is said, and only where others do") {
    const auto text = "https://id.ocop.vn/sp/TRA-01/lo/ABC?nsx=261110";
    const auto verdict = judged(text);
    CHECK(told(verdict) == Told{"LOT_NO_RECORDS info"});
    CHECK(verdict.word == Word::valid);
    CHECK(verdict.lot_state == LotState::no_records);
    CHECK(said(verdict, "LOT_NO_RECORDS", Lang::vi) == "Chủ thể chưa gửi sổ lô.");
    CHECK(said(verdict, "LOT_NO_RECORDS", Lang::en) == "Producer sends no lot records.");
    auto without = records();
    without.coverage.clear();
    CHECK(told(judged(text, without)) == Told{});
}

TEST_CASE("with a list that has no records of lots every answer is as it was") {
    for (const auto* rest : {"/10/L1", "/10/ABC?11=261110", "/10/L1/21/22222222", "/21/22222222?11=261110"}) {
        const auto verdict = judge(claim_of(text_of(rest)), {&index(), nullptr, {{"id.ocop.vn"}}}, today);
        CHECK(told(verdict) == Told{});
        CHECK(verdict.word == Word::valid);
        CHECK_FALSE(verdict.lot_state);
    }
}

TEST_CASE("another expiry than the lot's is a question, and a lot without one says nothing") {
    const auto verdict = judged(text_of("/10/L1?17=280101"));
    CHECK(told(verdict) == Told{"LOT_DATES_DIFFER check", "LOT_KNOWN info"});
    CHECK(verdict.word == Word::check);
    CHECK(verdict.lot_state == LotState::known);
    CHECK(said(verdict, "LOT_DATES_DIFFER", Lang::vi) ==
          "Hạn trên tem khác sổ: trên tem 01/01/2028, trong sổ 02/11/2027.");
    CHECK(said(verdict, "LOT_DATES_DIFFER", Lang::en) ==
          "Date differs from records: 1 Jan 2028 on the label, 2 Nov 2027 in the records.");
    CHECK(told(judged(text_of("/10/L2?17=280101"))) == Told{"LOT_KNOWN info"});
    CHECK(told(judged(text_of("/10/L1"))) == Told{"LOT_KNOWN info"});
    CHECK(told(judged(text_of("/10/L1?15=271102"))) == Told{"LOT_KNOWN info"}); // best before, the same day
    auto twice = records();                                                     // packed on two days
    twice.lots.push_back({honey, "L1", day("2026-11-09"), day("2028-01-01"), true});
    CHECK(told(judged(text_of("/10/L1?17=280101"), twice)) == Told{"LOT_KNOWN info"});
}

TEST_CASE("a recalled lot is not valid, and nothing else is told of it") {
    const trace::KeyRing keys({}, {{trace::Revoked::lot, honey + "/L1", day("2026-11-20"), "nhiễm histamin"}});
    const auto verdict = judged(text_of("/10/L1?17=280101"), records(), today, &keys);
    CHECK(told(verdict) == Told{"LOT_REVOKED invalid"});
    CHECK(verdict.word == Word::invalid);
    CHECK(verdict.lot_state == LotState::recalled);
    CHECK(said(verdict, "LOT_REVOKED", Lang::vi)
              .starts_with("Lô đang bị thu hồi từ 20/11/2026: đừng dùng, trả lại nơi mua."));
    CHECK(said(verdict, "LOT_REVOKED", Lang::en).starts_with("Recalled since 20 Nov 2026: do not use, take it back."));
}

TEST_CASE("a serial that was not printed is a question where its lot's labels have serials") {
    CHECK(told(judged(text_of("/10/L1/21/K7M2P9XQ"))) == Told{"LOT_KNOWN info"});
    const auto verdict = judged(text_of("/10/L1/21/22222222"));
    CHECK(told(verdict) == Told{"SERIAL_NOT_PRINTED check", "LOT_KNOWN info"});
    CHECK(verdict.word == Word::check);
    CHECK(said(verdict, "SERIAL_NOT_PRINTED", Lang::vi).starts_with("Chưa thấy số này trong nhật ký in"));
    CHECK(said(verdict, "SERIAL_NOT_PRINTED", Lang::en).starts_with("Number not in print records"));
    // The labels of this lot were printed elsewhere, or nobody knows.
    CHECK(told(judged(text_of("/10/L2/21/22222222"))) == Told{"LOT_KNOWN info"});
    CHECK(told(judged(text_of("/10/ABC/21/22222222?11=261110"))) == Told{"LOT_NOT_REPORTED check"});
    // What had expired is not in the filter, by the label or by the records.
    CHECK(told(judged(text_of("/10/L1/21/22222222?17=261102"))).back() == "LOT_KNOWN info");
    CHECK_FALSE(find(judged(text_of("/10/L1/21/22222222?17=261102")), "SERIAL_NOT_PRINTED"));
    CHECK_FALSE(find(judged(text_of("/10/L3/21/22222222")), "SERIAL_NOT_PRINTED"));
    auto without = records(); // left out as too large
    without.serials.reset();
    CHECK(told(judged(text_of("/10/L1/21/22222222"), without)) == Told{"LOT_KNOWN info"});
}

TEST_CASE("of labels without a lot a serial is asked about only within the records' days") {
    CHECK(told(judged(text_of("/21/K7M2P9XQ?11=261110"))) == Told{});
    CHECK(told(judged(text_of("/21/22222222?11=261110"))) == Told{"SERIAL_NOT_PRINTED check"});
    CHECK(told(judged(text_of("/21/22222222?11=261122"))) == Told{});
    CHECK(told(judged(text_of("/21/22222222"))) == Told{});
}

TEST_CASE("records that ended more than thirty days ago do not ask") {
    for (const auto& [rest, code] : {std::pair("/10/ABC?11=261110", "LOT_NOT_REPORTED"),
                                     std::pair("/10/L1?17=280101", "LOT_DATES_DIFFER"),
                                     std::pair("/10/L1/21/22222222", "SERIAL_NOT_PRINTED")}) {
        CHECK(find(judged(text_of(rest), records(), day("2026-12-20")), code)->severity == Severity::check);
        CHECK(find(judged(text_of(rest), records(), day("2026-12-21")), code)->severity == Severity::info);
    }
}

TEST_CASE("nothing of this is ever told as invalid, on whatever day and of whatever label") {
    std::mt19937 random(3);
    int asked = 0;
    for (int i = 0; i < 2'000; ++i) {
        static constexpr const char* lots[] = {"", "/10/L1", "/10/L2", "/10/L3", "/10/ABC"};
        static constexpr const char* serials[] = {"", "/21/K7M2P9XQ", "/21/22222222"};
        static constexpr const char* days[] = {"", "?11=261105", "?17=271102&11=261102", "?17=280101", "?11=251105"};
        const auto path = std::string(lots[random() % 5]) + serials[random() % 3];
        if (path.empty()) continue;
        const auto verdict = judged(
            text_of(path + days[random() % 5]), records(), today.plus_days(static_cast<int>(random() % 80) - 20));
        REQUIRE(verdict.word != Word::invalid);
        if (verdict.word == Word::check) ++asked;
    }
    CHECK(asked > 100);
}

TEST_CASE("the order of lots and producers changes nothing") {
    std::mt19937 random(4);
    auto mixed = records();
    mixed.coverage.push_back({"Hợp tác xã Khác", day("2026-11-01"), day("2026-11-02")});
    const auto before = mixed;
    for (int i = 0; i < 20; ++i) {
        std::shuffle(mixed.lots.begin(), mixed.lots.end(), random);
        std::shuffle(mixed.coverage.begin(), mixed.coverage.end(), random);
        for (const auto* rest :
             {"/10/L1?17=280101", "/10/L2/21/22222222", "/10/ABC?11=261110", "/21/22222222?11=261110"})
            REQUIRE(told(judged(text_of(rest), mixed)) == told(judged(text_of(rest), before)));
    }
}

TEST_CASE("a machine's own print log goes before the list: it knows what was printed since, and what never was") {
    auto verdict = judged(text_of("/10/L1/21/22222222"));
    note_printed(verdict);
    CHECK(told(verdict) == Told{"LOT_KNOWN info"});
    CHECK(verdict.word == Word::valid);
    CHECK(verdict.findings.front().code == "OK");
    note_printed(verdict);
    CHECK(std::count_if(verdict.findings.begin(), verdict.findings.end(), [](const Finding& finding) {
              return finding.code == "OK";
          }) == 1);
    note_not_printed(verdict, "22222222");
    note_not_printed(verdict, "22222222");
    CHECK(told(verdict) == Told{"SERIAL_NOT_PRINTED check", "LOT_KNOWN info"});
    CHECK(verdict.word == Word::check);
}
