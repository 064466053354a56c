#pragma once
// Made photos of our labels as shops give them: one kind of trouble each, from mild to as bad as a person could still
// call whole, and shelves. Everything follows from one number.
#include "photos/harm.h"

#include <string_view>

namespace temsao::photos {

enum class Trouble { finger, tape, wrinkles, motion, defocus, glare, moire, signed_code, shelf };

inline constexpr std::array trouble_words = {
    "finger", "tape", "wrinkles", "motion", "defocus", "glare", "moire", "signed", "shelf"};

struct ShopPhoto {
    std::string jpeg;
    double amount = 0; // of the trouble: modules, or a share of the symbol's area; of labels for a shelf
    std::vector<std::string> payloads;
    int stars = 0; // solid, on each label
};

ShopPhoto shop_photo(std::uint64_t number, Trouble trouble, const render::FontBook& fonts);

} // namespace temsao::photos
