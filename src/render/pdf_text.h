#pragma once
// Inside `render` only: how a PDF writes numbers, strings and inks.
#include "label/drawing.h"

namespace temsao::render {

// Five decimals, without trailing zeros; the error of a point is at most 0.0035 mm.
void put_number(std::string& out, double number);
void put_hex16(std::string& out, unsigned value);      // 00E9
std::string pdf_text(std::string_view utf8);           // <FEFF…>, UTF-16 in hexadecimal
std::string pdf_box(const BoxMm& box, Mm page_height); // [0 0 170.07874 113.38583]
std::string pdf_name(std::string_view text);           // /PANTONE#20871#20C

} // namespace temsao::render
