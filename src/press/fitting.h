#pragma once
// Inside `press`: do all products of a run fit its template? Told of all of them at once, before anything is reserved
// or written, with the templates and papers that would do.
#include "press/materials.h"

namespace temsao::press {

// Every label is set once, with the widest serial where each has its own. Errors (Cause::refused): label.on {product,
// why and where it fits} for one, label.some_do_not_fit {how many, of how many, a line for each} for several;
// those of FontBook::open.
Outcome all_fit(const Materials& materials, const job::Surroundings& around);

} // namespace temsao::press
