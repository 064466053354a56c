// What a person may read from src/scan; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"ocr.no_tesseract",
     "--ocr cần chương trình tesseract và dữ liệu tiếng Việt; hãy cài gói tesseract-ocr và tesseract-ocr-vie.",
     "--ocr needs the program tesseract and its Vietnamese data; install the packages tesseract-ocr and "
     "tesseract-ocr-vie."},
};

} // namespace

extern constinit const Table scan{rows};

} // namespace temsao::sentences
