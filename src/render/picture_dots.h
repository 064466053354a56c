#pragma once
// Inside `render` only: a template's picture as the dots of one output.
#include "label/picture.h"
#include "render/write.h"

namespace temsao::render {

// As many dots as asked for, each the mean of what it covers; 32 bits a dot, blue lowest, alpha highest, colours
// multiplied by it (Cairo's ARGB32). With Tone::one_bit each dot is black or white by a fixed dither pattern, the same
// every time, and hides what is below it or does not.
std::vector<std::uint32_t> picture_dots(const label::Picture& picture, int width, int height, Tone tone);

// Converts to four inks, 0..255 each: the plain complement, with the part common to all three moved to black, so that
// grey prints in black only. Grey pictures (one byte per sample) stay as they are.
std::string picture_inks(const label::Picture& picture);

Result<std::string> picture_png(const label::Picture& picture);

} // namespace temsao::render
