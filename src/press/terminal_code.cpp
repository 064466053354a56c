#include "press/terminal_code.h"

#include "symbol/symbol.h"

namespace temsao::press {

Result<std::string> terminal_code(std::string_view text) {
    const auto code = TRY(symbol::encode(text, symbol::EcLevel::L));
    const int quiet = symbol::quiet_zone_modules, size = code.size();
    const auto lit = [&](int column, int row) {
        const bool inside = column >= 0 && row >= 0 && column < size && row < size;
        return !inside || !code.dark(column, row);
    };
    std::string lines;
    for (int row = -quiet; row < size + quiet; row += 2) {
        for (int column = -quiet; column < size + quiet; ++column) {
            const bool upper = lit(column, row), lower = lit(column, row + 1) && row + 1 < size + quiet;
            lines += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
        }
        lines += "\n";
    }
    return lines;
}

} // namespace temsao::press
