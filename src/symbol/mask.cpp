#include "symbol/mask.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace temsao::symbol {
namespace {

constexpr int run_points = 3, block_points = 3, finder_points = 40, balance_points = 10;

// x86-64 without options has no instruction for it, and the library's function is a look-up of bytes.
int count_ones(std::uint64_t bits) {
    bits -= bits >> 1 & 0x5555555555555555;
    bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0f;
    return static_cast<int>(bits * 0x0101010101010101 >> 56);
}

// A row of modules. Shifted right by n, each module has the place of the one n before it.
template <int words>
struct Line {
    std::array<std::uint64_t, words> word = {};

    friend Line operator&(const Line& a, const Line& b) {
        Line made;
        for (std::size_t i = 0; i < words; ++i)
            made.word[i] = a.word[i] & b.word[i];
        return made;
    }

    friend Line operator|(const Line& a, const Line& b) {
        Line made;
        for (std::size_t i = 0; i < words; ++i)
            made.word[i] = a.word[i] | b.word[i];
        return made;
    }

    friend Line operator^(const Line& a, const Line& b) {
        Line made;
        for (std::size_t i = 0; i < words; ++i)
            made.word[i] = a.word[i] ^ b.word[i];
        return made;
    }

    friend Line operator~(const Line& a) {
        Line made;
        for (std::size_t i = 0; i < words; ++i)
            made.word[i] = ~a.word[i];
        return made;
    }

    friend Line operator>>(const Line& a, int by) { // 1..63
        Line made;
        for (std::size_t i = 0; i < words; ++i)
            made.word[i] = a.word[i] >> by | (i + 1 < words ? a.word[i + 1] << (word_bits - by) : 0);
        return made;
    }

    friend Line operator<<(const Line& a, int by) { // 1..63
        Line made;
        for (std::size_t i = 0; i < words; ++i)
            made.word[i] = a.word[i] << by | (i > 0 ? a.word[i - 1] >> (word_bits - by) : 0);
        return made;
    }

    bool any() const {
        std::uint64_t all = 0;
        for (const auto one : word)
            all |= one;
        return all != 0;
    }

    int count() const {
        int ones = 0;
        for (const auto one : word)
            ones += count_ones(one);
        return ones;
    }

    bool at(int place) const {
        return (word[static_cast<std::size_t>(place / word_bits)] >> place % word_bits & 1) != 0;
    }

    static Line first(int count) {
        Line made;
        for (int i = 0; i < words; ++i) {
            const int here = std::clamp(count - i * word_bits, 0, word_bits);
            made.word[static_cast<std::size_t>(i)] = here == 0 ? 0 : ~std::uint64_t{0} >> (word_bits - here);
        }
        return made;
    }

    template <class Do>
    void each(Do act) const {
        for (int i = 0; i < words; ++i)
            for (auto rest = word[static_cast<std::size_t>(i)]; rest != 0; rest &= rest - 1)
                act(i * word_bits + std::countr_zero(rest));
    }
};

// The rows with light ones before and after them, so that every neighbour can be asked.
template <int words>
class Rows {
public:
    using One = Line<words>;
    static constexpr int around = 12;

    Rows(const ModuleBits& modules, int size) : size_(size) {
        for (int row = 0; row < size; ++row)
            std::copy_n(
                modules.begin() + row * words, words, lines_[static_cast<std::size_t>(row + around)].word.begin());
    }

    const One& operator[](int row) const { return lines_[static_cast<std::size_t>(row + around)]; }

    One& operator[](int row) { return lines_[static_cast<std::size_t>(row + around)]; }

    int size() const { return size_; }

