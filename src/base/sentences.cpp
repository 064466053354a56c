// What a person may read from src/base; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"date.not_iso",
     "“{0}” không phải là ngày; hãy viết năm-tháng-ngày, ví dụ 2026-11-24.",
     "“{0}” is not a date; write year-month-day, for example 2026-11-24."},
    {"date.form",
     "“{0}” không phải là ngày; hãy viết ngày/tháng/năm, ví dụ 24/11/2026, hoặc 2026-11-24.",
     "“{0}” is not a date; write day/month/year, for example 24/11/2026, or 2026-11-24."},
    {"rule.convention", "quy ước của Tem Sao", "a Tem Sao convention"},
    {"rule.unchecked", "chưa đối chiếu bản gốc", "not checked against the original text"},
};

} // namespace

extern constinit const Table base{rows};

} // namespace temsao::sentences
