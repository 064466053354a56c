#pragma once
// A QR symbol as a matrix of modules, decoded by ISO/IEC 18004: the role of each module, its codeword, and the matrix
// without its errors. For the grade, which compares the print with the intended symbol, and for readings that we
// sampled ourselves.
//
// qr_matrix.cpp uses the inner headers of ZXing-C++ 3.1.1 (pinned) for the version tables, the order of codewords and
// Reed-Solomon; what is fixed in a symbol is scan/qr_patterns.h. Model 2 only. Pure; any thread.
#include "scan/qr_patterns.h"

#include <optional>
#include <string>
#include <vector>

namespace temsao::scan {

struct Matrix {
    int size = 0;                   // modules on a side, 21..177
    std::vector<std::uint8_t> dark; // row by row, 1 is dark

    bool at(int column, int row) const { return dark[index(column, row)] != 0; }

    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column);
    }
};

struct Block { // of Reed-Solomon
    std::vector<int> codewords;
    int ec_codewords = 0; // of them
    int wrong = 0;        // codewords that were corrected
};

struct Taken {
    int version = 0, mask = 0; // 1..40, 0..7
    std::string ec_level;
    bool mirrored = false;     // `meant` and the rest lie as the matrix does, mirrored too
    Matrix meant;              // as the maker meant it
    std::vector<Part> parts;   // of each module
    std::vector<int> codeword; // of each module; -1 outside the codewords
    std::vector<Block> blocks;
    std::array<int, 2> format_wrong{};  // wrong modules in either copy of the format information
    std::array<int, 2> version_wrong{}; // and of the version information; 0 below version 7

    double unused_error_correction() const; // 0..1 of the worst block, as ZXing counts it
};

// Empty when the format information or a block cannot be corrected, or the size is not that of a QR symbol. `sure`, if
// given, is the certainty of each module's colour, in any unit. A block with too many errors is then tried with its
// least certain codewords as erasures, which cost half as much; two codewords of its error correction always stay
// unused, so that a wrong block passes by chance once in a hundred million.
std::optional<Taken> take_apart(const Matrix& seen, const std::vector<float>& sure = {});

// The same symbol as it was seen elsewhere, in a matrix of the same size: what is wrong is counted in `seen`.
Taken counted_in(const Matrix& seen, Taken taken);

} // namespace temsao::scan
