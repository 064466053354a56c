#pragma once
// Symbol: a QR code that we made (ISO/IEC 18004 model 2). What a photo gave is a Reading (reading.h). Built whole,
// unchanged afterwards.
#include "base/result.h"
#include "symbol/module_bits.h"

#include <algorithm>
#include <bit>

namespace temsao::symbol {

enum class EcLevel { L, M, Q, H };

class Symbol {
public:
    Symbol(int version, EcLevel level, int mask, ModuleBits modules);

    int version() const { return version_; } // 1..40

    EcLevel level() const { return level_; }

    int mask() const { return mask_; } // 0..7

    int size() const { return 17 + 4 * version_; } // modules on a side, without quiet zone

    bool dark(int column, int row) const { // both in 0..size()-1
        const auto word = static_cast<std::size_t>(row * row_words(size()) + column / word_bits);
        return (modules_[word] >> column % word_bits & 1) != 0;
    }

    // Calls act(column, row, modules) for each run of dark modules, row by row.
    template <class Act>
    void each_run(Act act) const {
        for (int row = 0; row < size(); ++row)
            for (int start = next(0, row, true); start < size();) {
                const int end = next(start, row, false);
                act(start, row, end - start);
                start = next(end, row, true);
            }
    }

private:
    // The first module from `column` on with the colour asked for; size() when there is none.
    int next(int column, int row, bool dark) const {
        for (; column < size(); column = (column / word_bits + 1) * word_bits) {
            const auto word = modules_[static_cast<std::size_t>(row * row_words(size()) + column / word_bits)];
            const auto found = (dark ? word : ~word) >> column % word_bits;
            if (found != 0) return std::min(size(), column + std::countr_zero(found));
        }
        return size();
    }

    int version_;
    EcLevel level_;
    int mask_;
    ModuleBits modules_;
};

std::string_view name(EcLevel level); // "M"

inline constexpr int quiet_zone_modules = 4; // on each side (ISO/IEC 18004 6.3.8; GS1 General Specifications 5.12.3)

// The smallest symbol that holds `payload` (bytes, 1..2953) at `level`, its segments (numeric, alphanumeric, byte)
// chosen so that no other split is smaller; the mask with the lowest penalty, and of equal ones the lowest number. Any
// thread. Errors: symbol.empty, symbol.too_long {bytes, level} (Cause::data).
Result<Symbol> encode(std::string_view payload, EcLevel level = EcLevel::M);

} // namespace temsao::symbol
