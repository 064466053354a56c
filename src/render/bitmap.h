#pragma once
// Bitmap: the dots of a page that a printer prints or leaves white, as label printers get them. Values; any thread.
#include "page/page.h"
#include "render/font_book.h"

#include <cstdint>

namespace temsao::render {

// Row by row, eight dots a byte, the leftmost in the highest bit; 1 is printed. Bits beyond the width are 0.
struct Bitmap {
    int width = 0, height = 0;
    std::vector<std::uint8_t> bytes;

    int row_bytes() const { return (width + 7) / 8; }

    const std::uint8_t* row(int y) const { return bytes.data() + static_cast<std::size_t>(y) * row_bytes(); }
};

// The page as write_png draws it with Tone::one_bit. Errors as there.
Result<Bitmap> draw_bitmap(const page::Page& page, Resolution resolution, const FontBook& fonts);

// A part of a bitmap: whole bytes across, rows down.
struct ByteBox {
    int first_byte = 0, first_row = 0, bytes = 0, rows = 0;
    friend bool operator==(const ByteBox&, const ByteBox&) = default;
};

// Boxes that do not overlap and cover every printed dot; they are split where the white between them is wide enough to
// be worth another command. Empty for a white page.
std::vector<ByteBox> ink_boxes(const Bitmap& bitmap);

} // namespace temsao::render
