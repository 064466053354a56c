#pragma once
// FontMeasure: how `label` measures text without depending on `render`. The caller hands in render's FontBook.
// One thread at a time, as FontBook.
#include "base/result.h"
#include "base/units.h"
#include "label/path.h"

#include <array>
#include <optional>

namespace temsao::label {

enum class Weight { regular = 400, medium = 500, semibold = 600, bold = 700 };

// Our fonts, see fonts/README.md. `text` has four weights and sets everything that has to be read; the others have one
// and set names. `phudu` has capitals only.
enum class Typeface { text, lora, lora_italic, playfair, yeseva, bricolage, phudu, oswald, alegreya };

inline constexpr std::array<std::pair<Typeface, std::string_view>, 9> typeface_names = {
    {{Typeface::text, "text"},
     {Typeface::lora, "lora"},
     {Typeface::lora_italic, "lora-italic"},
     {Typeface::playfair, "playfair"},
     {Typeface::yeseva, "yeseva"},
     {Typeface::bricolage, "bricolage"},
     {Typeface::phudu, "phudu"},
     {Typeface::oswald, "oswald"},
     {Typeface::alegreya, "alegreya"}}};

std::optional<Typeface> find_typeface(std::string_view name); // "lora-italic"
std::string_view name(Typeface typeface);

struct TextStyle {
    Weight weight = Weight::regular;
    double size_pt = 6.5;
    double line_height = 1.35;    // times the size
    double letter_spacing_em = 0; // added after each character
    bool tabular = false;         // all digits equally wide, for dates in columns
    Typeface typeface = Typeface::text;
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// One line of text as set: the box of its ink, relative to the start of its baseline.
struct LineMeasure {
    Mm advance;           // to the next character
    Mm ink_left, ink_top; // ink_top is negative above the baseline
    Mm ink_right, ink_bottom;
};

class FontMeasure {
public:
    virtual ~FontMeasure() = default;
    virtual LineMeasure measure(std::string_view line, const TextStyle& style) const = 0;
    // The outlines of its letters, filled by the non-zero rule, from the start of its baseline.
    virtual Path outline(std::string_view line, const TextStyle& style) const = 0;
    virtual Mm x_height(const TextStyle& style) const = 0;
    virtual Mm cap_height(const TextStyle& style) const = 0;
    // The characters that the style's font cannot draw, each once; empty when there are none.
    virtual std::vector<std::string> missing_glyphs(std::string_view text, const TextStyle& style) const = 0;
};

} // namespace temsao::label
