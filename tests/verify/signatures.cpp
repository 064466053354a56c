// What a signature adds to a verdict, and what the office took back: pure, from keys that everybody can see.
#include "catch.h"
#include "trace/sample_keys.h"
#include "verify/judge.h"

#include <algorithm>

using namespace temsao;
using namespace temsao::trace;
using namespace temsao::trace::test;
using verify::Word;

namespace {

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

const catalog::ProductList& list() {
    static const catalog::ProductList one = [] {
        const catalog::Certificate certificate{.stars = 4,
                                               .score = {},
                                               .decision = "2394/QĐ-UBND",
                                               .issuer = "UBND tỉnh Hà Tĩnh",
                                               .issued = day("2025-10-15"),
                                               .valid_to = day("2028-10-15"),
                                               .ended_by = ""};
        const catalog::Product product{.key = "09521234543213",
                                       .gtin = *gs1::Gtin::parse("09521234543213"),
                                       .name = "Mật ong Hương Rừng",
                                       .producer = "HTX Mật ong Hương Rừng",
                                       .address = "",
                                       .certificates = {certificate},
                                       .facts = {}};
        return catalog::ProductList{{"Hà Tĩnh #7", day("2026-11-01"), true}, {product}};
    }();
    return one;
}

verify::Verdict judged(const std::string& text, const KeyRing* keys, const char* today = "2026-11-24") {
    const catalog::ListIndex index(list());
    return verify::judge(verify::claim_of(text), {&index, keys, {{"id.ocop.vn"}}}, day(today));
}

const Finding* find(const verify::Verdict& verdict, std::string_view code) {
    const auto found = std::find_if(
        verdict.findings.begin(), verdict.findings.end(), [&](const Finding& f) { return f.code == code; });
    return found == verdict.findings.end() ? nullptr : &*found;
}

std::string signed_by(const SecretKey& key, int stars = 4, bool with_lot = false) {
    return *make_signed_uri(sample(with_lot), stars, key);
}

KeyRing ring_with(Revoked kind, const char* what, const char* since) {
    return KeyRing({certificate_of(producer_key(), "HTX Mật ong Hương Rừng")}, {{kind, what, day(since), "vì sao"}});
}

} // namespace

TEST_CASE("a genuine code by a certified key is valid, with the dates of its seal") {
    const auto keys = ring();
    const auto verdict = judged(signed_by(producer_key()), &keys);
    CHECK(verdict.word == Word::valid);
    CHECK(verdict.signature == SignatureState::ok);
    CHECK(find(verdict, "SIG_OK"));
    const auto claim = verify::claim_of(signed_by(producer_key()));
    CHECK(claim.made() == day("2026-11-24"));
    CHECK(claim.expires() == day("2027-11-24"));
    CHECK(find(judged(signed_by(producer_key()), &keys, "2027-11-25"), "GOODS_EXPIRED"));
}

TEST_CASE("an altered code is not valid, also when the list is old") {
    const auto keys = ring();
    auto text = signed_by(producer_key());
    text.replace(text.find("K7M2P9XQ"), 8, "K7M2P9XR");
    for (const auto* today : {"2026-11-24", "2027-03-01"}) {
        const auto verdict = judged(text, &keys, today);
        CHECK(verdict.word == Word::invalid);
        CHECK(verdict.signature == SignatureState::bad);
        CHECK(verdict.findings.front().code == "SIG_BAD");
    }
}

TEST_CASE("a parameter s of some other service is a question, no accusation") {
    const auto keys = ring();
    const auto verdict = judged("https://id.ocop.vn/01/09521234543213/10/L1?s=facebook", &keys);
    CHECK(verdict.word == Word::check);
    CHECK(verdict.signature == SignatureState::bad);
}

TEST_CASE("unknown and lost keys are questions, without keys nothing is said") {
    const auto keys = ring();
    auto verdict = judged(signed_by(stranger_key()), &keys);
    CHECK(verdict.word == Word::check);
    CHECK(verdict.signature == SignatureState::key_unknown);
    verdict = judged(signed_by(lost_key()), &keys);
    CHECK(verdict.word == Word::check);
    CHECK(verdict.signature == SignatureState::key_revoked);
    verdict = judged(signed_by(lost_key()), nullptr);
    CHECK(verdict.word == Word::valid);
    CHECK_FALSE(verdict.signature);
    CHECK(find(verdict, "SIG_NOT_CHECKED"));
    verdict = judged(*make_uri(sample()), nullptr);
    CHECK(verdict.signature == SignatureState::absent);
}

