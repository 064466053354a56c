// What a person may read from src/symbol; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"symbol.empty", "Mã không có nội dung; hãy nêu mã truy vết.", "The QR code would be empty; give a trace code."},
    {"symbol.not_ean",
     "“{0}” không phải số mã vạch EAN-13 hay EAN-8: cần 13 hoặc 8 chữ số, chữ số cuối là số kiểm tra đúng.",
     "An EAN-13 or EAN-8 has 13 or 8 digits and ends in the right check digit; “{0}” does not."},
    {"symbol.not_elements",
     "“{0}” không ghi được vào mã DataMatrix của GS1; hãy xem lại số lô và số sê-ri.",
     "“{0}” cannot be written into a GS1 DataMatrix; look at the lot and the serial."},
    {"symbol.too_long",
     "Nội dung {0} byte quá dài cho mã QR mức {1}; hãy rút ngắn.",
     "{0} bytes are too long for a QR code at level {1}; shorten the text."},
};

} // namespace

extern constinit const Table symbol{rows};

} // namespace temsao::sentences
