// What a person may read from src/trace; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"HOST_SUSPICIOUS",
     "Địa chỉ {0} có dấu hiệu đáng ngờ: {1}. Đừng mở; hãy hỏi nơi bán về nguồn của mã này.",
     "The address {0} looks suspicious: {1}. Do not open it; ask the seller where this code comes from."},
    {"HOST_UNKNOWN",
     "Chưa rõ ai vận hành {0}; đó không phải là lỗi, nhưng hãy hỏi chủ thể có dùng dịch vụ này không.",
     "It is not known who runs {0}; that is fine, but ask the producer whether they use this service."},
    {"KEY_EXPIRED",
     "Khóa {0} chỉ được ký cho hàng sản xuất đến hết ngày {1:day}, mà mã không ghi ngày sản xuất; hãy xem ngày trên "
     "tem.",
     "Key {0} may sign for goods made up to {1:day} only, and the code names no production date; look at the date on "
     "the label."},
    {"SIG_ABSENT", "Mã này không có chữ ký; vẫn dùng được.", "This code has no signature; that is fine."},
    {"SIG_BAD",
     "Chữ ký trong mã không khớp với nội dung; đừng dựa vào thông tin trong mã, hãy hỏi chủ thể.",
     "The signature in the code does not match its content; do not rely on it, ask the producer."},
    {"SIG_BUNDLE_STALE",
     "Danh sách đã ký ngày {0:day}, cách đây {1} ngày; hãy lấy bản mới trước khi kết luận.",
     "The signed list is dated {0:day}, {1} {1|day|days} ago; get a new one before you conclude."},
    {"SIG_KEY_REVOKED",
     "Khóa {0} đã bị thu hồi từ ngày {1:day}{2:given| (lý do: |)}; chữ ký này không còn chứng minh được gì, hãy kiểm "
     "tra "
     "bằng cách khác.",
     "Key {0} was revoked on {1:day}{2:given| (reason: |)}; this signature no longer proves anything, check in another "
     "way."},
    {"SIG_KEY_UNKNOWN",
     "Không có khóa {0} trong danh sách đã ký; có thể danh sách đã cũ hoặc chủ thể thuộc tỉnh khác.",
     "Key {0} is not in the signed list; the list may be old, or the producer may belong to another province."},
    {"SIG_OK",
     "Dữ liệu trong mã do {1} ký (khóa {0}) và không bị sửa; chữ ký không chứng minh gói hàng này là gói được dán mã.",
     "{1} signed what the code says (key {0}), and it was not altered; that does not prove that the code was made "
     "for this pack."},
    {"SIG_OUT_OF_SCOPE",
     "Khóa của {0} không được ký cho sản phẩm {1}, ngày sản xuất {2:day}; hãy hỏi cơ quan OCOP tỉnh.",
     "The key of {0} may not sign for product {1}, production date {2:day}; ask the province's OCOP office."},
    {"SYNTAX_DATES",
     "Mã ghi hạn {1:day} không sau ngày sản xuất {0:day}; hãy so với ngày in trên tem.",
     "The code's last day {1:day} is not after its production date {0:day}; compare with the dates printed on the "
     "label."},
    {"SYNTAX_INTERNAL",
     "Mã nội bộ sai ở chỗ “{0}”; dạng đúng là /sp/MÃ/lo/LÔ/sr/SÊ-RI.",
     "The internal code is wrong at “{0}”; its form is /sp/CODE/lo/LOT/sr/SERIAL."},
    {"SYNTAX_NOT_GOODS",
     "Mã GS1 này định danh bằng ({0}), không phải hàng hóa; mã trên tem phải có (01).",
     "This GS1 code identifies something other than goods, by ({0}); a label's code has (01)."},
    {"TRACE_TOO_THIN",
     "Mã không có số lô lẫn số sê-ri, nên chỉ cho biết loại sản phẩm, không truy được lô hàng.",
     "The code has neither lot nor serial number: it names the kind of product, but the batch cannot be traced."},
    {"bundle.form",
     "Tệp này không phải danh sách đã ký, hoặc bị cắt mất một phần; hãy sao chép lại.",
     "This file is not a signed list, or part of it is missing; copy it again."},
    {"bundle.not_in_log",
     "Danh sách đã ký đòi có tên trong nhật ký in, nhưng tệp không chứng minh được điều đó; hãy xin tỉnh tệp khác và "
     "báo "
     "cho tỉnh biết.",
     "The signed list asks to stand in the print log, but the file does not prove that it does; ask the province for "
     "another file, and tell the province."},
    {"bundle.policy_gone",
     "Danh sách đang dùng cần chữ ký của các bên làm chứng, còn danh sách này thì không; giữ nguyên danh sách đang "
     "dùng. Hãy "
     "hỏi cơ quan OCOP tỉnh; nếu tỉnh báo tận tay là đã bỏ làm chứng, hãy cài lại bằng temsao trust add --root.",
     "The list in use needs the signatures of witnesses, and this one does not; the list in use stays. Ask the "
     "province's "
     "OCOP office; if it tells you in person that witnesses were given up, install the list with temsao trust add "
     "--root."},
    {"bundle.province",
     "Tên tỉnh “{0}” không ghi được vào danh sách; hãy viết trên một dòng, tối đa 200 byte.",
     "The province's name “{0}” cannot be written into the list; use one line of at most 200 bytes."},
    {"bundle.rollback",
     "Danh sách này (số {0}, ngày {1:day}) không mới hơn danh sách đang dùng (số {2}, ngày {3:day}); danh sách đang "
     "dùng được giữ nguyên.",
     "This list (number {0}, dated {1:day}) is not newer than the one in use (number {2}, dated {3:day}), which "
     "stays in use."},
    {"bundle.too_large",
     "Danh sách lớn hơn mức cho phép {0} MB; hãy chia theo tỉnh.",
     "The list is larger than the limit of {0} MB; split it by province."},
    {"bundle.version",
     "Danh sách này do bản mới hơn của temsao tạo ra; hãy cập nhật chương trình.",
     "This list was made by a newer temsao; update the program."},
    {"certificate.field",
     "Không ghi được “{0}” vào chứng thư khóa; hãy viết trên một dòng, mã sản phẩm gồm A-Z, 0-9, ngày cuối không "
     "trước ngày đầu.",
     "“{0}” cannot be written into a signing permit; use one line, product codes of A-Z and 0-9, and a last day not "
     "before the first."},
    {"certificate.form",
     "Chứng thư khóa không đúng dạng: {0}; hãy lấy lại danh sách từ cơ quan OCOP tỉnh.",
     "A signing permit is malformed: {0}; get the list again from the province's OCOP office."},
    {"certificate.signature",
     "Chứng thư khóa không do khóa gốc này ký: {0}; đừng dùng, hãy hỏi cơ quan OCOP tỉnh.",
     "A signing permit is not signed by this root key: {0}; do not use it, ask the province's OCOP office."},
    {"checkpoint.form",
     "Đây không phải mốc đã ký của nhật ký in này; hãy sao chép lại.",
     "This is not a signed mark of this print log; copy it again."},
    {"key.unsound",
     "“{0}” không phải khóa công khai dùng được; hãy sao chép lại từ người giữ khóa.",
     "“{0}” is not a usable public key; copy it again from its owner."},
    {"log.tile",
     "Nhật ký in thiếu một phần (mảnh {0}/{1}); hãy khôi phục từ bản sao lưu rồi chạy temsao log audit.",
     "Part of the print log is missing (tile {0}/{1}); restore a backup, then run temsao log audit."},
    {"minisign.bad",
     "Chữ ký không khớp với tệp; tệp có thể bị sửa hoặc sao chép hỏng, hãy lấy lại.",
     "The signature does not match the file; it may have been altered or badly copied, get it again."},
    {"minisign.form",
     "Đây không phải tệp chữ ký minisign; hãy lấy lại tệp.",
     "This is not a minisign signature file; get it again."},
    {"minisign.key",
     "Đây không phải tệp khóa công khai minisign; hãy lấy lại tệp.",
     "This is not a minisign public key file; get it again."},
    {"minisign.other_key",
     "Tệp do khóa khác ký ({0}); hãy kiểm tra xem có đúng là của tỉnh này không.",
     "The file is signed by another key ({0}); check that it is this province's."},
    {"note.bad",
     "Chữ ký của {0} không khớp; tệp có thể bị sửa hoặc sao chép hỏng, hãy lấy lại.",
     "The signature of {0} does not match; the file may have been altered or badly copied, get it again."},
    {"note.form",
     "Tệp này không phải bản ghi có chữ ký, hoặc bị cắt mất một phần; hãy sao chép lại.",
     "This is not a signed note, or part of it is missing; copy it again."},
    {"note.unsigned",
     "Không có chữ ký của {0}; hãy kiểm tra xem có đúng nhật ký in này không.",
     "There is no signature of {0}; check that this is the right print log."},
    {"note.verifier",
     "“{0}” không phải khóa công khai của nhật ký in; hãy chép nguyên dòng khóa mà temsao log show in ra.",
     "“{0}” is not the public key of a print log; copy the whole key line that temsao log show prints."},
    {"proof.bad",
     "Tệp chứng minh không dẫn tới gốc đã ký; tệp có thể bị sửa hoặc hỏng, hoặc mục này không có trong nhật ký in.",
     "The proof does not lead to the signed root; the file may be altered or damaged, or the print log has no such "
     "entry."},
    {"proof.form",
     "Tệp này không phải tệp chứng minh của nhật ký in; hãy tạo lại bằng temsao log prove.",
     "This is not a proof file of a print log; make it again with temsao log prove."},
    {"records.field",
     "Không ghi được “{0}” vào sổ lô của danh sách; hãy xem lại tên và số lô ấy.",
     "“{0}” cannot be written into the lot records of the list; look at that name and lot again."},
    {"revocation.field",
     "Không ghi được “{0}” vào danh sách thu hồi; hãy viết trên một dòng.",
     "“{0}” cannot be written into the list of revocations; write it on one line."},
    {"revocation.form",
     "Một dòng thu hồi không đúng dạng: {0}; hãy lấy lại danh sách từ cơ quan OCOP tỉnh.",
     "A line of the revocations is malformed: {0}; get the list again from the province's OCOP office."},
    {"serial.check",
     "Sê-ri “{0}” gõ chưa đúng: ký tự kiểm tra không khớp; hãy so lại từng ký tự trên tem.",
     "Serial number “{0}” is mistyped: its check character does not match; compare it with the label, character by "
     "character."},
    {"submission.damaged",
     "Tệp nhật ký bị hỏng hoặc bị cắt; hãy xin lại tệp.",
     "The log file is damaged or cut short; ask for it again."},
    {"submission.form",
     "Đây không phải tệp nhật ký của temsao log submit, hoặc tệp bị hỏng; hãy xin lại tệp.",
     "This is not a log file of temsao log submit, or it is damaged; ask for it again."},
    {"submission.too_many",
     "Quá {0} mục một tệp; hãy nộp thường xuyên hơn.",
     "More than {0} entries in one file; hand in more often."},
    {"trace.code",
     "Mã nội bộ “{0}” không dùng được; hãy dùng 3 đến 20 ký tự gồm A-Z, 0-9 và dấu gạch nối.",
     "Internal code “{0}” cannot be used; use 3 to 20 characters of A-Z, 0-9 and hyphen."},
    {"trace.date_early",
     "Ngày {0:day} quá sớm để ghi vào mã có chữ ký; ngày phải từ 01/01/2000.",
     "{0:day} is too early for a signed code; dates start at 1 Jan 2000."},
    {"trace.dates",
     "Hạn sử dụng {1:day} phải sau ngày sản xuất {0:day}; hãy sửa một trong hai ngày.",
     "Expiry date {1:day} must be after production date {0:day}; correct one of the two."},
    {"trace.host",
     "“{0}” không phải tên miền; hãy viết như id.example.vn, chữ thường, không có https://.",
     "“{0}” is not a domain name; write it like id.example.vn, lower case, without https://."},
    {"trace.lot_characters",
     "Số lô hoặc sê-ri “{0}” có ký tự mà mã GS1 không ghi được; có thể dùng “{1}”.",
     "Lot or serial number “{0}” has characters that a GS1 code cannot hold; “{1}” would work."},
    {"trace.lot_length",
     "Số lô hoặc sê-ri “{0}” dài hơn {1} ký tự; hãy rút ngắn.",
     "Lot or serial number “{0}” is longer than {1} characters; shorten it."},
    {"trace.nothing_to_sign",
     "Mã của sản phẩm {0} không có số lô lẫn sê-ri nên không có gì để ký; hãy thêm một trong hai.",
     "The code of product {0} has neither lot nor serial number, so there is nothing to sign; add one."},
    {"trace.stars",
     "Không ký được {0} sao; giấy chứng nhận OCOP có từ 3 đến 5 sao, hãy kiểm tra danh sách.",
     "{0} {0|star|stars} cannot be signed; an OCOP certificate has 3 to 5. Check the list."},
    {"witness.key",
     "“{0}” không phải khóa công khai của bên làm chứng; hãy chép nguyên dòng khóa mà bên đó in ra.",
     "“{0}” is not the public key of a witness; copy the whole key line that the witness prints."},
    {"witness.too_few",
     "Mới có {0} bên làm chứng ký, cần {1} trong {2}; chưa thấy chữ ký của {3}. Hãy xin bản mới hơn; nếu vẫn vậy, hãy "
     "báo "
     "cho tỉnh.",
     "{0} {0|witness has|witnesses have} signed, and {1} of {2} are needed; the signatures of {3} are missing. Ask for "
     "a "
     "newer one; if that is the same, tell the province."},
};

} // namespace

extern constinit const Table trace{rows};

} // namespace temsao::sentences
