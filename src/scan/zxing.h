#pragma once
// Inside `scan` only: the adapter of ZXing-C++.
#include "scan/reading.h"

#include <cstdint>

namespace temsao::scan {

struct GreyView {
    const std::uint8_t* first;
    int width, height;
};

enum class Binarizer { local, global, fixed };

// All QR symbols of the view, corners in its pixels. `find_located`: candidates that were located and not decoded count
// into `located_only`.
struct Looked {
    std::vector<Reading> readings;
    int located_only = 0;
};

Looked look(const GreyView& view, Binarizer binarizer, std::string_view step);

// What each QR code of a straight, clean picture holds: no searching harder, no turning.
std::vector<std::string> look_straight(const GreyView& view);

} // namespace temsao::scan
