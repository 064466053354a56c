#pragma once
// Inside `bench`: an estimate of print quality and its written forms; the fourth, PDF, is grade_pdf.h. It is always
// worded as an estimate.
#include "base/date.h"
#include "grade/grade.h"
#include "job/json.h"

namespace temsao::bench {

struct GradedSymbol {
    grade::Grade grade;
    std::vector<Finding> remarks;
    int page = 0;            // of a PDF, from 1
    std::string picture_png; // the symbol as scanned; only if an HTML report is asked for
};

struct GradedFile {
    std::string file;
    Date date;
    std::vector<GradedSymbol> symbols;
};

job::Json grade_json(const GradedFile& graded, Lang lang);
std::string grade_words(const GradedFile& graded, Lang lang);
std::string grade_html(const GradedFile& graded, Lang lang);

// Pieces shared by text, HTML and PDF.
std::string level_words(const grade::Grade& grade, Lang lang);         // "Tốt", "Không ước lượng"
std::string value_words(const grade::Parameter& parameter, Lang lang); // "83 %", "2"
std::string limit_words(const grade::Parameter& parameter, Lang lang); // of "usable": "≥ 40 %"; none for decoding
std::string parameter_words(const grade::Parameter& parameter, Lang lang);
std::string method_words(const grade::Grade& grade, Lang lang); // how it was computed, and in which light
std::string facts_words(const grade::Grade& grade, Lang lang);

} // namespace temsao::bench
