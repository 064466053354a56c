// The shopper's page from its facts alone: what it says of a lot, and whose word counts for its days.
#include "serve/product_page.h"

#include "catch.h"
#include "job/version.h"
#include "serve/answer.h"
#include "serve/introduction_page.h"
#include "serve/plain_page.h"
#include "serve/question_page.h"

#include <algorithm>

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

PageAddresses addresses(const char* other) {
    return {.code = "/01/09520000010003/10/L%3C1?17=271102&x=%22", .other = other};
}

bench::LotStory story() {
    return {.made = day("2026-11-20"),
            .expires = day("2027-01-01"),
            .made_of = 2,
            .entries = {"ni:///sha-256;0123456789?ver=CBV2.0"}};
}

store::Introduction introduction() {
    return {.id = "0abc",
            .at = 7,
            .account = "htx",
            .producer = "htx mẫu",
            .vi = "Nghề <b> https://a.example \"x\"",
            .en = "Craft",
            .width = 600,
            .height = 400,
            .state = store::IntroductionState::approved,
            .decided_by = "mai",
            .decided = day("2026-11-25")};
}

bool has(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("a page without a lot's story says nothing of a book") {
    const auto page = product_page(facts_of({}), addresses("?lang=vi"), Lang::en);
    CHECK(has(page, "Nước mắm &amp; cá"));
    CHECK(has(page, "class=\"answer valid\""));
    CHECK(has(page, "2 Nov 2027"));
    CHECK(has(page, "L&lt;1"));
    CHECK_FALSE(has(page, "class=\"lot\""));
    CHECK_FALSE(has(page, "class=\"story\""));
    CHECK_FALSE(has(page, "20 Nov 2026"));
}

TEST_CASE("a day in the code goes before the book's, and the book fills in what the code leaves out") {
    const auto page = product_page(facts_of(story()), addresses("?lang=vi"), Lang::en);
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
    const auto page = product_page(facts_of(told), addresses("?lang=en"), Lang::vi);
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
    const auto ended = product_page(facts, addresses(""), Lang::en);
    facts.product->certificate.status = catalog::Status::revoked;
    const auto withdrawn = product_page(facts, addresses(""), Lang::en);
    CHECK(ended != withdrawn);
    CHECK_FALSE(has(ended, "class=\"stars\""));
    CHECK(has(ended, say({"page.stars_ended", {"15 Oct 2028"}}, Lang::en)));
    CHECK(has(withdrawn, say({"page.stars_withdrawn", {"15 Oct 2028"}}, Lang::en)));
}

TEST_CASE("a page has a form for the shopper's question, which works without a script and says what is kept") {
    for (const auto lang : {Lang::vi, Lang::en}) {
        const auto page = product_page(facts_of(story()), addresses(""), lang);
        CHECK(has(page, "<form method=\"post\" action=\"/api/v1/questions?lang="));
        CHECK(has(page, "name=\"code\" value=\"/01/09520000010003/10/L%3C1?17=271102&amp;x=%22\""));
        for (const char* kind : {"other_goods", "dates", "stars", "place", "other"})
            CHECK(has(page, "value=\"" + std::string(kind) + "\""));
        CHECK(has(page, "maxlength=\"300\""));
        CHECK(has(page, "maxlength=\"80\""));
        CHECK(has(page, say({"page.ask_kept", {}}, lang)));
        CHECK_FALSE(has(page, "<script"));
    }
    CHECK_FALSE(has(trouble_page("page.not_listed", "?", "", Lang::vi), "<form"));
}

TEST_CASE("a producer's introduction stands after the lot's story, as its own words") {
    const auto page = product_page(facts_of(story()), addresses(""), Lang::vi, introduction());
    const auto at = page.find("<section class=\"maker\">");
    REQUIRE(at != std::string::npos);
    CHECK(page.find("class=\"story\"") < at);
    CHECK(at < page.find(say({"page.report", {}}, Lang::vi)));
    CHECK(has(page, "<img src=\"/api/v1/introductions/0abc/picture.jpg\" alt=\"HTX Mẫu\">"));
    CHECK(has(page, "<blockquote lang=\"vi\"><p>Nghề &lt;b&gt; https://a.example &quot;x&quot;</p></blockquote>"));
    CHECK_FALSE(has(page, "href=\"https://a.example"));
    CHECK(has(page, say({"page.introduction_whose", {"25/11/2026"}}, Lang::vi)));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(product_page(facts_of(story()), addresses(""), Lang::vi), "maker"));
}

TEST_CASE("an introduction is in the page's language, else in Vietnamese, and may be without a picture") {
    auto one = introduction();
    CHECK(has(product_page(facts_of({}), addresses(""), Lang::en, one), "<blockquote lang=\"en\"><p>Craft</p>"));
    one.en.clear();
    one.width = one.height = 0;
    const auto page = product_page(facts_of({}), addresses(""), Lang::en, one);
    CHECK(has(page, "<blockquote lang=\"vi\"><p>Nghề"));
    CHECK(has(page, say({"page.introduction_whose", {"25 Nov 2026"}}, Lang::en)));
    CHECK_FALSE(has(page, "<img"));
}

