#pragma once
// Inside `press`: a picture of a label with preflight's findings: each remark is numbered in its box and explained
// beside it.
#include "press/label_check.h"

namespace temsao::press {

// PNG at 300 dpi, the label in true size. Red boxes refuse, amber ones warn; a remark on something missing has a number
// but no box. Errors of render::write_png.
Result<std::string> draw_preview(const std::shared_ptr<const label::Drawing>& drawing,
                                 const PreflightedLabel& checked,
                                 const render::FontBook& fonts,
                                 Lang lang);

} // namespace temsao::press
