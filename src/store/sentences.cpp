// What a person may read from src/store; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"key.exists",
     "Đã có tệp {0}; khóa cũ không bị ghi đè, hãy chọn tên khác.",
     "There is already a file {0}; an old key is never overwritten, choose another name."},
    {"key.file",
     "{0} không phải tệp khóa, hoặc có thể bị sửa hay hỏng; hãy dùng bản sao lưu.",
     "{0} is not a key file, or it was altered or damaged; use your backup."},
    {"key.memory",
     "Không đủ bộ nhớ để mở khóa (cần {0} MB); hãy đóng bớt chương trình.",
     "There is not enough memory to open the key ({0} MB are needed); close other programs."},
    {"key.open",
     "Người khác đọc được tệp khóa {0}; hãy chạy chmod 600 rồi thử lại.",
     "Other users can read the key file {0}; run chmod 600 on it and try again."},
    {"key.passphrase",
     "Mật khẩu của tệp khóa {0} không đúng; hãy nhập lại.",
     "The password of key file {0} is wrong; enter it again."},
    {"key.passphrase_short",
     "Mật khẩu quá ngắn; hãy dùng ít nhất {0} ký tự.",
     "The password is too short; use at least {0} characters."},
    {"list.damaged",
     "Phiên bản {0} của danh sách không còn như khi được lưu, có thể đĩa bị hỏng; hãy chạy temsao check, rồi phục hồi "
     "bản "
     "sao lưu hoặc nhập lại danh sách.",
     "Version {0} of the list is not what was stored, and the disk may be damaged; run temsao check, then restore a "
     "backup "
     "or import the list again."},
    {"list.revocations_damaged",
     "Các lần thu hồi đã ghi ở máy này bị sửa hoặc hỏng; hãy chạy temsao check, rồi phục hồi bản sao lưu.",
     "The revocations recorded on this machine were altered or damaged; run temsao check, then restore a backup."},
    {"log.altered",
     "Nhật ký in không còn khớp với mốc đã ký ở {0} mục; hãy dừng in, giữ nguyên dữ liệu và chạy temsao log audit.",
     "The print log no longer agrees with its signed mark at {0} {0|entry|entries}; stop printing, keep the data as "
     "it is and run temsao log audit."},
    {"log.empty",
     "Nhật ký in chưa có gì; mục đầu tiên được ghi khi in tem bằng temsao label.",
     "The print log is empty; its first entry is written when temsao label prints."},
    {"log.key", "Khóa của nhật ký in: {0}", "The print log's key: {0}"},
    {"log.key_gone",
     "Thiếu khóa {0} ký nhật ký in, nên không ghi thêm gì vào nhật ký; hãy lấy lại khóa từ bản sao lưu. Nếu không có "
     "bản sao lưu, hãy mở nhật ký mới có ghi tên nhật ký cũ: temsao backup FILE, rồi temsao --home MOI restore FILE.",
     "The key {0}, which signs the print log, is gone, so nothing is added to the log; take the key from your backup. "
     "Without a backup, begin a new log that names the old one: temsao backup FILE, then temsao --home NEW restore "
     "FILE."},
    {"lot.without_lot",
     "Việc {0} trong sổ lô không còn nêu lô nào: cơ sở dữ liệu đã hỏng; hãy chạy temsao check, rồi khôi phục bản sao "
     "lưu.",
     "Entry {0} of the lot book has lost its lots: the database is damaged; run temsao check, then restore a backup."},
    {"serial.ambiguous",
     "Nhiều sản phẩm có sê-ri {0}; hãy thêm --of và mã sản phẩm.",
     "Several products have serial number {0}; add --of and the product."},
    {"serial.none_free",
     "Không rút được số sê-ri nào còn trống; nguồn số ngẫu nhiên của máy có vấn đề, hãy báo cho chúng tôi.",
     "No free serial number could be drawn; something is wrong with this machine's random numbers, please tell us."},
    {"serial.other_product",
     "Sê-ri {0} được để dành cho sản phẩm {1}; hãy chọn đúng sản phẩm.",
     "Serial number {0} is reserved for product {1}; choose that product."},
    {"serial.overtaken",
     "Một sê-ri của lần in này vừa bị hủy ở nơi khác; chưa có tệp nào được tạo, hãy in lại.",
     "A serial number of this run has just been voided elsewhere; no file was made, print again."},
    {"serial.run_none",
     "Nhật ký in không có lần in số {0}; xem temsao log show.",
     "The print log has no run {0}; see temsao log show."},
    {"serial.run_printed",
     "Lần in số {0} đã in rồi; hãy hủy từng sê-ri bằng temsao serial void SÊ-RI.",
     "Run {0} is already printed; void its serial numbers one by one with temsao serial void SERIAL."},
    {"serial.state",
     "Sê-ri {0} đang ở trạng thái “{1:state}”, không làm được việc này; xem temsao log show.",
     "The state of serial number {0} is “{1:state}”, so this cannot be done; see temsao log show."},
    {"serial.unknown",
     "Nhật ký in không có sê-ri {0}; hãy kiểm tra lại từng ký tự.",
     "The print log has no serial number {0}; check it character by character."},
    {"serial.used",
     "Sê-ri {0} đã dùng cho sản phẩm {2} (trạng thái “{1:state}”); mỗi sê-ri chỉ in một lần, hãy dùng temsao serial "
     "reissue.",
     "Serial number {0} is already used for product {2} (state “{1:state}”); each is printed once, use temsao serial "
     "reissue."},
    {"state.printed", "đã in", "printed"},
    {"state.reissued", "đã thay", "replaced"},
    {"state.reserved", "để dành", "reserved"},
    {"state.sent", "đã gửi tới máy in", "sent to a printer"},
    {"state.unknown", "chưa rõ đã in", "possibly printed"},
    {"state.voided", "đã hủy", "voided"},
    {"store.address",
     "Không hiểu địa chỉ cơ sở dữ liệu “{0}”; hãy viết như postgresql://máy/tên.",
     "The database address “{0}” is not understood; write it like postgresql://host/name."},
    {"store.away",
     "Cơ sở dữ liệu {0} không trả lời, đã hỏi lại trong {1} giây ({2}); bước này không ghi gì. Khi cơ sở dữ liệu hoạt "
     "động lại, hãy chạy lại lệnh.",
     "Database {0} does not answer and was asked again for {1} {1|second|seconds} ({2}); this step stored nothing. "
     "When "
     "the database is back, run the command again."},
    {"store.in_doubt",
     "Mất kết nối với cơ sở dữ liệu {0} đúng lúc đang ghi, đã hỏi lại trong {1} giây ({2}); chưa rõ bước này đã được "
     "ghi hay chưa. Khi cơ sở dữ liệu hoạt động lại, hãy xem temsao log show trước khi chạy lại lệnh.",
     "The connection to database {0} was lost while it was storing, and it was asked again for {1} "
     "{1|second|seconds} ({2}); whether this step was stored is not known. When the database is back, look at temsao "
     "log show before you run the command again."},
    {"store.newer",
     "{0} do bản temsao mới hơn tạo ra; hãy cập nhật temsao.",
     "{0} was made by a newer temsao; update temsao."},
    {"store.no_list",
     "Chưa có danh sách nào; hãy nhập bằng: temsao list import TỆP",
     "There is no list yet; import one with: temsao list import FILE"},
    {"store.no_version",
     "Không có phiên bản danh sách {0}; xem temsao list show.",
     "There is no version {0} of the list; see temsao list show."},
    {"store.unfinished",
     "Cạnh {0} còn thay đổi dở dang của một lần chạy bị ngắt, mà nơi này không ghi được; hãy chép thư mục dữ liệu sang "
     "chỗ "
     "ghi được rồi chạy lại.",
     "Beside {0} there are changes of a run that was cut off, and nothing can be written here; copy the data directory "
     "to "
     "where it can be written and run this again."},
    {"store.unusable",
     "Không dùng được cơ sở dữ liệu {0}: {1}; không có gì bị thay đổi.",
     "Database {0} cannot be used: {1}; nothing was changed."},
    {"submission.fork",
     "Nhật ký {0} của {1} đã bị đổi: từ mục {2} nó khác với bản đã nhận trước đây. Đừng nhận; hãy giữ tệp này và hỏi "
     "chủ "
     "thể.",
     "Log {0} of {1} was changed: from entry {2} on it differs from what was taken before. Do not take it; keep this "
     "file "
     "and ask the producer."},
    {"submission.gap",
     "Sổ ở đây mới có {1} mục của nhật ký {0}, tệp này bắt đầu từ mục {2}; hãy xin tệp còn thiếu, hoặc tệp của temsao "
     "log "
     "submit --all.",
     "Of log {0} there are {1} {1|entry|entries} here, and this file begins with entry {2}; ask for the file between, "
     "or "
     "for one made with temsao log submit --all."},
    {"submission.other_producer",
     "Nhật ký {0} trước đây do {1} nộp, tệp này do {2} ký; hãy hỏi hai bên.",
     "Log {0} was handed in by {1} before, and {2} signed this file; ask both."},
    {"trust.memory_damaged",
     "Ghi nhớ về danh sách có chữ ký trong dữ liệu của máy này bị hỏng; hãy chạy temsao check, rồi phục hồi bản sao "
     "lưu.",
     "What this machine remembers of its signed list is damaged; run temsao check, then restore a backup."},
};

} // namespace

extern constinit const Table store{rows};

} // namespace temsao::sentences