TEST_CASE("no page says kind words of goods that it warns of") {
    auto recalled = story();
    recalled.recalled_since = day("2026-11-25");
    auto ended = facts_of({}), not_valid = facts_of({});
    ended.product->holds = false;
    not_valid.verdict = verify::Word::invalid;
    for (const auto& facts : {facts_of(recalled), ended, not_valid}) {
        CHECK_FALSE(has_introduction(facts));
        CHECK_FALSE(has(product_page(facts, addresses(""), Lang::vi, introduction()), "maker"));
    }
    CHECK(has_introduction(facts_of(story())));
}

TEST_CASE("a page with the longest story stays within 30 kB") {
    auto long_story = story();
    const std::string commune = "xã Kỳ Ninh, tỉnh Hà Tĩnh, ghi dài như người ta có thể gõ vào ";
    for (int i = 0; i < 5; ++i)
        long_story.lines.push_back({lots::Kind::receive,
                                    day("2026-11-02"),
                                    day("2026-11-03"),
                                    3,
                                    {commune + "1", commune + "2", commune + "3"}});
    long_story.tests = std::vector<bench::StoryTest>(5, {day("2026-11-21"), true, std::string(200, 'x')});
    long_story.entries = std::vector<std::string>(1000, "ni:///sha-256;0123456789?ver=CBV2.0");
    auto facts = facts_of(long_story);
    facts.product->name = std::string(500, 'x');
    CHECK(product_page(facts, {.code = "/01/" + std::string(996, '&'), .other = std::string(1000, '&')}, Lang::vi)
              .size() < 30'000);
    auto one = introduction();
    one.vi = std::string(most_introduction_words, '"');
    CHECK(product_page(facts, {.code = "/01/" + std::string(996, '&'), .other = std::string(1000, '&')}, Lang::vi, one)
              .size() < 30'000);
}

TEST_CASE("only a path of a code is asked about, and none that leads to another host") {
    CHECK(is_question_code("/01/09520000010003/10/L1?17=271124"));
    CHECK(is_question_code("/sp/NM1/lo/A"));
    for (const std::string code :
         {"", "/", "//evil.example/01/09520000010003", "/page/01/09520000010003", "01/1", "/01/a b"})
        CHECK_FALSE(is_question_code(code));
    CHECK_FALSE(is_question_code("/01/Đ"));
    CHECK_FALSE(is_question_code("/01/" + std::string(store::longest_code, '1')));
    CHECK(page_address("/01/09520000010003") == "/page/01/09520000010003");
    CHECK(page_address("/sp/NM1/lo/A?x=1", Lang::en) == "/sp/NM1/lo/A?x=1&lang=en");
    CHECK(question_form("//evil.example/01/1", Lang::vi).empty());
}

TEST_CASE("the page of thanks shows what is kept as text, and problems become pages that a person reads") {
    const store::ShopperQuestion question{.id = "20261130a",
                                          .day = day("2026-11-30"),
                                          .code = "/01/09520000010003/10/L1",
                                          .product = "09520000010003",
                                          .lot = "L1",
                                          .serial = "",
                                          .goods = "Nước mắm & cá",
                                          .kind = store::QuestionKind::dates};
    const auto page = thanks_page(question, {"<script>alert(1)", "xã \"Kỳ Xuân\""}, Lang::en);
    CHECK(has(page, "&lt;script&gt;alert(1)"));
    CHECK_FALSE(has(page, "<script"));
    CHECK(has(page, "xã &quot;Kỳ Xuân&quot;"));
    CHECK(has(page, "href=\"/page/01/09520000010003/10/L1?lang=en\""));
    CHECK(has(page, "href=\"/page/01/09520000010003/10/L1?lang=vi\""));

    const auto told = for_a_reader(problem_document({404, {"question.not_listed", {}}}, Lang::vi), Lang::vi);
    CHECK(told.status == 404);
    CHECK(told.type.starts_with("text/html"));
    CHECK(has(told.body, say({"question.not_listed", {}}, Lang::vi)));
    CHECK(for_a_reader(json_answer(Json{{"a", 1}}), Lang::vi).type == "application/json");
}

TEST_CASE("a browser keeps the style of the pages until the style itself changes, whatever the version says") {
    http::HttpRequest request;
    request.headers["if-none-match"] = std::string("\"") + job::version + "\""; // as it was named before
    const auto given = page_style(request);
    REQUIRE(given.status == 200);
    const auto etag = std::find_if(
        given.headers.begin(), given.headers.end(), [](const auto& header) { return header.first == "ETag"; });
    REQUIRE(etag != given.headers.end());
    request.headers["if-none-match"] = etag->second;
    CHECK(page_style(request).status == 304);
}
