// What a person may read from src/lots; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"lot.amount",
     "Lượng “{0}” không đọc được; hãy ghi như 1200 kg, 0,5 tấn hay 600 chai (nhiều nhất ba số lẻ).",
     "The amount “{0}” cannot be read; write it like 1200 kg, 0,5 tấn or 600 chai (three decimals at most)."},
    {"lot.amount_two_ways",
     "Lượng “{0}” có thể là {1} hoặc {2}; hãy ghi một trong hai cách này.",
     "The amount “{0}” may be {1} or {2}; write it in one of these two ways."},
    {"lot.code",
     "“{0}” không phải mã nơi chốn hay đối tác: cần GLN 13 số đúng số kiểm tra, hoặc mã D của sổ lô.",
     "“{0}” is not the code of a place or a partner, which is a GLN of 13 digits with its check digit or a D code of "
     "the "
     "lot "
     "book."},
    {"lot.dates",
     "Hạn sử dụng {1:day} không sau ngày sản xuất {0:day}; hãy xem lại hai ngày.",
     "The expiry date {1:day} is not after the production date {0:day}; look at both again."},
    {"lot.future",
     "Thời điểm {0:moment} chưa tới; sổ lô chỉ ghi việc đã xảy ra. Hãy xem lại ngày giờ.",
     "The moment {0:moment} has not come yet; the lot book holds only what has happened. Look at the date and time "
     "again."},
    {"lot.into_itself",
     "Lô {0} không thể làm ra chính nó; hãy đặt số lô mới cho lô làm ra.",
     "Lot {0} cannot be made of itself; give the new lot a number of its own."},
    {"lot.letters",
     "Mục {0:word} có ký tự lạ hoặc khoảng trắng thừa; hãy gõ lại.",
     "The field {0:word} has odd characters or spare blanks; type it again."},
    {"lot.long",
     "Mục {0:word} dài quá {1} ký tự; hãy viết ngắn lại.",
     "The field {0:word} is longer than {1} characters; shorten it."},
    {"lot.name",
     "Số lô “{0}” không dùng được: từ 1 đến 20 ký tự không dấu, không khoảng trắng.",
     "The lot “{0}” cannot be used; write 1 to 20 characters without accents and spaces."},
    {"lot.needs", "Việc {0:word} phải ghi {1:word}; hãy ghi thêm.", "A {0:word} entry needs {1:word}; add it."},
    {"lot.product",
     "“{0}” không phải mã sản phẩm: cần GTIN 14 số hoặc mã nội bộ gồm A-Z, 0-9, gạch nối.",
     "“{0}” is not a product code, which is a GTIN of 14 digits or an internal code of A-Z, 0-9 and hyphens."},
    {"lot.reads_as_number",
     "Mục {0:word} là “{1}”, máy khác có thể đọc thành con số khác; hãy thêm chữ, ví dụ “số {1}”.",
     "The field {0:word} says “{1}”, which other machines may read as another number; add a word, such as “no. "
     "{1}”."},
    {"lot.takes_nothing_in",
     "Việc {0:word} không dùng lô khác; “từ lô” chỉ ghi khi chế biến hoặc đóng gói.",
     "A {0:word} entry takes in no other lot; lots are taken in when goods are transformed or packed."},
    {"lot.time",
     "Ngày giờ “{0}” không đọc được; hãy ghi như 24/11/2026 14:20, hoặc chỉ ngày 24/11/2026.",
     "The time “{0}” cannot be read; write it like 24/11/2026 14:20, or the day alone, 24/11/2026."},
    {"lot.too_many",
     "Một việc ghi nhiều nhất {0} lô mỗi bên; hãy chia thành nhiều việc.",
     "One entry holds {0} lots at most on each side; divide it."},
    {"lot.unit", "Không biết đơn vị “{0}”; dùng được: {1}.", "The unit “{0}” is not known; use one of: {1}."},
    {"lot_field.amount", "lượng", "the amount"},
    {"lot_field.inputs", "từ lô nào", "the lots it was made of"},
    {"lot_field.item", "tên hàng", "the name of the goods"},
    {"lot_field.lot", "số lô", "the lot"},
    {"lot_field.note", "ghi chú", "the note"},
    {"lot_field.paper", "giấy tờ", "the paper"},
    {"lot_field.party", "nhận từ ai hoặc giao cho ai", "from whom or to whom"},
    {"lot_field.passed", "đạt hay không đạt", "whether it passed"},
    {"lot_field.process", "cách làm", "the process"},
    {"lot_field.reason", "lý do", "the reason"},
    {"lot_field.report", "phiếu kiểm nghiệm", "the test report"},
    {"lot_field.run", "lần in", "the print run"},
    {"lot_kind.harvest", "thu hoạch", "harvest"},
    {"lot_kind.pack", "đóng gói", "packing"},
    {"lot_kind.recall", "thu hồi", "recall"},
    {"lot_kind.receive", "nhập hàng", "receiving"},
    {"lot_kind.ship", "giao hàng", "shipping"},
    {"lot_kind.test", "kiểm nghiệm", "testing"},
    {"lot_kind.transform", "chế biến", "transforming"},
};

} // namespace

extern constinit const Table lots{rows};

} // namespace temsao::sentences
