#pragma once
// The studio's preview of a label while its options are chosen: one label as SVG, with preflight's findings. No serial
// is drawn and nothing is stored.
#include "job/job.h"

namespace temsao::press {

// Options of `label` for one product: product, template, lot, made, expires, date, dpi, host. JSON {"svg", "size":
// [w, h] mm, "findings": [{…, "box": [x, y, w, h]}]}. Errors: those of `label`.
Result<job::Json> preview_label(const job::Request& request, const job::Surroundings& around);

} // namespace temsao::press
