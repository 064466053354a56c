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
    {"verdict.check", "Cần kiểm tra thêm", "Needs a further check"},
    {"verdict.inconclusive", "Không kết luận được", "Inconclusive"},
    {"verdict.invalid", "Không hợp lệ", "Not valid"},
    {"verdict.valid", "Hợp lệ", "Valid"},
    {"verify.by_list", "Theo danh sách {0} ngày {1:day}", "By the list {0} dated {1:day}"},
    {"verify.nothing_found", "Không đọc được mã nào trong ảnh.", "No code could be read in the photo."},
    {"verify.read", "Nội dung mã", "Text of the code"},
    {"verify.report_title", "Kết quả kiểm tra tem", "Result of the label check"},
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
