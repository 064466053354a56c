#pragma once
// Inside `render` only: a face and the glyphs drawn with it -> the subset that a PDF embeds. Only this file uses
// hb-subset.
#include "render/font_library.h"

namespace temsao::render {

struct EmbeddedFont {
    std::string name;                           // "ABCDEF+BeVietnamPro-Bold": six letters for this choice of glyphs
    std::string file;                           // TrueType; unused glyphs are empty, glyph numbers are kept
    std::string descriptor, widths, to_unicode; // in PDF form
};

// Error render.failed {"HarfBuzz"} (Cause::io).
Result<EmbeddedFont> embed(const Face& face, const std::vector<bool>& used);

} // namespace temsao::render
