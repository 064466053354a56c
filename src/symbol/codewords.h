#pragma once
// Inside `symbol` only: segments -> the codewords of a symbol, data and error correction, in the order in which they
// are placed (ISO/IEC 18004:2015 7.4.10 to 7.6).
#include "symbol/segments.h"
#include "symbol/symbol.h"

#include <cstdint>

namespace temsao::symbol {

int data_codewords(int version, EcLevel level); // 9..2956

// The segments' bits must fit (ENSURE). Any thread.
std::vector<std::uint8_t> codewords(const std::vector<Segment>& segments, int version, EcLevel level);

} // namespace temsao::symbol
