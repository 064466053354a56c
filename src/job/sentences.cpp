// What a person may read from src/job; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"json.bytes",
     "Nội dung JSON dài hơn {0} byte; hãy chia nhỏ.",
     "The JSON is longer than {0} bytes; send less at a time."},
    {"json.depth",
     "JSON lồng nhau quá {0} tầng; tệp này không do temsao tạo ra.",
     "The JSON is nested deeper than {0} levels; temsao does not write such files."},
    {"json.form",
     "Nội dung không phải là JSON đúng; hãy sửa rồi gửi lại.",
     "This is not valid JSON; correct it and send it again."},
    {"json.members",
     "Một đối tượng JSON có hơn {0} mục; hãy chia nhỏ.",
     "One JSON object has more than {0} members; send less at a time."},
    {"json.values",
     "JSON có hơn {0} giá trị; hãy chia nhỏ.",
     "The JSON has more than {0} values; send less at a time."},
    {"option.length",
     "--{0} “{1}” phải là số milimét từ {2} đến {3}, ví dụ 2,5.",
     "--{0} “{1}” must be millimetres from {2} to {3}, for example 2.5."},
    {"option.number",
     "--{0} “{1}” phải là số nguyên từ {2} đến {3}.",
     "--{0} “{1}” must be a whole number from {2} to {3}."},
};

} // namespace

extern constinit const Table job{rows};

} // namespace temsao::sentences
