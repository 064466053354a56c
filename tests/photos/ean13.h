#pragma once
// An EAN-13 drawn beside a made label's symbol, as producers print it while shops change over to QR codes.
#include "photos/label_photo.h"

namespace temsao::photos {

// The label with a white margin of 45 mm at its right and the bars in it, on the symbol's height, X-dimension 0.33 mm
// (100 %), digits not printed. `turned`: the bars turned by 90 degrees. 13 digits, the check digit right (ENSURE).
Print with_ean13(const Print& print, const std::string& digits, bool turned = false);

} // namespace temsao::photos
