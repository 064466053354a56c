#include "label/brand.h"

#include "label/svg_values.h"

#include <cmath>

namespace temsao::label {

std::optional<Ink> read_brand_ink(std::string_view text) {
    constexpr double step = 5;
    const auto ink = to_four_inks(text);
    if (!ink || ink->c + ink->m + ink->y + ink->k > most_brand_ink) return {};
    for (const double part : {ink->c, ink->m, ink->y, ink->k})
        if (std::fmod(part, step) != 0) return {};
    return ink;
}

} // namespace temsao::label
