#pragma once
// The codes of tills and stores, which stand on a label beside the trace code: bars (EAN-13 and EAN-8: ISO/IEC 15420,
// GS1 General Specifications 5.2) and GS1 DataMatrix (ISO/IEC 16022, GS1 General Specifications 5.6).
// Values; any thread.
#include "base/result.h"

#include <vector>

namespace temsao::symbol {

struct TillCode {
    enum class Kind { bars, data_matrix };

    Kind kind = Kind::bars;
    int columns = 0, rows = 0;   // in modules, without quiet zone; bars have one row
    std::vector<bool> modules{}; // row by row, true is dark

    bool dark(int column, int row) const { return modules[static_cast<std::size_t>(row * columns + column)]; }
};

// What stays white around it, in modules.
struct QuietModules {
    int left, right, above_and_below;
};

QuietModules quiet_of(const TillCode& code); // EAN-13: 11 and 7, EAN-8: 7 and 7; DataMatrix: 1 on all sides

// `digits`: 13 or 8, check digit included. Errors (Cause::data): symbol.not_ean {digits}.
Result<TillCode> encode_ean(std::string_view digits);

// `elements`: "[01]09520000010003[10]L1", each application identifier in square brackets. Always a square symbol.
// Errors (Cause::data): symbol.not_elements {elements}.
Result<TillCode> encode_data_matrix(std::string_view elements);

} // namespace temsao::symbol
