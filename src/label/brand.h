#pragma once
// Brand: how a producer shows itself on all its labels; and Paint: a colour that a template names by its role, so that
// the brand can fill it. Values; any thread.
#include "label/drawing.h"
#include "label/pattern.h"

#include <optional>

namespace temsao::label {

// A colour of the template's own, or one by its role. `main` and `second` are the brand's colours; without a brand the
// template's, without those the colour of the goods group. `goods` is the brand's main colour, else that of the goods
// group. `tint`: percent of the role's inks.
struct Paint {
    enum class Role { own, goods, main, second };

    Ink ink = {}; // own
    Role role = Role::own;
    double tint = 100;
    friend bool operator==(const Paint&, const Paint&) = default;
};

struct Brand {
    int version = 0;        // counts from 1, for each producer
    std::string name;       // "Hương Núi"; at most 40 letters, as are the next two
    std::string motto = {}; // "Ngọt lành từ rừng"
    std::string place = {}; // "Kỳ Anh · Hà Tĩnh"
    std::shared_ptr<const Picture> logo = {}, one_colour_logo = {}; // the second for printers that only know black
    std::optional<Ink> main = {}, second = {};
    std::optional<Typeface> typeface = {}; // of names
    std::shared_ptr<const Pattern> pattern = {};
};

// The name that a condition asks by for the brand's logo: data-if="logo".
inline constexpr auto brand_logo = "logo";

inline constexpr std::size_t longest_brand_text = 40; // letters
inline constexpr double most_brand_ink = 280;         // percent of all four inks of a colour together

// "0 40 100 40": percent of cyan, magenta, yellow and black, in steps of 5. Empty for another text, and for more than
// most_brand_ink together.
std::optional<Ink> read_brand_ink(std::string_view text);

} // namespace temsao::label
