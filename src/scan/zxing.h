#pragma once
// Inside `scan` only: the adapter of ZXing-C++.
#include "photo/grey_view.h"
#include "photo/reading.h"

#include <cstdint>
#include <vector>

namespace temsao::scan {

// All QR symbols of the view, corners in its pixels.
std::vector<photo::Reading> look(const photo::GreyView& view, std::string_view step);

// All EAN-13 bar codes along or across the view that at least `lines` rows of pixels agree on.
std::vector<photo::Reading> look_for_ean13(const photo::GreyView& view, int lines);

// A sampled symbol, size * size modules row by row, 1 dark: uses only the decoder part of the library. No corners.
std::optional<photo::Reading> decode_modules(const std::vector<std::uint8_t>& modules, int size);

// The text of each EAN-13, EAN-8 and GS1 DataMatrix of a straight, clean picture, each text once, the
// elements of the last as "(01)…".
std::vector<std::string> look_for_till_codes(const photo::GreyView& view);

// The text of each QR code of a straight, clean picture, without a thorough search or rotation.
std::vector<std::string> look_straight(const photo::GreyView& view);

} // namespace temsao::scan
