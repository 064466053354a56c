#include "label/font_measure.h"

#include <algorithm>

namespace temsao::label {

std::optional<Typeface> find_typeface(std::string_view name) {
    for (const auto& [typeface, its_name] : typeface_names)
        if (its_name == name) return typeface;
    return {};
}

std::string_view name(Typeface typeface) {
    const auto found = std::find_if(
        typeface_names.begin(), typeface_names.end(), [&](const auto& one) { return one.first == typeface; });
    ENSURE(found != typeface_names.end());
    return found->second;
}

} // namespace temsao::label
