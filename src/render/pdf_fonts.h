#pragma once
// Inside `render` only: a face and the glyphs drawn with it -> what a PDF embeds. The one user of hb-subset.
#include "render/font_library.h"

namespace temsao::render {

struct EmbeddedFont {
    std::string name;                           // "ABCDEF+BeVietnamPro-Bold": six letters for this choice of glyphs
    std::string file;                           // TrueType, other glyphs empty, numbers kept
    std::string descriptor, widths, to_unicode; // as a PDF spells them
};

// Error render.failed {"HarfBuzz"} (Cause::io).
Result<EmbeddedFont> embed(const Face& face, const std::vector<bool>& used);

} // namespace temsao::render
