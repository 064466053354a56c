#pragma once
// GTIN: the number of a trade item, always held as 14 digits with a correct check digit (GS1 General Specifications
// 7.9.1; GTIN-8, -12 and -13 are padded with zeros on the left). Immutable; code that gets a Gtin need not check it
// again. Any thread.
#include "base/result.h"

#include <compare>

namespace temsao::gs1 {

class Gtin {
public:
    // 8, 12, 13 or 14 digits. Errors (Cause::data): gtin.length {text, digits}, gtin.not_digits {text,
    // position}, gtin.check_digit {text, given, expected}.
    static Result<Gtin> parse(std::string_view text);

    const std::string& digits() const { return digits_; } // 14 digits, as in AI 01 and in JSON

    std::string shortest() const; // as printed under an EAN: 13 digits, or 8 for a GTIN-8

    // A number that no product has for its own (GS1 General Specifications 1.4.2): for use within a shop or a company
    // (GS1 prefixes 02, 04 and 20 to 29, GTIN-8 with 0 or 2), of newspapers and books (977 to 979), of receipts and
    // coupons (98, 99).
    bool is_restricted() const;

    friend auto operator<=>(const Gtin&, const Gtin&) = default;

private:
    explicit Gtin(std::string digits) : digits_(std::move(digits)) {}

    std::string digits_;
};

// The mod-10 check digit for digits that do not have one yet, weights 3,1,3,1 … from the right.
char check_digit(std::string_view digits_without_it);

} // namespace temsao::gs1
