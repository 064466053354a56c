// What a person may read from src/phone; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"phone.request",
     "Yêu cầu kiểm tra trên điện thoại không đúng dạng: cần các dòng chữ và một ngày. Hãy tải lại trang.",
     "The phone's request is malformed: it needs texts and a day. Load the page again."},
};

} // namespace

extern constinit const Table phone{rows};

} // namespace temsao::sentences
