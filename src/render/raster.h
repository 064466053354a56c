#pragma once
// Inside `render` only: pages as pixels. What the pages of a run share is drawn once and copied, and the rest is drawn
// over it; every pixel is the same as if its page had been drawn alone, item by item.
#include "render/png.h"
#include "render/write.h"

#include <span>

namespace temsao::render {

class Raster {
public:
    // Pages and fonts outlive it. One thread.
    Raster(std::span<const page::Page> pages, Resolution resolution, const FontBook& fonts, Tone tone);
    ~Raster();

    // Valid until the next call; with Tone::one_bit each pixel is black or white. Errors as write.h says.
    Result<Pixels> draw(std::size_t page);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace temsao::render
