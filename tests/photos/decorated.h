#pragma once
// Photos of decorated codes, as designers and generators on the web make them: round or dotted modules, round eyes, in
// colour, with a logo in the middle, light on dark. Everything follows from one number.
#include "photo/photo.h"

#include <string>

namespace temsao::photos {

struct Decorated {
    std::string text;
    std::string looks; // what is unusual about it, in words
    photo::Photo photo;
};

Decorated decorated_code(std::uint64_t number);

} // namespace temsao::photos
