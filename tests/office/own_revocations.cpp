// Revocations that several servers make and lift at once: merged as sets, from what each did since they last met.
#include "office/own_revocations.h"

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

} // namespace

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
