// Two editions of a list, and what of the difference a person must see first.
#include "catalog/changes.h"

#include "catch.h"

#include <algorithm>
#include <random>

using namespace temsao;
using namespace temsao::catalog;

namespace {

Certificate certificate(const std::string& decision, int stars, Date issued) {
    return {.stars = stars,
            .score = 72.5,
            .decision = decision,
            .issuer = "UBND huyện Mẫu",
            .issued = issued,
            .valid_to = issued.plus_months(36),
            .valid_to_computed = false,
            .status = Status::valid,
            .ended_by = {}};
}

Product product(const std::string& key) {
    Product one{.key = key,
                .shared_number = {},
                .gtin = {},
                .name = "Mật ong " + key,
                .producer = "HTX Mẫu",
                .address = "xã Mẫu",
                .group = Group::food,
                .certificates = {certificate("12/QĐ-UBND", 3, *Date::from(2023, 5, 4)),
                                 certificate("45/QĐ-UBND", 4, *Date::from(2025, 6, 7))},
                .facts = {}};
    one.facts["storage"] = "Nơi khô ráo";
    return one;
}

// The one field that a change of the product makes, and its weight; fails when there are others.
std::pair<Weight, FieldChange> only_change(const std::function<void(Product&)>& edit) {
    auto before = product("A"), after = before;
    edit(after);
    const auto changes = changes_between({before}, {after});
    REQUIRE(changes.size() == 1);
    REQUIRE(changes[0].fields.size() == 1);
    return {changes[0].weight, changes[0].fields[0]};
}

} // namespace

TEST_CASE("equal editions have no changes, whatever the order of certificates") {
    auto before = product("A"), after = before;
    std::swap(after.certificates[0], after.certificates[1]);
    CHECK(changes_between({before}, {after}).empty());
    CHECK(changes_between({}, {}).empty());
}

TEST_CASE("each field that differs is told with both values, by the decision that it belongs to") {
    struct Case {
        std::function<void(Product&)> edit;
        Weight weight;
        std::string field, decision, before, after;
    };

    const std::vector<Case> cases = {
        {[](Product& p) { p.name = "Mật ong rừng"; }, Weight::named, "name", "", "Mật ong A", "Mật ong rừng"},
        {[](Product& p) { p.producer = "HTX Khác"; }, Weight::named, "producer", "", "HTX Mẫu", "HTX Khác"},
        {[](Product& p) { p.group = Group::beverage; }, Weight::named, "group", "", "food", "beverage"},
        {[](Product& p) { p.address = "xã Khác"; }, Weight::facts, "address", "", "xã Mẫu", "xã Khác"},
        {[](Product& p) { p.facts["storage"] = "Tủ mát"; }, Weight::facts, "storage", "", "Nơi khô ráo", "Tủ mát"},
        {[](Product& p) { p.facts.clear(); }, Weight::facts, "storage", "", "Nơi khô ráo", ""},
        {[](Product& p) { p.facts["usage"] = "Pha"; }, Weight::facts, "usage", "", "", "Pha"},
        {[](Product& p) { p.certificates[1].stars = 5; }, Weight::stars_raised, "stars", "45/QĐ-UBND", "4", "5"},
        {[](Product& p) { p.certificates[1].stars = 3; }, Weight::certificate, "stars", "45/QĐ-UBND", "4", "3"},
        {[](Product& p) { p.certificates[1].valid_to = *Date::from(2027, 1, 1); },
         Weight::certificate,
         "valid_to",
         "45/QĐ-UBND",
         "2028-06-07",
         "2027-01-01"},
        {[](Product& p) { p.certificates[1].valid_to = *Date::from(2029, 1, 1); },
         Weight::stars_raised,
         "valid_to",
         "45/QĐ-UBND",
         "2028-06-07",
         "2029-01-01"},
        {[](Product& p) { p.certificates[0].score = 70; }, Weight::certificate, "score", "12/QĐ-UBND", "72.5", "70"},
        {[](Product& p) {
             p.certificates[1].status = Status::revoked;
             p.certificates[1].ended_by = "9/QĐ-UBND";
         },
         Weight::ended,
         "status",
         "45/QĐ-UBND",
         "valid",
         "revoked: 9/QĐ-UBND"},
        {[](Product& p) { p.certificates.pop_back(); },
         Weight::certificate,
         "certificate",
         "45/QĐ-UBND",
         "4★ 2028-06-07 valid",
         ""},
    };
    for (const auto& [edit, weight, field, decision, before, after] : cases) {
        INFO(field << " " << before << " -> " << after);
        const auto [seen, change] = only_change(edit);
        CHECK(seen == weight);
        CHECK(change.field == field);
        CHECK(change.decision == decision);
        CHECK(change.before == before);
        CHECK(change.after == after);
    }
}

