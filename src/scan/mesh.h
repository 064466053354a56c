#pragma once
// Inside `scan` only: a grid laid over wrinkles. From the finder patterns outward, node by node, each part of the grid
// is moved to where the modules around it are most clearly dark or light. Pure; any thread.
#include "photo/grey_view.h"
#include "scan/grid.h"

namespace temsao::scan {

// The grid should be right at the finder patterns, and within half a module from there on, part by part.
void follow_wrinkles(const photo::GreyView& image, Grid& grid);

} // namespace temsao::scan
