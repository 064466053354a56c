#pragma once
// Inside `bench`: the estimate of print quality on paper.
#include "bench/grade_report.h"
#include "render/font_book.h"

namespace temsao::bench {

// One A4 page for each symbol, with the map of modules as large as possible. Errors: those of render::write_pdf.
Result<std::string> grade_pdf(const GradedFile& graded, const render::FontBook& fonts, Lang lang);

} // namespace temsao::bench
