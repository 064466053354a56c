#pragma once
// page -> the commands of a label printer: ZPL II (Zebra and compatible printers) or TSPL (TSC, Xprinter). The page,
// with the code, is sent as dots, so that every module is whole dots and the printer's own fonts and code generator are
// not used; only commands that all models know are sent. The same page gives the same bytes.
//
// Sources: Zebra, ZPL II Programming Guide (volume one, 45541L-002: ^GF, ^PW, ^LL, ^MN, ^PQ, ^PR, ~SD, and the
// alternative data compression scheme of ~DG) [F]; TSC, TSPL/TSPL2 Programming Manual (SIZE, GAP, SPEED, DENSITY,
// DIRECTION, REFERENCE, CLS, BITMAP, PRINT) [M: a dot of 0 prints, as its figure for BITMAP shows]. Pure; any thread.
#include "render/bitmap.h"

#include <optional>

namespace temsao::render {

enum class PrinterLanguage { zpl, tspl };

struct SettingRange {
    int least, most;
};

// The range of the printer's own menu: ZPL 0..30, TSPL 0..15.
SettingRange darkness_range(PrinterLanguage language);

inline constexpr SettingRange speed_range{1, 14}; // inches per second; a printer uses the nearest speed it has
inline constexpr Mm widest_gap{25.4};

struct PrinterSettings {
    Mm gap{2};                          // between two labels of the roll, 0..widest_gap; 0: a roll without gaps
    std::optional<int> darkness, speed; // when absent, the printer's own setting
};

// One page, printed `copies` times (1 or more, ENSURE); settings lie in their ranges (ENSURE).
// Errors (Cause::refused): printer.resolution {dpi} unless it is 203, 300 or 600; printer.too_long {mm, most mm}; and
// those of draw_bitmap.
Result<std::string> write_for_printer(PrinterLanguage language,
                                      const page::Page& page,
                                      int copies,
                                      Resolution resolution,
                                      const PrinterSettings& settings,
                                      const FontBook& fonts);

} // namespace temsao::render
