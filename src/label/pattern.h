#pragma once
// Pattern: a tile of plain shapes that repeats, in one colour. It is cut to the outline that it fills here, before any
// writer sees it, so that PDF, SVG, PNG and printers draw the same lines. Values; any thread.
#include "label/drawing.h"

#include <functional>
#include <memory>

namespace temsao::label {

inline constexpr int most_marks_of_pattern = 40;        // shapes of one tile
inline constexpr std::size_t most_drawn_marks = 20'000; // of one place

struct Pattern {
    struct Mark {
        Path path;
        std::optional<Mm> line = {}; // its width; none: the path is filled
        bool even_odd = false;
    };

    std::string name; // of the file, without .svg
    SizeMm tile;      // marks may reach over its edges, into the tiles beside it
    std::vector<Mark> marks;
    std::string id = {}; // hash of its file, 16 hexadecimal digits; empty where it comes from none
};

// By a pattern's name. Errors: template.pattern_missing {…, name, the names there are} (Cause::missing), where
// parse_template puts the template's name and line:column in place of …; those of a broken pattern, which name its own
// file.
using PatternLoader = std::function<Result<std::shared_ptr<const Pattern>>(const std::string& name)>;

// The pattern inside a convex outline (corners in mm, in either sense), with a tile's middle in the middle of the
// outline: one item for all fills of a kind, one for all lines of a width. Empty when it would take more than
// most_drawn_marks shapes.
std::optional<std::vector<Item>> fill_with(const Pattern& pattern, const std::vector<Corner>& outline, const Ink& ink);

} // namespace temsao::label
