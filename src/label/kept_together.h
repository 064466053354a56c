#pragma once
// Which words of a text are not to be parted at the end of a line, as a Vietnamese typesetter sets them. Two words that
// a no-break space (U+00A0) joins are one word here: that is how a producer locks words together. Pure; any thread.
#include <string_view>
#include <vector>

namespace temsao::label {

// How strongly a word holds on to the next one. Where there is no room, the weakest give way first.
enum class Tie {
    none,
    name,   // a person's name after its family name; words that are one word: "cu đơ", "gỗ gụ"
    place,  // a kind of place and its name: "xã Kỳ Phú", "tỉnh Hà Tĩnh"
    number, // a number and its unit, phone numbers, days, numbers of lots, decisions and standards
};

// The pieces of one paragraph that ties of at least `least` hold together, as parts of `paragraph`, which has no line
// feed. With `least` none each word is a piece.
std::vector<std::string_view> kept_pieces(std::string_view paragraph, Tie least);

// The tie between the last word of one line and the first word of the next one.
Tie tie_between(std::string_view line, std::string_view next);

} // namespace temsao::label
