#pragma once
// Inside `symbol` only: the penalty of a masked symbol (ISO/IEC 18004:2015 7.8.3), counted on 64 modules at a time.
#include "symbol/module_bits.h"

namespace temsao::symbol {

// Where the standard's wording is unclear, we do as libqrencode does: a pattern like a finder's counts at any size
// (2:2:6:2:2 too), once each; what is outside the symbol is light; the share of dark modules is rounded to percent.
struct Penalties {
    int runs = 0, blocks = 0, finders = 0, balance = 0; // N1, N2, N3, N4

    int total() const { return runs + blocks + finders + balance; }

    friend bool operator==(const Penalties&, const Penalties&) = default;
};

Penalties penalties(const ModuleBits& modules, int size);

} // namespace temsao::symbol
