#pragma once
// What ISO/IEC 18004:2015 fixes in a QR symbol (model 2) of each size: the role of each module, and the places of
// format and version information. The only place with these tables; the grade, the grids and the decoder use them.
// Pure; any thread.
#include <array>
#include <cstdint>
#include <vector>

namespace temsao::scan {

enum class Part : std::uint8_t { data, finder, separator, timing, alignment, format, version };

struct Cell {
    int column, row;
};

struct FixedModule {
    Cell cell;
    Part part;
    bool dark;
};

// `size` is 21, 25 … 177 in all that follows.

// All patterns, the version information and the module that is always dark; where two overlap, the later one counts.
std::vector<FixedModule> fixed_modules(int size);

// Middles of alignment patterns along one side (annex E); empty for version 1.
std::vector<int> alignment_middles(int size);

// 7.9.1, figure 25: both copies, the highest bit first. The word for 5 bits of data, masked.
std::array<std::vector<Cell>, 2> format_cells(int size);
std::uint32_t format_word(std::uint32_t data);

// 7.10: likewise; from version 7 on.
std::array<std::vector<Cell>, 2> version_cells(int size);
std::uint32_t version_word(int version);

} // namespace temsao::scan
