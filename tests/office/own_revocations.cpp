// Revocations that several servers make and lift at once: merged as sets, from what each did since they last met.
#include "office/own_revocations.h"

#include "catalog/changes.h"
#include "catch.h"

#include <random>
#include <set>

using namespace temsao;
using namespace temsao::office;

namespace {

store::OwnRevocation revocation(int number) {
    return {.key = "SP-" + std::to_string(number % 5),
            .name = "Trà",
            .producer = "HTX X",
            .decision = std::to_string(number) + "/QĐ-UBND",
            .issuer = "UBND tỉnh Hà Tĩnh",
            .issued = *Date::parse_iso("2025-01-01"),
            .ended_by = "9/QĐ-UBND",
            .was = number % 2 == 0 ? catalog::Status::valid : catalog::Status::unclear};
}

std::vector<store::OwnRevocation> all_of(const std::set<int>& numbers) {
    std::vector<store::OwnRevocation> all;
    for (const int number : numbers)
        all.push_back(revocation(number));
    return all;
}

std::set<std::string> decisions(const std::vector<store::OwnRevocation>& all) {
    std::set<std::string> seen;
    for (const auto& one : all)
        CHECK(seen.insert(one.decision).second); // none twice
    return seen;
}

catalog::Certificate certificate(const std::string& decision, const std::string& day, const std::string& issuer) {
    return {.stars = 4,
            .score = {},
            .decision = decision,
            .issuer = issuer,
            .issued = *Date::parse_iso(day),
            .valid_to = Date::parse_iso(day)->plus_months(36),
            .valid_to_computed = true,
            .status = catalog::Status::valid,
            .ended_by = {}};
}

catalog::Product tea(std::vector<catalog::Certificate> certificates) {
    return {.key = "SP-1",
            .shared_number = {},
            .gtin = {},
            .name = "Trà",
            .producer = "HTX X",
            .address = {},
            .group = catalog::Group::food,
            .certificates = std::move(certificates),
            .facts = {}};
}

const auto province = "UBND tỉnh Hà Tĩnh", district = "UBND huyện Hương Khê";

} // namespace

TEST_CASE("a revocation stays when any fact of its certificate is corrected, in the file or added to the list") {
    const auto revoked = certificate("12/QĐ-UBND", "2025-10-15", province);
    for (const auto* decision : {"12/QĐ-UBND", "21/QĐ-UBND"})
        for (const auto* day : {"2025-10-15", "2025-10-16", "2025-10-14"})
            for (const auto* issuer : {province, district})
                for (const bool is_beside : {false, true}) { // the revoked one stays in the list, as with --add
                    INFO(decision << " " << day << " " << issuer << " " << is_beside);
                    auto before = tea({revoked});
                    const auto made = revoke_all(before, *Date::parse_iso("2026-11-05"), "9/QĐ-UBND");
                    REQUIRE(made.size() == 1);
                    const auto corrected = certificate(decision, day, issuer);
                    const bool is_same = catalog::same_certificate(revoked, corrected);
                    const bool is_other =
                        is_beside && decision != revoked.decision && corrected.issued > revoked.issued;
                    std::vector<catalog::Product> next = {tea({corrected})};
                    if (is_beside && !is_same) next[0].certificates.push_back(before.certificates[0]);
                    const auto kept = keep_revoked(next, made, {before});
                    const auto& after = next[0].certificates[0];
                    CHECK(after.status == (is_other ? catalog::Status::valid : catalog::Status::revoked));
                    CHECK(after.ended_by == (is_other ? "" : "9/QĐ-UBND"));
                    CHECK(kept.in_doubt.size() == (is_same || is_other ? 0U : 1U));
                    if (is_other) continue;
                    // The next list has the same: the revocation holds without doubt, and lifting gives all back.
                    std::vector<catalog::Product> again = {tea({corrected})};
                    CHECK(keep_revoked(again, kept.all, next).in_doubt.empty());
                    CHECK(again[0].certificates[0].status == catalog::Status::revoked);
                    for (const auto& one : kept.all)
                        lift(one, again[0]);
                    CHECK(again[0].certificates[0].status == catalog::Status::valid);
                }
}

TEST_CASE("a revocation touches neither what was known before it nor another product") {
    auto old = certificate("3/QĐ-UBND", "2022-10-01", province),
         newer = certificate("12/QĐ-UBND", "2025-10-15", province);
    auto before = tea({old, newer});
    const auto made = revoke_all(before, *Date::parse_iso("2026-11-05"), "9/QĐ-UBND");
    before.certificates[0] = old; // it was given back
    auto other = tea({certificate("13/QĐ-UBND", "2025-10-15", province)});
    other.key = "SP-2";
    other.name = "Gạo";
    std::vector<catalog::Product> next = {tea({old, newer}), other};
    const auto kept = keep_revoked(next, {made.back()}, {before});
    CHECK(next[0].certificates[0].status == catalog::Status::valid);
    CHECK(next[0].certificates[1].status == catalog::Status::revoked);
    CHECK(next[1].certificates[0].status == catalog::Status::valid);
    CHECK(kept.in_doubt.empty());
    CHECK(kept.all.size() == 1);
}

TEST_CASE("what either server revoked holds, what either lifted does not, in whichever order they meet") {
    std::mt19937 chance(4);
    for (int round = 0; round < 300; ++round) {
        std::set<int> base, ours, theirs, expected;
        for (int number = 0; number < 12; ++number) {
            const bool stood = chance() % 2 == 0, changed_here = chance() % 4 == 0, changed_there = chance() % 4 == 0;
            if (stood) base.insert(number);
            if (stood != changed_here) ours.insert(number);
            if (stood != changed_there) theirs.insert(number);
            const bool holds = stood ? !changed_here && !changed_there : changed_here || changed_there;
            if (holds) expected.insert(number);
        }
        const auto here = merged(all_of(ours), {all_of(theirs), all_of(base)});
        const auto there = merged(all_of(theirs), {all_of(ours), all_of(base)});
        CHECK(decisions(here) == decisions(all_of(expected)));
        CHECK(decisions(there) == decisions(here));
        CHECK(decisions(merged(here, {here, all_of(theirs)})) == decisions(here)); // again: nothing changes
    }
}

TEST_CASE("revocations are read as they were written, and another text is refused") {
    const auto some = all_of({1, 2, 3});
    const auto back = read_revocations(write_revocations(some));
    REQUIRE(back.ok());
    REQUIRE(back->size() == 3);
    for (std::size_t i = 0; i < some.size(); ++i) {
        CHECK(is_same((*back)[i], some[i]));
        CHECK((*back)[i].was == some[i].was);
        CHECK((*back)[i].name + (*back)[i].producer + (*back)[i].issuer + (*back)[i].ended_by ==
              some[i].name + some[i].producer + some[i].issuer + some[i].ended_by);
    }
    CHECK(read_revocations("[]")->empty());
    for (const auto* bad : {"",
                            "{}",
                            "[1]",
                            "[{}]",
                            R"([{"key":"A","issued":"2025-02-30","was":"valid"}])",
                            R"([{"key":"A","issued":"2025-02-03","was":"x"}])"})
        CHECK_FALSE(read_revocations(bad).ok());
}
