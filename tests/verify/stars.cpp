// Photo -> reading -> stars counted -> claim -> verdict: a label that shows more stars than its certificate.
#include "catalog/match.h"
#include "catch.h"
#include "decode/decode.h"
#include "photos/label_photo.h"
#include "scan/read.h"
#include "shipped_fonts.h"
#include "verify/judge.h"

using namespace temsao;
using render::test::shipped_fonts;
using verify::Word;

namespace {

const Date today = *Date::from(2026, 11, 24);

catalog::Product product_of(const trace::TraceCode& code, int certified) {
    catalog::Product product;
    product.gtin = code.gtin;
    product.key = code.key();
    product.name = "Nước mắm cá cơm Ổi ấm";
    product.producer = "HTX Mẫu Kỳ Xuân";
    product.certificates.push_back({.stars = certified,
                                    .score = {},
                                    .decision = "2394/QĐ-UBND",
                                    .issuer = "",
                                    .issued = *Date::from(2025, 1, 1),
                                    .valid_to = *Date::from(2027, 12, 31),
                                    .ended_by = ""});
    return product;
}

// The label as printed and pasted over, photographed on a jar, judged by a list that certifies `certified` stars.
verify::Verdict judged(int printed, bool stickers, int certified) {
    auto made = photos::random_case(0, {"jar-60x40"});
    made.print.record.stars = printed;
    made.print.stickers_to_five = stickers;
    made.scene = {.jar_radius = 2.2, .pitch = 10, .pixels_a_module = 7};
    const auto picture = photos::shoot(photos::print_label(made.print, shipped_fonts(), 5), made.scene);
    const auto photo = decode::decode_photo(photos::encode_jpeg(picture, 75), "made");
    REQUIRE(photo.ok());
    const auto read = scan::read_symbols(*photo).readings;
    REQUIRE(read.size() == 1);
    const auto badge = stars::StarCounter(photos::badge_shape()).count(*photo, read.front());
    REQUIRE(badge);

    auto claim = verify::claim_of(read.front().text);
    claim.stars_seen = badge->stars;
    claim.stars_unsure = !badge->stars;
    REQUIRE(claim.code);
    catalog::ProductList list{{.source = {}, .as_of = today, .is_signed = false}, {}};
    list.products.push_back(product_of(*claim.code, certified));
    const catalog::ListIndex index(list);
    return verify::judge(claim, {&index, nullptr, {{"id.ocop.vn"}}}, today);
}

const Finding* star_mismatch(const verify::Verdict& verdict) {
    for (const auto& finding : verdict.findings)
        if (finding.code == "STAR_MISMATCH") return &finding;
    return nullptr;
}

} // namespace

TEST_CASE("a label that shows its certificate's stars has no star mismatch") {
    for (const int stars : {3, 4, 5}) {
        CAPTURE(stars);
        const auto verdict = judged(stars, false, stars);
        CHECK_FALSE(star_mismatch(verdict));
        CHECK(verdict.word == Word::valid);
    }
}

TEST_CASE("five solid stars over a three-star certificate are invalid, printed or pasted") {
    for (const bool pasted : {false, true}) {
        CAPTURE(pasted);
        const auto verdict = judged(pasted ? 3 : 5, pasted, 3);
        REQUIRE(star_mismatch(verdict));
        CHECK(star_mismatch(verdict)->facts == std::vector<std::string>{"5", "3"});
        CHECK(verdict.word == Word::invalid);
    }
}

TEST_CASE("fewer stars than certified are a question") {
    const auto verdict = judged(3, false, 4);
    REQUIRE(star_mismatch(verdict));
    CHECK(verdict.word == Word::check);
}

TEST_CASE("no badge is a remark, an odd one a question, and neither accuses") {
    auto claim = verify::claim_of("https://id.ocop.vn/01/09521234543213/10/261124");
    REQUIRE(claim.code);
    catalog::ProductList list{{.source = {}, .as_of = today, .is_signed = false}, {}};
    list.products.push_back(product_of(*claim.code, 4));
    const catalog::ListIndex index(list);
    const auto word = [&] { return verify::judge(claim, {&index, nullptr, {{"id.ocop.vn"}}}, today).word; };
    claim.badge_absent = true;
    CHECK(word() == Word::valid);
    claim.badge_absent = false;
    for (bool* odd : {&claim.badge_odd_form, &claim.badge_odd_colour}) {
        claim.stars_seen = 4;
        *odd = true;
        CHECK(word() == Word::check);
        *odd = false;
    }
}
