#pragma once
// pages -> files. The same pages give the same bytes. Each gives the whole file's bytes; the caller puts them in place.
// Error render.failed {why} (Cause::io) when Cairo or libpng gives up, render.too_large {pixels} over 200 megapixels.
#include "base/date.h"
#include "page/page.h"
#include "render/font_book.h"

namespace temsao::render {

struct DocumentFacts {
    std::string title;
    Date created; // handed in: no clock here
};

// One PDF, fonts embedded, text selectable, true size.
Result<std::string> write_pdf(const std::vector<page::Page>& pages, const DocumentFacts& facts, const FontBook& fonts);

// One picture, a pixel for each dot; modules on whole pixels. 1 bit, grey or colour as the content needs; the
// resolution stands in the file.
Result<std::string> write_png(const page::Page& page, Resolution resolution, const FontBook& fonts);

// One SVG in millimetres. Text becomes outlines, so that it looks the same without our fonts.
Result<std::string> write_svg(const page::Page& page, const FontBook& fonts);

} // namespace temsao::render
