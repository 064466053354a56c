#pragma once
// photo + reading -> the words printed around a symbol, read by tesseract's program, run apart from us in limits. An
// optional step: it costs a second or two a label, and what it reads is a hint for questions, never for accusations.
#include "base/result.h"
#include "photo/photo.h"
#include "photo/reading.h"

namespace temsao::scan {

// Error ocr.no_tesseract (Cause::io) when the program or its Vietnamese is not installed.
Outcome find_print_reader();

// Words within some symbol widths of `reading`, straightened by its surface, in the order of reading; none when the
// surface cannot be told, or when the program gives up. Any thread.
std::vector<photo::PrintedWord> read_print(const photo::Photo& photo, const photo::Reading& reading);

} // namespace temsao::scan
