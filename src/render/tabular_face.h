#pragma once
// Inside `render` only: a TrueType face with figures of one width, made of a face that has none, so that dates stand in
// columns and a PDF's reader still finds each date whole: between the figures there is no gap that a reader could take
// for a blank.
#include "render/font_library.h"

namespace temsao::render {

// The same face; each of its ten digits is moved into the middle of a cell of their mean width (OpenType 1.9: glyf,
// loca, hmtx). Null when the face has no simple TrueType outlines for them.
std::unique_ptr<hb_face_t, FreeFont> with_tabular_figures(hb_face_t* face);

} // namespace temsao::render
