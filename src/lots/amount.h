#pragma once
// Amount: how much of a lot, exact to a thousandth, in one of the trade's units or in pieces. Any thread.
#include "base/result.h"

#include <cstdint>

namespace temsao::lots {

struct Amount {
    std::int64_t thousandths = 0; // never negative
    std::string unit = {};        // UN/CEFACT Recommendation 20: KGM, LTR, TNE …; empty: pieces
    friend bool operator==(const Amount&, const Amount&) = default;

    std::string number() const; // "1200", "0.5": as in JSON
};

inline constexpr std::int64_t most_thousandths = 1'000'000'000'000; // a billion of the unit

// "1200 kg", "0,5 tấn", "1.200,5 lít", "600 chai". Vietnamese writes a comma before the decimals. Errors
// (Cause::usage): lot.amount {text}; lot.amount_two_ways {text, whole, decimal}: "1.200" may be either; lot.unit {unit,
// known ones}.
Result<Amount> read_amount(std::string_view text);

// Of a number as JSON or a cell has it, "0.5", and a unit as UN/CEFACT has it. Error lot.amount {text}.
Result<Amount> amount_of(std::string_view number, std::string_view unit);

std::string shown(const Amount& amount, Lang lang); // "1.200 kg", "0,5 tấn", "600"

} // namespace temsao::lots
