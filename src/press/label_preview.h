#pragma once
// What the studio shows while a label is being thought of: one label as SVG, and what preflight says of it. No serial
// is drawn and nothing is written down.
#include "job/job.h"

namespace temsao::press {

// Options of `label` for one product: product, template, lot, made, expires, date, dpi, host. JSON {"svg", "size":
// [w, h] mm, "findings": [{…, "box": [x, y, w, h]}]}. Errors: those of `label`.
Result<job::Json> preview_label(const job::Request& request, const job::Surroundings& around);

} // namespace temsao::press
