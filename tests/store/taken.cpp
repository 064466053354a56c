// Logs of other machines: taken as far as they go, each a sequence of its own; one that was changed is named.
#include "catch.h"
#include "store/ledger.h"
#include "store/opened.h"
#include "store/submissions.h"
#include "trace/sample_keys.h"

#include <random>

using namespace temsao;
using namespace temsao::store;

namespace {

const Date today = *Date::from(2026, 11, 24);

void declare(Ledger& ledger, int number) {
    REQUIRE(ledger
                .declare({.product = "09520000010003",
                          .lot = "L" + std::to_string(number),
                          .certificate = "1/QĐ-UBND",
                          .day = today,
                          .quantity = number})
                .ok());
}

trace::OpenedSubmission hand_in(Ledger& ledger, bool all = false) {
    const auto submission = ledger.submissions().entries_to_submit(all, today);
    REQUIRE(submission.ok());
    const auto file = trace::write_submission(*submission, trace::test::producer_key());
    REQUIRE(file.ok());
    REQUIRE(ledger.submissions().note_submitted(*submission).ok());
    auto opened = trace::read_submission(*file);
    REQUIRE(opened.ok());
    return *std::move(opened);
}

std::vector<std::string> taken_entries(Ledger& office) {
    std::vector<std::string> all;
    const auto logs = *office.submissions().taken_logs();
    for (const auto& log : logs)
        REQUIRE(office.submissions()
                    .each_taken_entry(log.verifier, [&](const std::string& entry) { all.push_back(entry); })
                    .ok());
    return all;
}

std::vector<std::string> own_entries(Ledger& ledger) {
    std::vector<std::string> all;
    for (std::int64_t leaf = 0; leaf < *ledger.log_size(); ++leaf)
        all.push_back(*ledger.entry(leaf));
    return all;
}

} // namespace

TEST_CASE("a log comes in parts, in any order that leaves no gap, and is then as it is at home", "[taken]") {
    std::mt19937 chance(5);
    for (int round = 0; round < 6; ++round) {
        const Home home, office_home;
        auto ledger = opened_ledger(home), office = opened_ledger(office_home);
        std::vector<trace::OpenedSubmission> parts;
        for (int part = 0, number = 0; part < 5; ++part) {
            for (auto more = chance() % 300; more > 0; --more)
                declare(ledger, number++);
            if (*ledger.log_size() == 0) declare(ledger, number++);
            parts.push_back(hand_in(ledger, chance() % 4 == 0));
        }
        std::int64_t here = 0;
        for (std::size_t i = 0; i < parts.size();) {
            const auto taking = office.submissions().take(parts[i], "HTX Mẫu", today);
            REQUIRE(taking.ok());
            CHECK(taking->before == here);
            here = std::max(here, parts[i].checkpoint.size);
            CHECK(taking->size == here);
            if (chance() % 3 == 0 && i > 0)
                --i; // the one before once more: nothing changes
            else
                ++i;
            CHECK(*office.extends(*office.checkpoint()) == true);
        }
        CHECK(taken_entries(office) == own_entries(ledger));
        REQUIRE(office.submissions().taken_logs()->size() == 1);
        CHECK(office.submissions().taken_logs()->front().producer == "HTX Mẫu");
        CHECK(office.audit()->holds());
        const auto last = *office.entry(*office.log_size() - 1);
        CHECK(last.starts_with("temsao taken 1\nlog " + parts.front().submission.log.text() + "\nsize " +
                               std::to_string(here) + "\nroot "));
    }
}

TEST_CASE("a part that was left out is asked for", "[taken]") {
    const Home home, office_home;
    auto ledger = opened_ledger(home), office = opened_ledger(office_home);
    declare(ledger, 1);
    const auto first = hand_in(ledger);
    declare(ledger, 2);
    const auto second = hand_in(ledger);
    const auto refused = office.submissions().take(second, "HTX Mẫu", today);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().what.id == "submission.gap");
    CHECK(office.submissions().taken_logs()->empty());
    CHECK(office.submissions().take(hand_in(ledger, true), "HTX Mẫu", today)->size == 2);
    CHECK(office.submissions().take(first, "HTX Mẫu", today)->size == 2);
    const auto other = office.submissions().take(hand_in(ledger, true), "HTX Khác", today);
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().what.id == "submission.other_producer");
}

TEST_CASE("a log that was changed at any entry is named, and what was taken before stays", "[taken]") {
    const Home home, office_home;
    auto ledger = opened_ledger(home), office = opened_ledger(office_home);
    constexpr int size = 12;
    for (int number = 0; number < size; ++number)
        declare(ledger, number);
    const auto before = hand_in(ledger);
    REQUIRE(office.submissions().take(before, "HTX Mẫu", today).ok());
    declare(ledger, size);
    const auto log_key = load_log_key(home.path);
    REQUIRE((log_key.ok() && log_key->has_value()));
    const auto& secret = (*log_key)->secret;
    for (int from = 0; from <= size; ++from)
        for (int changed = 0; changed < size; ++changed) {
            // The same key signs another history.
            auto forged = hand_in(ledger, true);
            std::map<std::pair<int, std::int64_t>, std::string> tiles;
            trace::merkle::Appender appender(0, {}, [&](int level, std::int64_t number, std::string_view hashes) {
                tiles[{level, number}] = hashes;
            });
            auto& entries = forged.submission.entries;
            entries[static_cast<std::size_t>(changed)] += "x 1\n";
            for (const auto& entry : entries)
                appender.add(trace::merkle::leaf_hash(entry));
            appender.finish();
            const trace::merkle::Tree tree(static_cast<std::int64_t>(entries.size()),
                                           [&](int level, std::int64_t number) {
                                               return tiles[{level, number}];
                                           });
            forged.checkpoint.root = *tree.root();
            forged.submission.from = from;
            forged.submission.path = from > 0 ? *tree.consistency(from) : trace::merkle::Path();
            forged.submission.checkpoint = trace::write_checkpoint(forged.checkpoint, secret);
            entries.erase(entries.begin(), entries.begin() + from);
            const auto refused = office.submissions().take(forged, "HTX Mẫu", today);
            REQUIRE_FALSE(refused.ok());
            CHECK(refused.error().what.id == "submission.fork");
            CHECK(refused.error().what.facts.at(1) == "HTX Mẫu");
            CHECK(refused.error().what.facts.at(2) == std::to_string(std::max(from, changed)));
        }
    CHECK(taken_entries(office) == before.submission.entries);
    CHECK(office.audit()->holds());
}
