#include "base/units.h"

#include <cstdio>

namespace temsao {

std::string millimetres(Mm length, int decimals) {
    char text[48];
    std::snprintf(text, sizeof text, "%.*f", decimals, length.value);
    return text;
}

std::string short_millimetres(Mm length) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", std::round(length.value * 100) / 100);
    return text;
}

} // namespace temsao
