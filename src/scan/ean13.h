#pragma once
// photo + reading -> the EAN-13 on the same label as a QR code. No exceptions; any thread.
#include "photo/photo.h"
#include "photo/reading.h"
#include "scan/bars.h"

namespace temsao::scan {

// Searches around `of`, within three symbol widths, on its own surface. A code belongs to `of` when its bars run along
// or across the symbol, `of` is clearly the nearest of `all` symbols of the photo, and no second EAN-13 contradicts it;
// empty in doubt. `bars` are those of the photo. `symbols`: for how many symbols of this photo this is called; they
// share the work allowed for one photo.
std::optional<photo::Ean13> ean13_beside(const photo::Photo& photo,
                                         const photo::Reading& of,
                                         const std::vector<photo::Reading>& all,
                                         const BarPlaces& bars,
                                         std::size_t symbols);

// For photos without any QR code: the EAN-13 codes in it, each once, kind "EAN-13". Only very sure ones.
std::vector<photo::Reading> ean13_alone(const photo::Photo& photo);

} // namespace temsao::scan