TEST_CASE("where a permit asks for a seal, a code without one is a question, unless its goods are older") {
    auto permit = certificate_of(producer_key(), "HTX Mật ong Hương Rừng");
    permit.sealed_from = day("2026-11-10");
    auto unsealed = sample();
    unsealed.made.reset();
    const auto judged_with = [&](const KeyCertificate& one, std::optional<Date> made, const char* today) {
        const KeyRing keys({one}, {});
        auto code = unsealed;
        code.made = made;
        return judged(*make_uri(code), &keys, today);
    };
    const auto verdict = judged_with(permit, {}, "2026-11-24");
    CHECK(verdict.word == Word::check);
    CHECK(verdict.signature == SignatureState::absent);
    CHECK(verdict.findings.front().code == "SEAL_MISSING");
    CHECK(verdict.findings.front().facts == std::vector<std::string>{"HTX Mật ong Hương Rừng", "10/11/2026"});
    CHECK_FALSE(find(verdict, "SIG_ABSENT")); // it would say that all is well
    CHECK(judged_with(permit, day("2026-11-10"), "2026-11-24").word == Word::check);
    CHECK(judged_with(permit, day("2026-11-09"), "2026-11-24").word == Word::valid);
    CHECK(judged_with(permit, {}, "2026-11-09").word == Word::valid);
    // A capital S is not a way around it, and a sealed code is not asked.
    auto text = signed_by(producer_key());
    const KeyRing keys({permit}, {});
    CHECK(judged(text, &keys).word == Word::valid);
    CHECK(judged(text.replace(text.find("?s="), 3, "?S="), &keys).word == Word::invalid);
    // A permit for all products goes by the producer's name, in any of its spellings.
    auto all = permit;
    all.products.clear();
    all.producer = "Hợp tác xã Mật ong Hương Rừng";
    CHECK(judged_with(all, {}, "2026-11-24").word == Word::check);
    all.producer = "HTX Kẹo Cu Đơ Sông Ngàn";
    CHECK(judged_with(all, {}, "2026-11-24").word == Word::valid);
}

TEST_CASE("a seal without a production date asks once its key's term is over") {
    const auto keys = ring();
    auto code = sample();
    code.made.reset();
    code.expires.reset();
    const auto text = *make_signed_uri(code, 4, producer_key());
    CHECK(find(judged(text, &keys, "2028-12-31"), "SIG_OK"));
    const auto late = judged(text, &keys, "2029-01-01");
    CHECK(find(late, "KEY_EXPIRED")->severity == Severity::check);
    CHECK(late.signature == SignatureState::ok);
}

TEST_CASE("a day before the list's own is doubtful, and accuses nobody of a certificate that is to come") {
    const auto keys = ring();
    const auto text = signed_by(producer_key());
    CHECK_FALSE(find(judged(text, &keys, "2026-11-01"), "CLOCK_DOUBTFUL"));
    auto code = sample();
    code.made.reset();
    const auto plain = *make_uri(code);
    const auto early = judged(plain, &keys, "2026-10-31");
    CHECK(early.word == Word::check);
    CHECK(early.findings.front().code == "CLOCK_DOUBTFUL");
    CHECK(early.findings.front().facts == std::vector<std::string>{"01/11/2026"});
    const auto before_all = judged(plain, &keys, "2025-10-14");
    CHECK(before_all.word == Word::check);
    CHECK(find(before_all, "NOT_YET_VALID")->severity == Severity::check);
}

TEST_CASE("an old list lowers what a signature proves, and what it denies for want of a certificate") {
    const auto keys = ring();
    const auto stale = judged(signed_by(producer_key()), &keys, "2026-12-02");
    CHECK(stale.word == Word::check);
    CHECK(find(stale, "SIG_BUNDLE_STALE"));
    CHECK_FALSE(find(judged(signed_by(producer_key()), &keys, "2026-12-01"), "SIG_BUNDLE_STALE"));
    auto late = sample();
    late.made = day("2029-01-01");
    late.expires = day("2030-01-01");
    const auto text = *make_signed_uri(late, 4, producer_key());
    CHECK(find(judged(text, &keys), "SIG_OUT_OF_SCOPE")->severity == Severity::invalid);
    CHECK(find(judged(text, &keys, "2026-12-02"), "SIG_OUT_OF_SCOPE")->severity == Severity::check);
}

