// What a person may read from src/check; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"bundle.list",
     "Danh sách trong tệp có chỗ không đọc được (dòng {0}, cột {1}: “{2}”); danh sách đang dùng được giữ nguyên, hãy "
     "báo cơ quan OCOP tỉnh.",
     "The list in the file cannot be read at row {0}, column {1}: “{2}”; the list in use stays, tell the province's "
     "OCOP office."},
    {"next.check",
     "So tem với giấy chứng nhận, hoặc hỏi cơ quan OCOP tỉnh.",
     "Compare the label with the certificate, or ask the province's OCOP office."},
    {"next.inconclusive",
     "Chụp lại gần hơn, đủ sáng, tránh lóa; hoặc gõ mã bằng tay.",
     "Take the photo again: closer, in good light, without glare; or type the code."},
    {"next.invalid",
     "Giữ bằng chứng và báo cơ quan OCOP tỉnh; đây chỉ là kết quả so với danh sách.",
     "Keep the evidence and tell the province's OCOP office; this is only a comparison with the list."},
    {"next.no_list",
     "Nhập danh sách của tỉnh vào máy này rồi kiểm tra lại.",
     "Import the province's list on this machine and check again."},
    {"next.other_code",
     "Tìm mã truy vết khác trên tem, hoặc so tem với giấy chứng nhận.",
     "Look for another code on the label, or compare the label with the certificate."},
    {"next.valid", "Không cần làm gì thêm.", "Nothing more to do."},
    {"report.certificate", "Giấy chứng nhận", "Certificate"},
    {"report.certificate_is", "{0}, hiệu lực đến {1:day}", "{0}, valid to {1:day}"},
    {"report.day", "Ngày kiểm tra", "Checked on"},
    {"report.expires", "Hạn sử dụng", "Expiry date"},
    {"report.files", "{0} ảnh", "{0} {0|photo|photos}"},
    {"report.for_place", "Đại diện nơi kiểm tra", "For the place"},
    {"report.inspector", "Người kiểm tra", "Inspector"},
    {"report.labels", "{0} tem", "{0} {0|label|labels}"},
    {"report.list", "Danh sách", "Product list"},
    {"report.looked_at", "Đã xem", "Looked at"},
    {"report.lot", "Số lô", "Lot"},
    {"report.made", "Ngày sản xuất", "Production date"},
    {"report.more", "… và {0} nữa; tệp CSV ghi đủ", "… and {0} more; the CSV file has them all"},
    {"report.no_list", "Không có danh sách", "No list"},
    {"report.not_read", "; {0} tệp không đọc được", "; {0} {0|file|files} could not be read"},
    {"report.note",
     "Báo cáo này chỉ ghi kết quả so tem với danh sách nêu trên, không kết luận về hàng hóa hay con người.",
     "This report only records how the labels compare with the list named above; it draws no conclusion about goods or "
     "people."},
    {"report.number_is", "Số {0}", "No. {0}"},
    {"report.photos", "Ảnh", "Photos"},
    {"report.photos_labels", "{0} ảnh, {1} tem", "{0} {0|photo|photos}, {1} {1|label|labels}"},
    {"report.place", "Nơi kiểm tra", "Place"},
    {"report.producer", "Chủ thể", "Producer"},
    {"report.serials", "Số sê-ri", "Serial numbers"},
    {"report.sign", "(ký, ghi rõ họ tên)", "(signature and name)"},
    {"report.signed_list",
     "{0}, ngày {1:day}, bản {2}, có chữ ký của cơ quan OCOP tỉnh",
     "{0}, dated {1:day}, edition {2}, signed by the province's OCOP office"},
    {"report.stars", "Hạng sao", "Stars"},
    {"report.stars_are",
     "{0}★ theo giấy chứng nhận{1:given|, đếm trên tem |★}",
     "{0}★ by the certificate{1:given|, |★ counted on the label}"},
    {"report.unsigned_list", "{0}, ngày {1:day}, bản {2}, chưa ký", "{0}, dated {1:day}, edition {2}, not signed"},
    {"verdict.check", "Cần kiểm tra thêm", "Needs a further check"},
    {"verdict.inconclusive", "Không kết luận được", "Inconclusive"},
    {"verdict.invalid", "Không hợp lệ", "Not valid"},
    {"verdict.valid", "Hợp lệ", "Valid"},
    {"verify.by_list", "Theo danh sách {0} ngày {1:day}", "By the list {0} dated {1:day}"},
    {"verify.nothing_found", "Không đọc được mã nào trong ảnh.", "No code could be read in the photo."},
    {"verify.report_title", "Báo cáo kiểm tra tem", "Report of a label check"},
    {"verify.stars_seen", "đếm trên tem: {0}★", "counted on the label: {0}★"},
    {"verify.summary",
     "{0} hợp lệ, {1} cần kiểm tra thêm, {2} không hợp lệ, {3} không kết luận được.",
     "{0} valid, {1} {1|needs|need} a further check, {2} not valid, {3} inconclusive."},
    {"verify.truncated",
     "Tệp ảnh bị thiếu phần cuối; chỉ đọc được phần còn lại, hãy sao chép lại ảnh.",
     "The end of the photo's file is missing; the rest was read, copy the photo again."},
};

} // namespace

extern constinit const Table check{rows};

} // namespace temsao::sentences
