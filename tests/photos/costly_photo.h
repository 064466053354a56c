#pragma once
// Photos of 12 megapixels that are made to cost much to read: always the same ones.
#include "photo/photo.h"

#include <string>
#include <vector>

namespace temsao::photos {

struct DearPhoto {
    std::string name;
    photo::Photo (*make)();
};

const std::vector<DearPhoto>& costly_photos();

} // namespace temsao::photos
