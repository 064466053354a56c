#pragma once
// photo + reading -> the words printed around a symbol, read by tesseract's program in a separate process with limits.
// An optional step: it takes a second or two per label, and its result may raise questions, never accusations.
#include "base/result.h"
#include "photo/photo.h"
#include "photo/reading.h"

namespace temsao::scan {

// Error ocr.no_tesseract (Cause::io) when the program or its Vietnamese is not installed.
Outcome find_print_reader();

// Words within some symbol widths of `reading`, straightened by its surface, in the order of reading; none when the
// surface cannot be determined, or when the program fails. Any thread.
std::vector<photo::PrintedWord> read_print(const photo::Photo& photo, const photo::Reading& reading);

} // namespace temsao::scan
