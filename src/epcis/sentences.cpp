// What a person may read from src/epcis; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"epcis.altered",
     "Nội dung không khớp với mã {0} của nó: có thể đã bị sửa hoặc hỏng sau khi ghi; hãy xin lại tệp từ nơi gửi.",
     "Its content does not match its id {0}: it may have been changed or damaged; ask the sender for the file "
     "again."},
    {"epcis.form",
     "Tệp không phải tài liệu EPCIS 2.0 (JSON-LD có epcisBody và eventList); hãy xin tệp đúng dạng.",
     "The file is not an EPCIS 2.0 document (JSON-LD with epcisBody and eventList); ask for one in this form."},
    {"epcis.kind",
     "Loại việc {0} {1} không có trong sổ lô; việc này không được ghi.",
     "The lot book has no entry of the kind {0} {1}; it was not taken."},
    {"epcis.left_out",
     "Mục {0} không hiểu, được giữ nguyên để xuất lại.",
     "The member {0} is not understood; it is kept as it is and goes out again."},
    {"epcis.lot",
     "“{0}” không phải địa chỉ của một lô hàng; việc này không được ghi.",
     "“{0}” is not the address of a lot; the entry was not imported."},
    {"epcis.member",
     "Mục {0} không đọc được; hãy xin lại tệp từ nơi gửi.",
     "The member {0} cannot be read; ask the sender for the file again."},
    {"epcis.other_id",
     "Mã {0} được thay bằng mã theo nội dung, {1}.",
     "The id {0} is replaced by the one that follows from what it says, {1}."},
    {"epcis.time",
     "Mục {0} ghi “{1}”, thiếu giờ hoặc múi giờ; hãy xin lại tệp từ nơi gửi.",
     "The member {0} says “{1}”, without an hour or a time zone; ask the sender for the file again."},
    {"epcis.too_many", "Tệp có quá {0} việc; hãy chia nhỏ.", "The file has more than {0} entries; divide it."},
    {"epcis.version", "Tệp theo EPCIS {0}; temsao đọc EPCIS 2.0.", "The file is EPCIS {0}; temsao reads EPCIS 2.0."},
};

} // namespace

extern constinit const Table epcis{rows};

} // namespace temsao::sentences