TEST_CASE("a revocation that no longer stands is found, whether lifted, softened or left out") {
    auto before = product("A");
    before.certificates[1].status = Status::revoked;
    for (const auto status : {Status::valid, Status::superseded, Status::unclear}) {
        auto after = before;
        after.certificates[1].status = status;
        CHECK(changes_between({before}, {after}).at(0).weight == Weight::revocation_lifted);
    }
    auto left_out = before;
    left_out.certificates.pop_back();
    CHECK(changes_between({before}, {left_out}).at(0).weight == Weight::revocation_lifted);
    auto renewed = before;
    renewed.certificates.push_back(certificate("77/QĐ-UBND", 4, *Date::from(2026, 8, 9)));
    CHECK(changes_between({before}, {renewed}).at(0).weight == Weight::revocation_lifted); // it counts again
    renewed.certificates.back().status = Status::revoked;
    CHECK(changes_between({before}, {renewed}).at(0).weight == Weight::certificate);
    auto corrected = before; // and still revoked
    corrected.certificates[1].issued = *Date::from(2025, 6, 8);
    CHECK(changes_between({before}, {corrected}).at(0).weight == Weight::certificate);
    corrected.certificates[1].status = Status::valid;
    CHECK(changes_between({before}, {corrected}).at(0).weight == Weight::revocation_lifted);
    auto delisted = before;
    delisted.certificates[1].status = Status::delisted;
    CHECK(changes_between({before}, {delisted}).at(0).weight == Weight::certificate);
    CHECK(goes_backwards(Weight::revocation_lifted));
    CHECK_FALSE(goes_backwards(Weight::certificate));
}

TEST_CASE("a newer decision with more stars is told as more stars, and an older one is not") {
    const auto before = product("A"); // 4 stars
    for (const int stars : {3, 4, 5})
        for (const int year : {2024, 2026}) {
            auto after = before;
            after.certificates.push_back(certificate("77/QĐ-UBND", stars, *Date::from(year, 8, 9)));
            const bool is_raised = stars == 5 && year == 2026;
            INFO(stars << " " << year);
            CHECK(changes_between({before}, {after}).at(0).weight ==
                  (is_raised ? Weight::stars_raised : Weight::certificate));
        }
}

TEST_CASE("a decision written in another way is the same certificate") {
    auto before = product("A"), after = before;
    after.certificates[1].issuer = "Ủy ban nhân dân huyện Mẫu";
    const auto changes = changes_between({before}, {after});
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].fields.at(0).field == "issuer");
}

TEST_CASE("a product that gets its number is told as one change, not as one gone and one new") {
    auto before = product("P1"), after = before;
    after.key = "09520000000011";
    const auto changes = changes_between({before}, {after});
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].weight == Weight::product_gone); // labels with the code of before are no longer listed
    CHECK(changes[0].key == "09520000000011");
    CHECK(changes[0].fields.at(0).field == "number");
    CHECK(changes[0].fields.at(0).before == "P1");
    CHECK(changes[0].fields.at(0).after == "09520000000011");
}

TEST_CASE("of ten thousand random edits none is lost, and the weightiest come first") {
    std::mt19937 random(20261129);
    std::vector<Product> before, after;
    std::size_t edited = 0;
    for (int i = 0; i < 10'000; ++i) {
        char key[16];
        std::snprintf(key, sizeof key, "K%05d", i);
        auto one = product(key);
        const auto what = random() % 8;
        if (what != 0) before.push_back(one);
        if (what == 2) one.certificates[random() % 2].stars = 5;
        if (what == 3) one.certificates[random() % 2].status = Status::revoked;
        if (what == 4) one.name += " mới";
        if (what == 5) one.facts["usage"] = "Pha nước ấm";
        if (what != 1) after.push_back(one);
        edited += what < 6;
    }
    const auto changes = changes_between(before, after);
    CHECK(changes.size() == edited);
    CHECK(std::is_sorted(
        changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.weight < b.weight; }));
}
