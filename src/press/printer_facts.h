#pragma once
// The printers, and the test sheet of a sticker paper, as the server hands them out. Any thread; files are read whole.
#include "job/job.h"

namespace temsao::press {

// [{"name", "dpi", "right_mm", "down_mm", "across_scale", "down_scale", "turn_degrees"}]
Result<job::Json> printers(const job::Surroundings& around);

// {"paper_mm": [w, h], "nominal_mm": [a, b, c, d, e]} of the test sheet on a stock's paper. Error stock.unknown.
Result<job::Json> test_sheet(const std::string& stock, const job::Surroundings& around);

} // namespace temsao::press
