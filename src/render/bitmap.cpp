#include "render/bitmap.h"

#include <algorithm>

namespace temsao::render {
namespace {

// White that is worth a cut: less would cost more in commands than it saves.
constexpr int least_white_rows = 6, least_white_bytes = 2;
constexpr int deepest_cut = 6;

struct InkedSpan {
    int first, count;
};

// The spans of 0..count-1 that have ink, white of less than `least_white` between them included.
template <class HasInk>
std::vector<InkedSpan> inked_spans(int count, int least_white, HasInk has_ink) {
    std::vector<InkedSpan> spans;
    for (int i = 0; i < count; ++i) {
        if (!has_ink(i)) continue;
        if (!spans.empty() && i - (spans.back().first + spans.back().count) < least_white)
            spans.back().count = i + 1 - spans.back().first;
        else
            spans.push_back({i, 1});
    }
    return spans;
}

// Cuts rows and columns in turn.
void cut(const Bitmap& bitmap, const ByteBox& box, int depth, std::vector<ByteBox>& boxes) {
    const auto inked = [&](int byte, int row) { return bitmap.row(box.first_row + row)[box.first_byte + byte] != 0; };
    std::vector<ByteBox> parts;
    for (const auto& rows : inked_spans(box.rows, least_white_rows, [&](int row) {
             const auto* first = bitmap.row(box.first_row + row) + box.first_byte;
             return std::any_of(first, first + box.bytes, [](auto byte) { return byte != 0; });
         }))
        for (const auto& bytes : inked_spans(box.bytes, least_white_bytes, [&](int byte) {
                 for (int row = rows.first; row < rows.first + rows.count; ++row)
                     if (inked(byte, row)) return true;
                 return false;
             }))
            parts.push_back({box.first_byte + bytes.first, box.first_row + rows.first, bytes.count, rows.count});
    if (depth == deepest_cut || (parts.size() == 1 && parts.front() == box)) {
        boxes.insert(boxes.end(), parts.begin(), parts.end());
        return;
    }
    for (const auto& part : parts)
        cut(bitmap, part, depth + 1, boxes);
}

} // namespace

std::vector<ByteBox> ink_boxes(const Bitmap& bitmap) {
    std::vector<ByteBox> boxes;
    cut(bitmap, {0, 0, bitmap.row_bytes(), bitmap.height}, 0, boxes);
    return boxes;
}

} // namespace temsao::render
