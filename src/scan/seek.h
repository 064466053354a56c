#pragma once
// Inside `scan` only: looks for a finder pattern where one must be: glare, blur and dirt may hide its edges from rows
// and rays, and leave enough of its picture to be recognised by comparison. Pure; any thread.
#include "scan/candidate.h"
#include "scan/pyramid.h"

namespace temsao::scan {

// The pattern is looked for around `expected`, up to `reach` of its modules away. What is found is still a guess
// (Finder::is_guess), as its sides are those of `expected`. Empty when nothing there looks like a pattern.
std::optional<Finder> seek_pattern(const Pyramid& pyramid, const Finder& expected, double reach, Work& work);

// A lone pattern's neighbours, along both its sides and both ways.
std::vector<Finder> seek_neighbours(const Pyramid& pyramid, const Finder& lone, Work& work);

} // namespace temsao::scan
