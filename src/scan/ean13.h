#pragma once
// photo + reading -> the EAN-13 that stands on the same label as a QR code. No exceptions; any thread.
#include "scan/photo.h"
#include "scan/reading.h"

namespace temsao::scan {

// Looked for around `of`, within three symbol widths, on its own surface. It belongs to `of` when its bars stand along
// or across the symbol, `of` is clearly the nearest of `all` symbols of the photo, and no second EAN-13 says otherwise;
// in doubt nothing. `symbols`: how many are asked about in this photo, which share the work that one may cost.
std::optional<Ean13>
ean13_beside(const Photo& photo, const Reading& of, const std::vector<Reading>& all, std::size_t symbols);

// For photos without any QR code: those that stand alone, each once, kind "EAN-13". Very sure ones only.
std::vector<Reading> ean13_alone(const Photo& photo);

} // namespace temsao::scan
