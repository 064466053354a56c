#include "symbol/layout.h"

#include <algorithm>
#include <cstdlib>
#include <mutex>

namespace temsao::symbol {
namespace {

constexpr int versions = 40, first_with_version_information = 7;
constexpr int finder = 7, format_edge = 8; // row and column 8 hold the format information

// Condition of ISO/IEC 18004:2015 table 10: row i, column j.
bool flips(int mask, int i, int j) {
    switch (mask) {
    case 0: return (i + j) % 2 == 0;
    case 1: return i % 2 == 0;
    case 2: return j % 3 == 0;
    case 3: return (i + j) % 3 == 0;
    case 4: return (i / 2 + j / 3) % 2 == 0;
    case 5: return i * j % 2 + i * j % 3 == 0;
    case 6: return (i * j % 2 + i * j % 3) % 2 == 0;
    default: return ((i + j) % 2 + i * j % 3) % 2 == 0;
    }
}

// Rows and columns of the alignment patterns' centres. The table of annex E is this rule: 6 first, the last one 6 from
// the end, the others evenly back from there by an even step.
std::vector<int> alignment_centres(int version) {
    if (version == 1) return {};
    const int count = version / 7 + 2, size = 17 + 4 * version;
    const int gaps = count - 1, length = size - 13;
    const int step = version == 32 ? 26 : (length + 2 * gaps - 1) / (2 * gaps) * 2; // 32 is the table's exception
    std::vector<int> centres{6};
    for (int i = 1; i < count; ++i)
        centres.push_back(size - 7 - step * (gaps - i));
    return centres;
}

class Builder {
public:
    explicit Builder(int version) : version_(version), size_(17 + 4 * version) {
        made_.size = size_;
        const auto words = static_cast<std::size_t>(size_ * row_words(size_));
        made_.patterns.resize(words);
        taken_.resize(words);
        for (auto& mask : made_.masks)
            mask.resize(words);
    }

    Layout build() {
        draw_timing();
        draw_finders();
        draw_alignment();
        place_format();
        draw_version();
        place_codewords();
        return std::move(made_);
    }

private:
    std::uint32_t place(int column, int row) const {
        return static_cast<std::uint32_t>(row * row_words(size_) * word_bits + column);
    }

    bool is_taken(int column, int row) const {
        const auto at = place(column, row);
        return (taken_[at / word_bits] >> at % word_bits & 1) != 0;
    }

    void put(int column, int row, bool dark) {
        const auto at = place(column, row);
        const auto bit = std::uint64_t{1} << at % word_bits;
        taken_[at / word_bits] |= bit;
        auto& word = made_.patterns[at / word_bits];
        word = dark ? word | bit : word & ~bit;
    }

    void draw_timing() {
        for (int i = 0; i < size_; ++i) {
            put(i, 6, i % 2 == 0);
            put(6, i, i % 2 == 0);
        }
    }

    // With the light separators.
    void draw_finders() {
        for (const auto& [left, top] : {std::pair{0, 0}, {size_ - finder, 0}, {0, size_ - finder}})
            for (int row = top - 1; row <= top + finder; ++row)
                for (int column = left - 1; column <= left + finder; ++column) {
                    if (column < 0 || row < 0 || column >= size_ || row >= size_) continue;
                    const int ring = std::max(std::abs(column - left - 3), std::abs(row - top - 3));
                    put(column, row, ring != 2 && ring != 4);
                }
    }

    void draw_alignment() {
        const auto centres = alignment_centres(version_);
        for (const int y : centres)
            for (const int x : centres) {
                const bool at_finder = (x == 6 && y == 6) || (x == 6 && y == size_ - 7) || (x == size_ - 7 && y == 6);
                if (at_finder) continue;
                for (int row = y - 2; row <= y + 2; ++row)
                    for (int column = x - 2; column <= x + 2; ++column)
                        put(column, row, std::max(std::abs(column - x), std::abs(row - y)) != 1);
            }
    }

    // Figure 25: once about the top left finder, once beside the other two.
    void place_format() {
        for (int bit = 0; bit < 15; ++bit) {
            const int about = bit < 6 ? bit : bit < 8 ? bit + 1 : 14 - bit; // steps over the timing pattern
            const std::pair<int, int> first = bit < 8    ? std::pair{format_edge, about}
                                              : bit == 8 ? std::pair{7, format_edge}
                                                         : std::pair{about, format_edge};
            const auto second =
                bit < 8 ? std::pair{size_ - 1 - bit, format_edge} : std::pair{format_edge, size_ - 15 + bit};
            auto& both = made_.format[static_cast<std::size_t>(bit)];
            both = {place(first.first, first.second), place(second.first, second.second)};
            put(first.first, first.second, false);
            put(second.first, second.second, false);
        }
        put(format_edge, size_ - 8, true);
    }

    // 18 bits of a Golay code (7.10).
    void draw_version() {
        if (version_ < first_with_version_information) return;
        int rest = version_ << 12;
        for (int bit = 17; bit >= 12; --bit)
            if (rest >> bit & 1) rest ^= 0x1F25 << (bit - 12);
        const int bits = version_ << 12 | rest;
        for (int bit = 0; bit < 18; ++bit) {
            const bool dark = (bits >> bit & 1) != 0;
            put(size_ - 11 + bit % 3, bit / 3, dark);
            put(bit / 3, size_ - 11 + bit % 3, dark);
        }
    }

    // 7.7.3: up and down in columns two wide, from the right, past the timing pattern.
    void place_codewords() {
        bool up = true;
        for (int right = size_ - 1; right > 0; right -= 2, up = !up) {
            if (right == 6) --right;
            for (int i = 0; i < size_; ++i) {
                const int row = up ? size_ - 1 - i : i;
                for (const int column : {right, right - 1}) {
                    if (is_taken(column, row)) continue;
                    const auto at = place(column, row);
                    made_.codewords.push_back(at);
                    for (int mask = 0; mask < mask_count; ++mask)
                        if (flips(mask, row, column)) flip(made_.masks[static_cast<std::size_t>(mask)], at);
                }
            }
        }
    }

    int version_, size_;
    Layout made_;
    ModuleBits taken_;
};

} // namespace

const Layout& layout_of(int version) {
    struct Kept {
        std::once_flag once;
        Layout layout;
    };

    static std::array<Kept, versions> kept;
    auto& mine = kept[static_cast<std::size_t>(version - 1)];
    std::call_once(mine.once, [&] { mine.layout = Builder(version).build(); });
    return mine.layout;
}

} // namespace temsao::symbol
