// Amounts as people write them.
#include "lots/amount.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::lots;

TEST_CASE("an amount is read as Vietnamese write it, exact to a thousandth") {
    struct Case {
        const char* text;
        std::int64_t thousandths;
        const char* unit;
    };

    for (const auto& [text, thousandths, unit] : {Case{"1200 kg", 1'200'000, "KGM"},
                                                  {"1200kg", 1'200'000, "KGM"},
                                                  {"0,5 tấn", 500, "TNE"},
                                                  {"1.200,5 lít", 1'200'500, "LTR"},
                                                  {"12 000 chai", 12'000'000, ""},
                                                  {"1.234.567 ml", 1'234'567'000, "MLT"},
                                                  {"7,125 KG", 7'125, "KGM"},
                                                  {"2.5 tạ", 2'500, "DTN"},
                                                  {"600", 600'000, ""},
                                                  {"0 cái", 0, ""}}) {
        const auto amount = read_amount(text);
        INFO(text);
        REQUIRE(amount.ok());
        CHECK(amount->thousandths == thousandths);
        CHECK(amount->unit == unit);
    }
}

TEST_CASE("an amount with two readings, none, or an unknown unit is refused with what to write") {
    CHECK(read_amount("1.200 kg").error().what.id == "lot.amount_two_ways");
    CHECK(read_amount("1.200 kg").error().what.facts == std::vector<std::string>{"1.200 kg", "1200", "1,200"});
    for (const auto* bad : {"", "kg", "-5 kg", "1,2345 kg", "1,2,3 kg", "12 34 kg", "1e3 kg", "9999999999999999 kg"})
        CHECK_FALSE(read_amount(bad).ok());
    CHECK(read_amount("5 thúng").error().what.id == "lot.unit");
}

TEST_CASE("an amount that is written and read again is the same") {
    for (std::int64_t thousandths : {0LL, 1LL, 10LL, 999LL, 1000LL, 1'234'567LL, 1'000'000'000'000LL})
        for (const auto* unit : {"", "KGM", "LTR"}) {
            const Amount amount{thousandths, unit};
            CHECK(*amount_of(amount.number(), unit) == amount);
        }
    CHECK(shown({1'200'500, "LTR"}, Lang::vi) == "1.200,5 lít");
    CHECK(shown({1'200'500, "LTR"}, Lang::en) == "1,200.5 L");
    CHECK_FALSE(amount_of("1", "kg").ok()); // UN/CEFACT has capitals
}