    bool dark(int column, int row) const {
        return column >= 0 && column < size_ && row >= 0 && row < size_ && (*this)[row].at(column);
    }

private:
    int size_;
    std::array<One, (words * word_bits < most_size ? words * word_bits : most_size) + 2 * around> lines_ = {};
};

// A finder pattern of more than one module to the unit about the dark run of `length` that starts at `start`.
template <class Dark>
bool is_large_finder(int start, int length, Dark dark) {
    if (length % 3 != 0) return false;
    const int unit = length / 3;
    const auto all = [&](int from, int count, bool value) {
        for (int i = from; i < from + count; ++i)
            if (dark(i) != value) return false;
        return true;
    };
    const int left = start - 2 * unit, right = start + length + 2 * unit; // just outside
    return all(start - unit, unit, false) && all(start + length, unit, false) && all(left, unit, true) &&
           all(right - unit, unit, true) && !dark(left - 1) && !dark(right) &&
           (all(left - 4 * unit, 4 * unit, false) || all(right, 4 * unit, false));
}

template <class Dark>
int dark_run(int start, Dark dark) {
    int length = 0;
    while (dark(start + length))
        ++length;
    return length;
}

// `at(n)` is the line n modules further on: a shifted row, or another row. Bit i of it answers for a pattern that
// begins at i.
template <class At>
auto small_finders(At at) {
    const auto core = at(0) & at(2) & at(3) & at(4) & at(6) & ~(at(1) | at(5) | at(-1) | at(7));
    if (!core.any()) return core;
    return core & (~(at(-2) | at(-3) | at(-4)) | ~(at(8) | at(9) | at(10)));
}

// Where runs of six or more dark modules begin.
template <class At>
auto long_dark_runs(At at) {
    return at(0) & at(1) & at(2) & at(3) & at(4) & at(5) & ~at(-1);
}

template <int words>
int finders(const Rows<words>& rows) {
    using One = Line<words>;
    int found = 0;
    for (int row = 0; row < rows.size(); ++row) {
        const auto& line = rows[row];
        const auto along = [&](int n) -> One { return n == 0 ? line : n > 0 ? line >> n : line << -n; };
        const auto down = [&](int n) -> const One& { return rows[row + n]; };
        if (const auto small = small_finders(along); small.any()) found += small.count();
        if (const auto small = small_finders(down); small.any()) found += small.count();
        long_dark_runs(along).each([&](int column) {
            const auto dark = [&](int i) { return rows.dark(i, row); };
            found += is_large_finder(column, dark_run(column, dark), dark) ? 1 : 0;
        });
        long_dark_runs(down).each([&](int column) {
            const auto dark = [&](int i) { return rows.dark(column, i); };
            found += is_large_finder(row, dark_run(row, dark), dark) ? 1 : 0;
        });
    }
    return found;
}

template <int words>
Penalties count(const ModuleBits& modules, int size) {
    using One = Line<words>;
    const Rows<words> rows(modules, size);
    const auto all = One::first(size), all_but_last = One::first(size - 1);
    Rows<words> same_below({}, 0); // as the module below it
    for (int row = 0; row + 1 < size; ++row)
        same_below[row] = ~(rows[row] ^ rows[row + 1]) & all;
    // Five alike, along and down. A run of n holds n - 4 such fives and is worth n - 2.
    int fives = 0, runs = 0, blocks = 0, dark = 0;
    One same_along_above, five_above;
    for (int row = 0; row < size; ++row) {
        const auto& line = rows[row];
        dark += line.count();
        const auto same_along = ~(line ^ line >> 1) & all_but_last;
        const auto three_along = same_along & same_along >> 1;
        const auto five_along = three_along & three_along >> 2;
        const auto five_down = same_below[row] & same_below[row + 1] & same_below[row + 2] & same_below[row + 3];
        fives += five_along.count() + five_down.count();
        runs += (five_along & ~(five_along << 1)).count() + (five_down & ~five_above).count();
        blocks += (same_along & same_along_above & same_below[row - 1]).count();
        same_along_above = same_along;
        five_above = five_down;
    }
    const int percent = (200 * dark + size * size) / (size * size) / 2;
    return {fives + (run_points - 1) * runs,
            blocks * block_points,
            finders(rows) * finder_points,
            std::abs(percent - 50) / 5 * balance_points};
}

} // namespace

Penalties penalties(const ModuleBits& modules, int size) {
    switch (row_words(size)) {
    case 1: return count<1>(modules, size);
    case 2: return count<2>(modules, size);
    default: return count<3>(modules, size);
    }
}

} // namespace temsao::symbol
