// TSPL. The manual has no compressed picture; so only the boxes that hold ink are sent.
#include "render/printer_commands.h"

namespace temsao::render {
std::string tspl_commands(const Bitmap& bitmap, const SizeMm& size, int copies, const PrinterSettings& settings) {
    std::string text = "SIZE " + short_millimetres(size.width) + " mm," + short_millimetres(size.height) + " mm\r\n";
    text += "GAP " + short_millimetres(settings.gap) + " mm,0 mm\r\n";
    if (settings.speed) text += "SPEED " + std::to_string(*settings.speed) + "\r\n";
    if (settings.darkness) text += "DENSITY " + std::to_string(*settings.darkness) + "\r\n";
    text += "DIRECTION 0,0\r\nREFERENCE 0,0\r\nCLS\r\n"; // what an earlier job may have left behind
    for (const auto& box : ink_boxes(bitmap)) {
        text += "BITMAP " + std::to_string(box.first_byte * 8) + "," + std::to_string(box.first_row) + "," +
                std::to_string(box.bytes) + "," + std::to_string(box.rows) + ",0,";
        for (int y = box.first_row; y < box.first_row + box.rows; ++y)
            for (int x = box.first_byte; x < box.first_byte + box.bytes; ++x)
                text += static_cast<char>(~bitmap.row(y)[x]); // 0 prints
        text += "\r\n";
    }
    return text + "PRINT 1," + std::to_string(copies) + "\r\n";
}

} // namespace temsao::render
