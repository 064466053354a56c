#include "check/seen_json.h"

#include "catch.h"

#include <random>

using namespace temsao;
using check::CheckedLabel;

namespace {

std::mt19937 chance(291126);

int below(int limit) {
    return static_cast<int>(chance() % static_cast<unsigned>(limit));
}

double number() {
    return below(100'000) / 16.0 - 1000;
}

std::array<photo::Point, 4> corners() {
    return {{{number(), number()}, {number(), number()}, {number(), number()}, {number(), number()}}};
}

// Any bytes, as a symbol may hold.
std::string bytes() {
    std::string made;
    for (int i = below(40); i > 0; --i)
        made.push_back(static_cast<char>(below(256)));
    return made;
}

CheckedLabel any_label() {
    CheckedLabel label;
    auto& reading = label.reading;
    reading.bytes = bytes();
    reading.text = below(2) ? "https://id.ocop.vn/01/09521234543213/10/L" + std::to_string(below(100)) : bytes();
    reading.kind = below(2) ? "QR" : "EAN-13";
    reading.corners = corners();
    reading.version = 1 + below(40);
    reading.ec_level = "M";
    if (below(2)) reading.mask = below(8);
    if (below(2)) reading.unused_error_correction = below(100) / 128.0;
    reading.step = "grid";
    reading.mirrored = below(2);
    reading.inverted = below(2);
    if (below(2)) reading.ean13 = photo::Ean13{"9521234543213", corners()};
    if (below(2)) {
        label.badge.emplace();
        if (below(2)) label.badge->stars = below(6);
        label.badge->is_seen = below(2);
        label.badge->confidence = below(64) / 64.0;
        label.badge->is_odd_form = below(2);
        label.badge->is_odd_colour = below(2);
    }
    if (below(3) == 0) label.crop_png = bytes();
    label.claim = verify::claim_of(reading.text);
    check::note_stars(label);
    check::note_ean13(label);
    for (int i = below(3); i > 0; --i)
        label.claim.printed.push_back({bytes(), below(100) / 128.0, {number(), number()}, {number(), number()}});
    return label;
}

// Takes a member away, or puts something in its place, at any depth; says whether it did.
void damage(job::Json& json) {
    if (json.is_structured() && !json.empty()) {
        auto at = json.begin();
        std::advance(at, below(static_cast<int>(json.size())));
        if (at->is_structured() && !at->empty() && below(3)) return damage(*at);
        const job::Json others[] = {
            nullptr, 1, -1.5, 1e300, true, "%", "", job::Json::array(), job::Json::object(), {1, {2}}};
        *at = others[below(static_cast<int>(std::size(others)))];
    }
}

} // namespace

TEST_CASE("what was seen of a label comes back as it was written, and is judged the same") {
    for (int i = 0; i < 500; ++i) {
        const auto label = any_label();
        const auto json = check::seen_json(label);
        const auto text = job::dump(json);
        const auto read = check::read_seen(*job::read_json(text));
        REQUIRE(read);
        CHECK(job::dump(check::seen_json(*read)) == text);
        CHECK(read->claim.text == label.claim.text);
        CHECK(read->claim.stars_seen == label.claim.stars_seen);
        CHECK(read->claim.stars_unsure == label.claim.stars_unsure);
        CHECK(read->claim.badge_absent == label.claim.badge_absent);
        CHECK(read->claim.badge_odd_form == label.claim.badge_odd_form);
        CHECK(read->claim.badge_odd_colour == label.claim.badge_odd_colour);
        CHECK(read->claim.ean13_seen == label.claim.ean13_seen);
        CHECK(read->claim.printed.size() == label.claim.printed.size());
    }
}

TEST_CASE("a record that somebody changed is refused, or reads as one that we could have written") {
    int refused = 0;
    for (int i = 0; i < 5000; ++i) {
        auto json = check::seen_json(any_label());
        damage(json);
        if (const auto read = check::read_seen(json))
            CHECK(check::read_seen(check::seen_json(*read)));
        else
            ++refused;
    }
    CHECK(refused > 2500);
    for (const auto& other : {job::Json(), job::Json(1), job::Json("x"), job::Json::array(), job::Json::object()})
        CHECK_FALSE(check::read_seen(other));
}
