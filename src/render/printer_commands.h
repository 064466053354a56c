#pragma once
// Inside `render` only: the writers of the two printer languages.
#include "render/label_printer.h"

namespace temsao::render {

std::string zpl_commands(const Bitmap& bitmap, int copies, const PrinterSettings& settings);
std::string tspl_commands(const Bitmap& bitmap, const SizeMm& size, int copies, const PrinterSettings& settings);

} // namespace temsao::render
