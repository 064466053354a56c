#pragma once
// Inside `render` only: what a PDF says about itself, for people (Info) and for programs (XMP).
#include "render/pdf.h"

namespace temsao::render {

std::string pdf_info(const DocumentFacts& facts);
// `id`: 32 hexadecimal digits that name this document.
std::string pdf_xmp(const DocumentFacts& facts, std::string_view id);

} // namespace temsao::render
