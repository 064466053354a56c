// ZPL II. Graphics as ^GFA in the hexadecimal form with repeat counts, not as :Z64:, whose checksum the guide does not
// define in full and which printers that merely speak ZPL often lack.
#include "render/printer_commands.h"

#include <algorithm>
#include <cstdio>

namespace temsao::render {
namespace {

constexpr int most_graphic_bytes = 99'999; // ^GF, parameters b and c

// G..Y repeat the next digit 1..19 times, g..z 20..400 times; several add up.
void append_run(std::string& text, char digit, int count) {
    if (count == 1) {
        text += digit;
        return;
    }
    for (; count >= 420; count -= 400)
        text += 'z';
    if (count >= 20) text += static_cast<char>('f' + count / 20);
    if (count % 20 > 0) text += static_cast<char>('F' + count % 20);
    text += digit;
}

// A row as hexadecimal digits; a white or black rest of it is one sign.
std::string packed_row(const std::uint8_t* row, int bytes) {
    std::string digits;
    for (int i = 0; i < bytes; ++i)
        for (const int nibble : {row[i] >> 4, row[i] & 15})
            digits += "0123456789ABCDEF"[nibble];
    std::string text;
    for (std::size_t i = 0; i < digits.size();) {
        const auto end = std::min(digits.find_first_not_of(digits[i], i), digits.size());
        if (end == digits.size() && (digits[i] == '0' || digits[i] == 'F')) {
            text += digits[i] == '0' ? ',' : '!';
        } else {
            append_run(text, digits[i], static_cast<int>(end - i));
        }
        i = end;
    }
    return text;
}

// Rows from..to as one graphic field; a row like the one before is a colon.
std::string graphic_field(const Bitmap& bitmap, int from, int to) {
    const auto bytes = std::to_string(bitmap.row_bytes() * (to - from));
    std::string text =
        "^FO0," + std::to_string(from) + "^GFA," + bytes + "," + bytes + "," + std::to_string(bitmap.row_bytes()) + ",";
    for (int y = from; y < to; ++y)
        text += y > from && std::equal(bitmap.row(y), bitmap.row(y) + bitmap.row_bytes(), bitmap.row(y - 1))
                    ? ":"
                    : packed_row(bitmap.row(y), bitmap.row_bytes());
    return text + "^FS\n";
}

} // namespace

std::string zpl_commands(const Bitmap& bitmap, int copies, const PrinterSettings& settings) {
    std::string text;
    if (settings.darkness) {
        char darkness[8];
        std::snprintf(darkness, sizeof darkness, "~SD%02d\n", *settings.darkness);
        text += darkness;
    }
    text += "^XA\n";
    text += settings.gap > Mm{0} ? "^MNY\n" : "^MNN\n";
    text += "^PW" + std::to_string(bitmap.width) + "^LL" + std::to_string(bitmap.height) + "\n";
    text += "^LH0,0^LS0^PON^FWN^JMA\n"; // what an earlier job may have left behind
    if (settings.speed) text += "^PR" + std::to_string(*settings.speed) + "\n";
    const int rows = std::max(1, most_graphic_bytes / bitmap.row_bytes());
    for (int from = 0; from < bitmap.height; from += rows)
        text += graphic_field(bitmap, from, std::min(bitmap.height, from + rows));
    return text + "^PQ" + std::to_string(copies) + "\n^XZ\n";
}

} // namespace temsao::render