TEST_CASE("stars in the seal are compared with the certificate of the day") {
    const auto keys = ring();
    CHECK(judged(signed_by(producer_key(), 5), &keys).word == Word::invalid);
    CHECK(judged(signed_by(producer_key(), 3), &keys).word == Word::check);
    CHECK(judged(signed_by(producer_key(), 5), &keys, "2026-12-02").word == Word::check);
    // A seal that does not hold says nothing about stars.
    CHECK_FALSE(find(judged(signed_by(stranger_key(), 5), &keys), "STAR_MISMATCH"));
    auto claim = verify::claim_of(signed_by(producer_key(), 4));
    claim.stars_seen = 5;
    const catalog::ListIndex index(list());
    const auto verdict = verify::judge(claim, {&index, &keys, {{"id.ocop.vn"}}}, day("2026-11-24"));
    CHECK(verdict.word == Word::invalid);
    CHECK(std::count_if(verdict.findings.begin(), verdict.findings.end(), [](const Finding& f) {
              return f.code == "STAR_MISMATCH";
          }) == 1);
}

TEST_CASE("revoked serials, lots and decisions count from their day on, with or without a signature") {
    const struct {
        Revoked kind;
        const char *what, *code;
    } cases[] = {{Revoked::serial, "09521234543213/K7M2P9XQ", "SERIAL_REVOKED"},
                 {Revoked::lot, "09521234543213/L261124", "LOT_REVOKED"},
                 {Revoked::certificate, "2394/QĐ-UBND", "CERT_REVOKED"}};

    for (const auto& c : cases) {
        INFO(c.code);
        const auto keys = ring_with(c.kind, c.what, "2026-11-20");
        for (const auto& text : {signed_by(producer_key(), 4, true), *make_uri(sample(true))}) {
            const auto verdict = judged(text, &keys);
            CHECK(verdict.word == Word::invalid);
            REQUIRE(find(verdict, c.code));
            CHECK(find(verdict, c.code)->severity == Severity::invalid);
        }
        CHECK(judged(signed_by(producer_key(), 4, true), &keys, "2026-11-19").word != Word::invalid);
    }
    const auto other = ring_with(Revoked::serial, "09521234543213/OTHER", "2026-11-20");
    CHECK(judged(signed_by(producer_key(), 4, true), &other).word == Word::valid);
}

TEST_CASE("what this machine wrote down as revoked asks from its day on, whatever it is, and accuses nobody") {
    const auto signed_list = ring();
    const std::string key = producer_key().public_key().base64();

    const struct {
        Revoked kind;
        std::string what, told;
    } cases[] = {{Revoked::serial, "09521234543213/K7M2P9XQ", "Serial number K7M2P9XQ is noted as voided"},
                 {Revoked::lot, "09521234543213/L261124", "Lot L261124 is noted as recalled"},
                 {Revoked::certificate, "2394/QĐ-UBND", "Decision 2394/QĐ-UBND is noted as revoked"},
                 {Revoked::key, key, "The signing key " + show_key_id(producer_key().public_key().id()) + " is noted"}};

    for (const auto& [kind, what, told] : cases) {
        INFO(what);
        const KeyRing here({}, {{kind, what, day("2026-11-20"), "thử"}});
        const catalog::ListIndex index(list());
        const auto claim = verify::claim_of(signed_by(producer_key(), 4, true));
        const auto on = [&](const char* today, const KeyRing* ours) {
            return verify::judge(claim, {&index, &signed_list, {{"id.ocop.vn"}}, nullptr, ours}, day(today));
        };
        CHECK(on("2026-11-24", nullptr).word == Word::valid);
        CHECK_FALSE(find(on("2026-11-19", &here), "REVOKED_HERE"));
        const auto verdict = on("2026-11-24", &here);
        CHECK(verdict.word == Word::check);
        REQUIRE(find(verdict, "REVOKED_HERE"));
        CHECK(find(verdict, "REVOKED_HERE")->severity == Severity::check);
        CHECK(find(verdict, "REVOKED_HERE")->axis == Axis::history);
        CHECK(say(find(verdict, "REVOKED_HERE")->message(), Lang::en).starts_with(told));
    }
}
