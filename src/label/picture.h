#pragma once
// Picture: a decoded <image> of a template. `label` knows no file formats: the loader of a template hands in a function
// that finds pictures (template.h), which also limits their place and size. Values; any thread.
#include "base/result.h"
#include "base/units.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace temsao::label {

inline constexpr int most_pictures_of_template = 8;

// Row by row from the top, 8 bits a sample.
struct Picture {
    int width = 0, height = 0;
    int samples = 1;                 // 1: grey; 3: red, green, blue (sRGB)
    std::vector<std::uint8_t> bytes; // width * height * samples
    // How much of the picture covers what lies below it, 255 all; width * height, empty when all of it does.
    std::vector<std::uint8_t> alpha = {};
    std::string id; // hash of the content, 16 hexadecimal digits: pictures with the same id are the same
};

// The picture's box, as large as the room allows. `across` and `down` place it: 0 at the left or
// upper edge, 0.5 in the middle, 1 at the right or lower edge.
BoxMm fitted(const Picture& picture, const BoxMm& room, double across = 0.5, double down = 0.5);

// By the <image>'s href. Errors: template.picture_… with the href first among their facts; parse_template puts the
// template's name and line:column before them.
using PictureLoader = std::function<Result<std::shared_ptr<const Picture>>(const std::string& href)>;

} // namespace temsao::label
