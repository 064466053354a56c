#include "scan/qr_patterns.h"

#include <algorithm>
#include <cstdlib>

namespace temsao::scan {
namespace {

// With the remainder of a division by a generator polynomial: the check bits of a BCH code (annexes C and D).
std::uint32_t with_remainder(std::uint32_t value, int check_bits, std::uint32_t generator) {
    std::uint32_t rest = value << check_bits;
    for (int bit = 31; bit >= check_bits; --bit)
        if (rest >> bit & 1) rest ^= generator << (bit - check_bits);
    return value << check_bits | rest;
}

// Squares in squares around a middle; what would lie outside the symbol is left out.
void add_squares(std::vector<FixedModule>& modules, int size, Cell middle, int rings, Part outermost, Part inner) {
    for (int y = -rings; y <= rings; ++y)
        for (int x = -rings; x <= rings; ++x) {
            const Cell cell{middle.column + x, middle.row + y};
            if (cell.column < 0 || cell.row < 0 || cell.column >= size || cell.row >= size) continue;
            const int ring = std::max(std::abs(x), std::abs(y));
            const bool is_light = rings == 2 ? ring == 1 : ring == 2 || ring == 4;
            modules.push_back({cell, ring == rings ? outermost : inner, !is_light});
        }
}

} // namespace

std::vector<FixedModule> fixed_modules(int size) {
    std::vector<FixedModule> modules;
    for (int i = 8; i < size - 8; ++i) {
        modules.push_back({{i, 6}, Part::timing, i % 2 == 0});
        modules.push_back({{6, i}, Part::timing, i % 2 == 0});
    }
    for (const auto middle : {Cell{3, 3}, Cell{size - 4, 3}, Cell{3, size - 4}})
        add_squares(modules, size, middle, 4, Part::separator, Part::finder);
    const auto middles = alignment_middles(size);
    for (const int y : middles)
        for (const int x : middles) {
            const bool on_corner = (x == 6 && (y == 6 || y == middles.back())) || (x == middles.back() && y == 6);
            if (!on_corner) add_squares(modules, size, {x, y}, 2, Part::alignment, Part::alignment);
        }
    modules.push_back({{8, size - 8}, Part::format, true});
    const int version = (size - 17) / 4;
    if (version < 7) return modules;
    const auto word = version_word(version);
    for (const auto& copy : version_cells(size))
        for (std::size_t i = 0; i < copy.size(); ++i)
            modules.push_back({copy[i], Part::version, (word >> (copy.size() - 1 - i) & 1) != 0});
    return modules;
}

std::vector<int> alignment_middles(int size) {
    const int version = (size - 17) / 4;
    if (version < 2) return {};
    const int count = version / 7 + 2;
    const int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
    std::vector<int> middles(static_cast<std::size_t>(count), 6);
    for (int i = 1; i < count; ++i)
        middles[static_cast<std::size_t>(i)] = size - 7 - step * (count - 1 - i);
    return middles;
}

std::array<std::vector<Cell>, 2> format_cells(int size) {
    std::array<std::vector<Cell>, 2> copies;
    for (int i = 0; i < 15; ++i) {
        const int along = i < 6 ? i : i + 1; // the timing pattern is stepped over
        copies[0].push_back(i < 7 ? Cell{along, 8} : i == 7 ? Cell{8, 8} : Cell{8, i == 8 ? 7 : 14 - i});
        copies[1].push_back(i < 7 ? Cell{8, size - 1 - i} : Cell{size - 15 + i, 8});
    }
    return copies;
}

std::uint32_t format_word(std::uint32_t data) {
    constexpr std::uint32_t mask = 0x5412;
    return with_remainder(data, 10, 0x537) ^ mask;
}

std::array<std::vector<Cell>, 2> version_cells(int size) {
    std::array<std::vector<Cell>, 2> copies;
    for (int bit = 17; bit >= 0; --bit) {
        copies[0].push_back({size - 11 + bit % 3, bit / 3});
        copies[1].push_back({bit / 3, size - 11 + bit % 3});
    }
    return copies;
}

std::uint32_t version_word(int version) {
    return with_remainder(static_cast<std::uint32_t>(version), 12, 0x1f25);
}

} // namespace temsao::scan
