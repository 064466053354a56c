#pragma once
// photo + reading -> the EAN-13 that stands on the same label as a QR code. No exceptions; any thread.
#include "photo/photo.h"
#include "photo/reading.h"

namespace temsao::scan {

// Looked for around `of`, within three symbol widths, on its own surface. It belongs to `of` when its bars stand along
// or across the symbol, `of` is clearly the nearest of `all` symbols of the photo, and no second EAN-13 says otherwise;
// in doubt nothing. `symbols`: how many are asked about in this photo, which share the work that one may cost.
std::optional<photo::Ean13> ean13_beside(const photo::Photo& photo,
                                         const photo::Reading& of,
                                         const std::vector<photo::Reading>& all,
                                         std::size_t symbols);

// For photos without any QR code: those that stand alone, each once, kind "EAN-13". Very sure ones only.
std::vector<photo::Reading> ean13_alone(const photo::Photo& photo);

} // namespace temsao::scan
