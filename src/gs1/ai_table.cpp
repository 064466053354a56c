#include "gs1/ai_table.h"

#include "base/pieces.h"

#include <algorithm>

namespace temsao::gs1 {
namespace {

using enum Lint;

// The dictionary's own notation: N(6) six digits, X_to(20) one to twenty characters of set 82, opt(…) may be left off.
template <class... Lints>
constexpr Part part(Charset charset, int least, int most, Lints... lints) {
    return {charset, static_cast<std::uint8_t>(least), static_cast<std::uint8_t>(most), false, {lints...}};
}

template <class... Lints>
constexpr Part N(int length, Lints... lints) {
    return part(Charset::digits, length, length, lints...);
}

template <class... Lints>
constexpr Part N_to(int most, Lints... lints) {
    return part(Charset::digits, 1, most, lints...);
}

template <class... Lints>
constexpr Part X(int length, Lints... lints) {
    return part(Charset::cset82, length, length, lints...);
}

template <class... Lints>
constexpr Part X_to(int most, Lints... lints) {
    return part(Charset::cset82, 1, most, lints...);
}

template <class... Lints>
constexpr Part Y_to(int most, Lints... lints) {
    return part(Charset::cset39, 1, most, lints...);
}

template <class... Lints>
constexpr Part Z_to(int most, Lints... lints) {
    return part(Charset::base64url, 1, most, lints...);
}

constexpr Part opt(Part part) {
    part.optional = true;
    return part;
}

// Source: GS1 Barcode Syntax Dictionary, repository gs1/gs1-syntax-dictionary, state of 2026-07-27 (unreleased, after
// release 2026-01-27; knows 8040-8043 and the made-to-order GTIN 03), (c) GS1 AISBL, BWIPP and Zint projects,
// Apache-2.0. Compared row by row with the table in bwip-js 4.11.4 (MIT): same identifiers, formats, checks, roles and
// sequences; its older state differs only in the pairs with 03.
constexpr ApplicationIdentifier table[] = {
#include "gs1/ai_table.inc"
};

} // namespace

const ApplicationIdentifier* find_ai(std::string_view ai) {
    const auto* row =
        std::lower_bound(std::begin(table), std::end(table), ai, [](const auto& entry, std::string_view wanted) {
            return entry.last < wanted;
        });
    const bool found =
        row != std::end(table) && row->first <= ai && row->first.size() == ai.size() && is_only_digits(ai);
    return found ? row : nullptr;
}

AiPrefix find_ai_prefix(std::string_view text) {
    for (std::size_t length = 2; length <= 4 && length <= text.size(); ++length)
        if (const auto* row = find_ai(text.substr(0, length))) return {row, length};
    return {};
}

AiRows all_ais() {
    return {std::begin(table), std::end(table)};
}

} // namespace temsao::gs1
