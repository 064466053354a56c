#pragma once
// Places of a photo that look like the bars of a bar code: edges that all run one way. Looked for once in a photo, so
// that labels without a bar code cost nothing more. Pure; any thread.
#include "photo/photo.h"
#include "photo/reading.h"

#include <vector>

namespace temsao::scan {

class BarPlaces {
public:
    explicit BarPlaces(const photo::Photo& photo);

    // Those within so many pixels of a place: middles of squares of 48 pixels.
    std::vector<photo::Point> within(photo::Point place, double pixels) const;

private:
    std::vector<photo::Point> places_;
};

} // namespace temsao::scan
