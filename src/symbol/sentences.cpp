// What a person may read from src/symbol; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"symbol.empty", "Mã không có nội dung; hãy nêu mã truy vết.", "The QR code would be empty; give a trace code."},
    {"symbol.too_long",
     "Nội dung {0} byte quá dài cho mã QR mức {1}; hãy rút ngắn.",
     "{0} bytes are too long for a QR code at level {1}; shorten the text."},
};

} // namespace

extern constinit const Table symbol{rows};

} // namespace temsao::sentences
