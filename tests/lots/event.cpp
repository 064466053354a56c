// Events of lots: moments, what each kind needs, codes.
#include "lots/event.h"

#include "catch.h"
#include "lots/codes.h"

#include <set>

using namespace temsao;
using namespace temsao::lots;

namespace {

const std::int64_t now = read_moment("2026-11-29 09:00")->seconds;

Event packing() {
    return {.kind = Kind::pack,
            .at = *read_moment("24/11/2026 14:20"),
            .inputs = {{{"N4QK7Z2AW", "CH-251102"}, Amount{300'000, "LTR"}}},
            .outputs = {{{"09520000010003", "NM-261124"}, Amount{600'000, ""}}},
            .made = *Date::parse_iso("2026-11-24"),
            .expires = *Date::parse_iso("2028-11-24")};
}

std::string fault_of(const Event& event) {
    const auto checked = check(event, now);
    return checked.ok() ? "" : checked.error().what.id;
}

} // namespace

TEST_CASE("a moment is read in every form that people and files use, and written in one") {
    CHECK(read_moment("24/11/2026 14:20")->iso() == "2026-11-24T14:20:00+07:00");
    CHECK(read_moment("2026-11-24T14:20:00+07:00")->iso() == "2026-11-24T14:20:00+07:00");
    CHECK(read_moment("2026-11-24T07:20:00Z")->seconds == read_moment("24/11/2026 14:20")->seconds);
    CHECK(read_moment("2026-11-23T23:20:05.250-08:00")->iso() == "2026-11-23T23:20:05-08:00");
    CHECK(read_moment("1/2/2026")->iso() == "2026-02-01T12:00:00+07:00");
    CHECK(read_moment("1/2/2026")->is_day);
    CHECK(read_moment("2026-11-24T00:00:00+07:00")->day() == *Date::parse_iso("2026-11-24"));
    for (const auto* bad :
         {"", "31/2/2026", "24/11/2026 24:00", "24/11/2026 1:2", "2026-11-24T14:20:00+15:00", "1969-12-31", "hôm qua"})
        CHECK_FALSE(read_moment(bad).ok());
}

TEST_CASE("each kind needs its fields, and no event contradicts itself") {
    CHECK(fault_of(packing()).empty());
    auto event = packing();
    event.inputs.clear();
    CHECK(fault_of(event) == "lot.needs");
    event = packing();
    event.outputs.front().amount.reset();
    CHECK(fault_of(event) == "lot.needs");
    event = packing();
    event.outputs.front().lot = event.inputs.front().lot;
    CHECK(fault_of(event) == "lot.into_itself");
    event = packing();
    event.expires = event.made;
    CHECK(fault_of(event) == "lot.dates");
    event = packing();
    event.at = *read_moment("30/11/2026");
    CHECK(fault_of(event) == "lot.future");
    event = packing();
    event.outputs.front().lot.product = "09520000010004"; // the check digit is 3
    CHECK(fault_of(event) == "lot.product");
    event = packing();
    event.outputs.front().lot.lot = "lô 1";
    CHECK(fault_of(event) == "lot.name");
    event = packing();
    event.party = "Bà Tám"; // a name never stands in an event
    CHECK(fault_of(event) == "lot.code");
    event = packing();
    event.kind = Kind::ship;
    CHECK(fault_of(event) == "lot.needs");
    event.party = "9520000077013";
    CHECK(fault_of(event) == "lot.takes_nothing_in");
    for (const auto* text : {"007", "1e5", "+7", "7.0", "inf", "NaN", "1_000"}) {
        event = packing();
        event.run = text;
        CHECK(fault_of(event) == "lot.reads_as_number");
    }
    for (const auto* text : {"12", "0", "lần 007", "L-1"}) {
        event = packing();
        event.run = text;
        CHECK(fault_of(event).empty());
    }
}

TEST_CASE("codes are the same for the same name, and nobody without the secret finds a name by trying") {
    CHECK(goods_code("HTX", "cá cơm") == goods_code("HTX", "cá cơm"));
    CHECK(is_goods_code(goods_code("HTX", "cá cơm")));
    CHECK(is_party_code(party_code("secret", "Hộ ông Lý")));
    CHECK(party_code("secret", "Hộ ông Lý") != party_code("another", "Hộ ông Lý"));
    CHECK(is_gln("9520000077013"));
    CHECK_FALSE(is_gln("9520000077014"));
    std::set<std::string> seen;
    for (int i = 0; i < 2000; ++i)
        CHECK(seen.insert(goods_code("HTX " + std::to_string(i / 50), "hàng " + std::to_string(i % 50))).second);
}

TEST_CASE("the salt tells two events apart in any field, and not by when they were written down") {
    const auto event = packing();
    const auto salt = salt_of("secret", event);
    CHECK(salt.size() == 18);
    auto again = event;
    again.recorded = 5;
    again.struck = Struck{.at = 7};
    CHECK(salt_of("secret", again) == salt);
    CHECK(salt_of("other", event) != salt);
    std::vector<Event> others(9, event);
    others[0].kind = Kind::transform;
    others[1].at.seconds += 1;
    others[2].inputs.front().amount->thousandths += 1;
    others[3].outputs.front().lot.lot += "1";
    others[4].place = "9520000077013";
    others[5].item = "Mắm";
    others[6].process = "Mắm";
    others[7].expires.reset();
    others[8].passed = true;
    for (const auto& other : others)
        CHECK(salt_of("secret", other) != salt);
}
