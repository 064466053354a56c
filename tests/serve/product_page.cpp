// The shopper's page from its facts alone: what it says of a lot, and whose word counts for its days.
#include "serve/product_page.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::serve;

namespace {

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

bench::ShopperFacts facts_of(const std::optional<bench::LotStory>& story) {
    bench::ShopperFacts facts{.verdict = verify::Word::valid, .list_as_of = day("2026-11-01")};
    facts.code = bench::ShoppersCode{
        .key = "09520000010003", .is_gtin = true, .lot = "L<1", .serial = "", .made = {}, .expires = day("2027-11-02")};
    const catalog::Certificate certificate{.stars = 4,
                                           .score = {},
                                           .decision = "2394/QĐ-UBND",
                                           .issuer = "",
                                           .issued = day("2025-10-16"),
                                           .valid_to = day("2028-10-15"),
                                           .ended_by = {}};
    facts.product = bench::ShoppersProduct{
        .name = "Nước mắm & cá", .producer = "HTX Mẫu", .place = "", .certificate = certificate, .holds = true};
    facts.story = story;
    return facts;
}

bench::LotStory story() {
    return {.made = day("2026-11-20"),
            .expires = day("2027-01-01"),
            .made_of = 2,
            .entries = {"ni:///sha-256;0123456789?ver=CBV2.0"}};
}

bool has(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("a page without a lot's story says nothing of a book") {
    const auto page = product_page(facts_of({}), "?lang=vi", Lang::en);
    CHECK(has(page, "Nước mắm &amp; cá"));
    CHECK(has(page, "class=\"answer valid\""));
    CHECK(has(page, "2 Nov 2027"));
    CHECK(has(page, "L&lt;1"));
    CHECK_FALSE(has(page, "class=\"lot\""));
    CHECK_FALSE(has(page, "class=\"story\""));
    CHECK_FALSE(has(page, "20 Nov 2026"));
}

TEST_CASE("a day in the code goes before the book's, and the book fills in what the code leaves out") {
    const auto page = product_page(facts_of(story()), "?lang=vi", Lang::en);
    CHECK(has(page, "20 Nov 2026"));      // made: the book's
    CHECK(has(page, "2 Nov 2027"));       // expires: the code's
    CHECK_FALSE(has(page, "1 Jan 2027")); // not the book's
    CHECK(has(page, "class=\"lot\""));
    CHECK(has(page, "01234567"));
    CHECK_FALSE(has(page, "012345678"));
}

TEST_CASE("a recalled lot is told before the product, and what happened to it in the order given") {
    auto told = story();
    told.recalled_since = day("2026-11-25");
    told.lines = {{lots::Kind::receive, day("2026-11-02"), day("2026-11-03"), 3, {"xã Kỳ Ninh", "xã Kỳ Xuân"}},
                  {lots::Kind::pack, day("2026-11-20"), day("2026-11-20"), 0, {}}};
    told.tests = {{day("2026-11-21"), false, "PKN-1"}};
    const auto page = product_page(facts_of(told), "?lang=en", Lang::vi);
    const auto recalled = page.find("class=\"answer invalid\"");
    REQUIRE(recalled != std::string::npos);
    CHECK(recalled < page.find("<h1>"));
    CHECK(has(page, "25/11/2026"));
    CHECK(has(page, "02/11/2026 – 03/11/2026"));
    CHECK(has(page, "xã Kỳ Ninh, xã Kỳ Xuân"));
    CHECK(page.find("02/11/2026 – 03/11/2026") < page.find("<span>20/11/2026</span>"));
    CHECK(has(page, "PKN-1"));
}

TEST_CASE("stars that ended and stars that were withdrawn are told apart") {
    auto facts = facts_of({});
    facts.verdict = verify::Word::invalid;
    facts.product->holds = false;
    const auto ended = product_page(facts, "", Lang::en);
    facts.product->certificate.status = catalog::Status::revoked;
    const auto withdrawn = product_page(facts, "", Lang::en);
    CHECK(ended != withdrawn);
    CHECK_FALSE(has(ended, "class=\"stars\""));
    CHECK(has(ended, say({"page.stars_ended", {"15 Oct 2028"}}, Lang::en)));
    CHECK(has(withdrawn, say({"page.stars_withdrawn", {"15 Oct 2028"}}, Lang::en)));
}
