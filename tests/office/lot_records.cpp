// What the signed list says of lots, gathered of many logs.
#include "office/lot_records.h"

#include "catch.h"
#include "store/lot_events.h"
#include "store/opened.h"
#include "store/submissions.h"
#include "trace/sample_keys.h"

#include <algorithm>
#include <numeric>
#include <random>

using namespace temsao;

namespace {

const Date today = *Date::from(2026, 11, 24);

std::string producer_name(int number) {
    return "HTX Mẫu " + std::string(1, static_cast<char>('A' + number));
}

std::string code_of(int producer) {
    return "HM-" + std::to_string(1000 + producer);
}

std::vector<catalog::Product> list_of(int producers) {
    std::vector<catalog::Product> all;
    for (int number = 0; number < producers; ++number) {
        catalog::Product product;
        product.key = code_of(number);
        product.name = "Nước mắm " + std::to_string(number);
        product.producer = producer_name(number);
        all.push_back(std::move(product));
    }
    return all;
}

// A log of a producer's: packs, some struck through, print runs, declarations, another's product among them.
trace::OpenedSubmission log_of(int number, int producers, std::mt19937& chance) {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto own = code_of(number % producers);
    std::vector<lots::Event> events;
    for (int i = 0; i < 6; ++i) {
        const auto day = today.plus_days(-static_cast<int>(chance() % 300));
        lots::Event event{.id = "ni:///sha-256;" + std::to_string(number * 1000 + i + 10'000'000),
                          .kind = i % 3 == 2 ? lots::Kind::ship : lots::Kind::pack,
                          .at = lots::noon_of(day),
                          .recorded = 1'700'000'000};
        const auto product = chance() % 5 == 0 ? code_of(static_cast<int>(chance() % producers)) : own;
        event.outputs.push_back({{product, "L" + std::to_string(chance() % 40)}, lots::Amount{1000, ""}});
        if (chance() % 6 == 0) event.struck = lots::Struck{.at = 1'700'000'900};
        events.push_back(std::move(event));
    }
    REQUIRE(ledger.lot_events().note(events, today).ok());
    const auto run = ledger.reserve({store::Issue{.product = own,
                                                  .certificate = "1/QĐ-UBND",
                                                  .lot = "P" + std::to_string(number),
                                                  .day = today,
                                                  .labels = 3,
                                                  .has_serials = number % 2 == 0}});
    REQUIRE(run.ok());
    REQUIRE(ledger.print(*run).ok());
    const auto submission = ledger.submissions().entries_to_submit(false, today);
    REQUIRE(submission.ok());
    auto opened = trace::read_submission(*trace::write_submission(*submission, trace::test::producer_key()));
    REQUIRE(opened.ok());
    return *std::move(opened);
}

// As the signed list has them.
std::string bytes_of(const office::GatheredRecords& gathered) {
    REQUIRE(gathered.records.has_value());
    const auto& records = *gathered.records;
    return *trace::write_lots(records.lots) + "\n" + *trace::write_coverage(records.coverage) + "\n" +
           (records.serials ? records.serials->bytes() : "none");
}

} // namespace

TEST_CASE("fifty logs taken in twenty orders and on other days give the same records, byte for byte", "[lot_records]") {
    constexpr int producers = 20, logs = 50, orders = 20;
    std::mt19937 chance(19);
    const auto products = list_of(producers);
    std::vector<trace::OpenedSubmission> all;
    for (int number = 0; number < logs; ++number)
        all.push_back(log_of(number, producers, chance));
    const office::GatherWish wish{.day = today, .all_serials = true, .key = {}};
    std::string first;
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (int round = 0; round < orders; ++round) {
        const Home home;
        auto office = opened_ledger(home);
        for (const auto place : order)
            REQUIRE(office.submissions()
                        .take(all[place],
                              producer_name(static_cast<int>(place) % producers),
                              today.plus_days(static_cast<int>(chance() % 9)))
                        .ok());
        const auto gathered = office::gather_lot_records(office, products, wish);
        REQUIRE(gathered.ok());
        const auto bytes = bytes_of(*gathered);
        if (first.empty()) first = bytes;
        CHECK(bytes == first);
        CHECK(gathered->serials == 3 * logs / 2);
        std::shuffle(order.begin(), order.end(), chance);
    }
}

TEST_CASE("a log that was taken speaks of its own producer's products, and not of what it struck through",
          "[lot_records]") {
    const Home home, office_home;
    auto ledger = opened_ledger(home), office = opened_ledger(office_home);
    const auto event = [&](int number, lots::Kind kind, const std::string& product, int days, bool is_struck) {
        lots::Event one{.id = "ni:///sha-256;" + std::to_string(10'000'000 + number),
                        .kind = kind,
                        .at = lots::noon_of(today.plus_days(days)),
                        .recorded = 1'700'000'000};
        one.outputs.push_back({{product, "L" + std::to_string(number)}, {}});
        if (is_struck) one.struck = lots::Struck{.at = 1'700'000'900};
        return one;
    };
    REQUIRE(ledger.lot_events()
                .note({event(1, lots::Kind::pack, code_of(0), -20, false),
                       event(2, lots::Kind::pack, code_of(1), -30, false), // another's
                       event(3, lots::Kind::pack, code_of(0), -40, true),
                       event(4, lots::Kind::receive, "N4QK7Z2AW", -2, false),
                       event(5, lots::Kind::recall, code_of(0), -1, false)},
                      today)
                .ok());
    const auto opened = trace::read_submission(
        *trace::write_submission(*ledger.submissions().entries_to_submit(false, today), trace::test::producer_key()));
    REQUIRE(office.submissions().take(*opened, "Hợp tác xã MẪU A", today).ok()); // as the permit spells it
    const auto gathered = office::gather_lot_records(office, list_of(2), {.day = today});
    REQUIRE((gathered.ok() && gathered->records));
    CHECK(*trace::write_lots(gathered->records->lots) ==
          *trace::write_lots({{code_of(0), "L1", {}, {}, false}, {code_of(0), "L5", {}, {}, false}}));
    REQUIRE(gathered->records->coverage.size() == 1);
    CHECK(gathered->records->coverage.front().producer == producer_name(0));
    CHECK(gathered->records->coverage.front().first == today.plus_days(-20));
    CHECK(gathered->records->coverage.front().last == today.plus_days(-2));
}
