#pragma once
// Picture: what an <image> of a template shows, decoded. Label knows no file formats: who loads a template hands in how
// its pictures are found (template.h), and that is where a picture's place and size are limited.
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace temsao::label {

inline constexpr int most_pictures_of_template = 8;

// Row by row from the top, 8 bits a sample, over white where the file was transparent.
struct Picture {
    int width = 0, height = 0;
    int samples = 1;                 // 1: grey; 3: red, green, blue (sRGB)
    std::vector<std::uint8_t> bytes; // width * height * samples
    std::string id;                  // of what it shows, 16 hexadecimal figures: pictures of one id are the same
};

// By the <image>'s href. Errors: template.picture_… with the href first among their facts; parse_template puts the
// template's name and line:column before them.
using PictureLoader = std::function<Result<std::shared_ptr<const Picture>>(const std::string& href)>;

} // namespace temsao::label
