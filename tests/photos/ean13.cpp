#include "photos/ean13.h"

#include "base/check.h"

#include <algorithm>

namespace temsao::photos {
namespace {

constexpr double module_mm = 0.33, height_mm = 14, margin_mm = 45, quiet_modules = 11;

// ISO/IEC 15420, 4.2: guards, six digits on the left in set A or B as the first digit says, six on the right in C.
std::string modules_of(const std::string& digits) {
    constexpr const char* set_a[] = {
        "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"};
    constexpr const char* sets[] = {
        "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"};
    const auto inverted = [](std::string bars) {
        for (auto& bar : bars)
            bar = bar == '0' ? '1' : '0';
        return bars;
    };
    std::string modules = "101";
    for (std::size_t i = 1; i < 13; ++i) {
        std::string bars = set_a[digits[i] - '0'];
        if (i == 7) modules += "01010";
        if (i >= 7 || sets[digits[0] - '0'][i - 1] == 'B') bars = inverted(bars);
        if (i < 7 && sets[digits[0] - '0'][i - 1] == 'B') std::reverse(bars.begin(), bars.end());
        modules += bars;
    }
    return modules + "101";
}

} // namespace

Print with_ean13(const Print& print, const std::string& digits, bool turned) {
    ENSURE(digits.size() == 13);
    const auto modules = modules_of(digits);
    const auto dots = [&](double mm) { return static_cast<int>(mm * print.dots_per_mm + 0.5); };
    Print wider = print;
    const int tall = std::max(print.picture.height, dots(print.symbol_y + margin_mm));
    wider.picture = blank(print.picture.width + dots(margin_mm), tall, 255);
    for (int y = 0; y < print.picture.height; ++y)
        std::copy_n(print.picture.at(0, y), 3 * print.picture.width, wider.picture.at(0, y));
    const double left = print.picture.width / print.dots_per_mm + quiet_modules * module_mm, top = print.symbol_y;
    for (std::size_t i = 0; i < modules.size(); ++i) {
        if (modules[i] == '0') continue;
        const double from = static_cast<double>(i) * module_mm;
        for (int along = dots(from); along < dots(from + module_mm); ++along)
            for (int down = 0; down < dots(height_mm); ++down) {
                const int x = dots(left) + (turned ? down : along), y = dots(top) + (turned ? along : down);
                if (y < tall) std::fill_n(wider.picture.at(x, y), 3, std::uint8_t{20});
            }
    }
    return wider;
}

} // namespace temsao::photos
