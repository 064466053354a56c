// What a person may read from src/office; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"bundle.list",
     "Danh sách trong tệp có chỗ không đọc được (dòng {0}, cột {1}: “{2}”); giữ nguyên danh sách đang dùng, hãy báo "
     "nơi phát hành.",
     "The list in the file cannot be read at row {0}, column {1}: “{2}”; the one in use stays, tell its publisher."},
    {"bundle.none",
     "Máy chủ này chưa có danh sách đã ký; cơ quan cần công bố danh sách trước.",
     "This server has no signed list yet; the office must publish one first."},
    {"certify.no_products",
     "Danh sách không có sản phẩm nào của “{0}”; hãy nêu mã sản phẩm, hoặc sửa tên chủ thể cho giống danh sách.",
     "The list has no product of “{0}”; name the products, or write the producer as the list does."},
    {"diff.summary", "{0} thay đổi.", "{0} {0|change|changes}."},
    {"import.all_refused",
     "Mọi dòng của {0} đều bị từ chối ({1} dòng); danh sách cũ giữ nguyên.",
     "Every row of {0} was refused ({1} {1|row|rows}); the old list stays."},
    {"import.legacy",
     "Chữ theo bảng mã cũ {0} đã được chuyển: “{1}” thành “{2}”.",
     "Text in the old encoding {0} was converted: “{1}” became “{2}”."},
    {"import.refused_file",
     "Các dòng bị từ chối nằm trong {0}; hãy sửa và nhập lại.",
     "The refused rows are in {0}; correct them and import again."},
    {"import.refused_row",
     "Dòng {0}, cột “{1}”, giá trị “{2}”: {3} {4}",
     "Row {0}, column “{1}”, value “{2}”: {3} {4}"},
    {"import.summary",
     "Đã nhập {0} sản phẩm từ {1} dòng, từ chối {2} dòng; danh sách tính đến {3}.",
     "Imported {0} {0|product|products} from {1} {1|row|rows}, refused {2}; the list is of {3}."},
    {"key.ask", "Mật khẩu của khoá {0}: ", "Passphrase of key {0}: "},
    {"key.ask_new", "Mật khẩu mới cho khoá {0}: ", "New passphrase for key {0}: "},
    {"key.certified",
     "Khoá {0} được ký cho {1}: {2} sản phẩm, ngày sản xuất từ {3} đến {4}. Các máy khác biết sau lần publish tới.",
     "Key {0} may sign for {1}: {2} {2|product|products}, produced from {3} to {4}. Other machines know once you "
     "publish."},
    {"key.certified_already",
     "Khoá {0} đã có đúng chứng thư này ({1} đến {2}); không có gì thay đổi.",
     "Key {0} has this very certificate already ({1} to {2}); nothing changed."},
    {"key.made",
     "Đã tạo khoá {0}, số {1}.\nKhoá công khai, gửi cho tỉnh: {2} (tệp {4})\nHãy sao lưu {3}; quên mật khẩu thì "
     "không ai mở lại được.",
     "Made key {0}, number {1}.\nPublic key, for the province: {2} (file {4})\nKeep a backup of {3}; nobody can open "
     "it without the passphrase."},
    {"key.made_root",
     "Đã tạo khoá gốc của tỉnh ({0}), số {1}.\nKhoá công khai, trao tận tay từng máy kiểm tra: {2} (tệp {4})\nHãy "
     "sao lưu {3} vào két; quên mật khẩu thì không ai mở lại được.",
     "Made the province's root key ({0}), number {1}.\nPublic key, to be handed to each inspecting machine: {2} "
     "(file {4})\nKeep a backup of {3} in a safe; nobody can open it without the passphrase."},
    {"key.name",
     "“{0}” không dùng làm tên khoá được; hãy dùng chữ thường không dấu, chữ số, gạch nối, tối đa 40 ký tự.",
     "“{0}” cannot name a key; use lower-case letters, digits and hyphens, at most 40."},
    {"key.no_passphrase",
     "Cần mật khẩu của khoá {0}; hãy gõ ở cửa sổ lệnh (hai lần giống nhau với khoá mới), dùng --passphrase-file, "
     "hoặc đặt biến TEMSAO_PASSPHRASE.",
     "The passphrase of key {0} is needed; type it at a terminal (a new one twice, the same), give "
     "--passphrase-file, or set TEMSAO_PASSPHRASE."},
    {"key.no_root",
     "Máy này chưa có khoá gốc của tỉnh; hãy tạo bằng temsao key new root.",
     "This machine has no root key of a province; make one with temsao key new root."},
    {"key.none",
     "Không có khoá “{0}” trên máy này; xem temsao key list.",
     "There is no key “{0}” on this machine; see temsao key list."},
    {"key.not_certified",
     "Khoá {0} không có chứng thư nào như vậy ở đây; xem temsao key list.",
     "Key {0} has no such certificate here; see temsao key list."},
    {"key.public",
     "“{0}” không phải tên khoá trên máy này, tệp .pub có thật hay khoá công khai; hãy kiểm tra lại.",
     "“{0}” is no key of this machine, no .pub file that exists and no public key; check it."},
    {"key.revoked",
     "Đã thu hồi ({0}) {1} từ ngày {2}. Các máy khác biết sau lần publish tới.",
     "Revoked ({0}) {1} from {2}. Other machines know once you publish."},
    {"key.row_certified",
     "chứng thư    {0}  {1}, {2} sản phẩm, {3} – {4}",
     "certificate  {0}  {1}, {2} {2|product|products}, {3} – {4}"},
    {"key.row_revocation", "thu hồi      {0}: {1}, từ {2}. {3}", "revoked      {0}: {1}, from {2}. {3}"},
    {"key.row_revoked",
     "chứng thư    {0}  {1}, {2} sản phẩm, {3} – {4} (khoá đã thu hồi)",
     "certificate  {0}  {1}, {2} {2|product|products}, {3} – {4} (key revoked)"},
    {"key.which_certificate",
     "Khoá {0} có {1} chứng thư; hãy thêm --from với ngày đầu của chứng thư cần rút: {2}.",
     "Key {0} has {1} certificates; add --from with the first day of the one to take back: {2}."},
    {"key.withdrawn",
     "Đã rút chứng thư của khoá {0} ({1}, {2} – {3}). Các máy khác biết sau lần publish tới.",
     "Took back the certificate of key {0} ({1}, {2} – {3}). Other machines know once you publish."},
    {"list.exported", "Đã ghi {0} sản phẩm vào {1}.", "Wrote {0} {0|product|products} to {1}."},
    {"list.no_product",
     "Không có sản phẩm “{0}” trong danh sách; xem temsao list show.",
     "There is no product “{0}” in the list; see temsao list show."},
    {"list.summary", "{0} sản phẩm, theo danh sách ngày {1}.", "{0} {0|product|products}, by the list of {1}."},
    {"log.audit_over", "in nhiều hơn đã khai; hãy hỏi nhà sản xuất", "more than declared; ask the producer"},
    {"log.audit_row", "in {0}, hủy {1}, khai {2}", "printed {0}, voided {1}, declared {2}"},
    {"log.broken",
     "Nhật ký KHÔNG còn nguyên vẹn ({0} mục, {1} điểm chốt): dữ liệu đã bị sửa; giữ nguyên hiện trạng và báo văn "
     "phòng OCOP tỉnh.",
     "The log does NOT hold ({0} {0|entry|entries}, {1} {1|checkpoint|checkpoints}): its data was altered; keep "
     "everything as it is and tell the province's OCOP office."},
    {"log.consistent",
     "Nhật ký {1} mục bắt đầu đúng bằng {0} mục của điểm chốt cũ: không có gì bị sửa hay bớt.",
     "The log of {1} {1|entry|entries} begins with the {0} {0|entry|entries} of the older checkpoint: nothing was "
     "changed or taken away."},
    {"log.declared", "Đã ghi: {0}, lô {1}, khai {2}.", "Written down: {0}, lot {1}, declared {2}."},
    {"log.exported",
     "Đã ghi {0} mục của nhật ký vào {1} ({2} tệp mới).",
     "Wrote the log's {0} {0|entry|entries} to {1} ({2} new {2|file|files})."},
    {"log.holds",
     "Nhật ký nguyên vẹn: {0} mục, khớp với {1} điểm chốt đã ký.",
     "The log holds: {0} {0|entry|entries}, in accord with {1} signed {1|checkpoint|checkpoints}."},
    {"log.included", "Có trong nhật ký {2}: mục số {0} trong {1} mục.", "It is in the log {2}: entry {0} of {1}."},
    {"log.proof_written",
     "Đã ghi bằng chứng vào {0}; kiểm tra bằng temsao log check.",
     "Wrote the proof to {0}; check it with temsao log check."},
    {"log.prove_what",
     "Hãy nêu một số sê-ri, hoặc --since với một điểm chốt cũ, không phải cả hai.",
     "Name a serial, or --since with an older checkpoint, not both."},
    {"log.summary", "Nhật ký có {0} mục.", "The log has {0} {0|entry|entries}."},
    {"log.unprinted",
     "Lần in số {0} ({1}, ngày {2}) còn {3} nhãn để dành mà chưa in. Nếu không ai đang in và cũng không in nữa, hãy "
     "hủy: temsao serial void --run {0}",
     "Run {0} ({1}, {2}) has {3} {3|label|labels} reserved and not printed. Unless somebody is printing just now or "
     "will, void it: temsao serial void --run {0}"},
    {"publish.done",
     "Danh sách số {0}, ngày {1}: {2} sản phẩm, {3} chứng thư khoá, {4} lệnh thu hồi, trong {5} ({6} KB). Chữ ký cho "
     "minisign: {7}.",
     "List number {0} of {1}: {2} {2|product|products}, {3} key {3|certificate|certificates}, {4} "
     "{4|revocation|revocations}, in {5} ({6} KB). Signature for minisign: {7}."},
    {"publish.future",
     "Danh sách đề ngày {0}, sau ngày {1}; hãy nhập lại với --as-of đúng, vì danh sách phát hành sau không được lùi "
     "ngày.",
     "The list is dated {0}, which is after {1}; import it again with the right --as-of, since later lists may not "
     "go back."},
    {"revoke.decision",
     "“{0}” không phải số quyết định; hãy viết như 3763/QĐ-UBND.",
     "“{0}” is no decision number; write it like 3763/QĐ-UBND."},
    {"revoke.done", "Đã thu hồi “{0}” theo {1}.", "Revoked “{0}” by {1}."},
    {"revoke.kind",
     "“{0}” không phải loại thu hồi; hãy dùng key, certificate, serial hoặc lot.",
     "“{0}” is no kind of revocation; use key, certificate, serial or lot."},
    {"revoke.what",
     "“{0}” chưa đủ để thu hồi ({1}); hãy viết mã sản phẩm, dấu /, rồi số, ví dụ 09521234543213/L1.",
     "“{0}” does not name what to revoke ({1}); write the product's key, a /, then the number, as in "
     "09521234543213/L1."},
    {"serial.or_run",
     "Hãy nêu một số sê-ri, hoặc --run với số của một lần in, không phải cả hai.",
     "Name a serial, or --run with the number of a run, not both."},
    {"serial.reissued",
     "{0} được thay bằng {1}. In nhãn mới: temsao label {2} --lot {3} --serial {4} -o nhan.pdf",
     "{0} is replaced by {1}. Print the new label: temsao label {2} --lot {3} --serial {4} -o label.pdf"},
    {"serial.run_voided",
     "Đã hủy lần in số {0}; {1} sê-ri để dành cho lần này sẽ không bao giờ được in.",
     "Run {0} is void; of its reserved serials, {1}, none will ever be printed."},
    {"serial.voided", "Đã hủy sê-ri {0}.", "Serial {0} is void."},
    {"status.delisted", "đã đưa ra khỏi danh sách", "taken off the list"},
    {"status.revoked", "đã thu hồi", "revoked"},
    {"status.superseded", "đã được thay thế", "superseded"},
    {"trust.installed",
     "Từ nay kiểm tra theo danh sách số {0} của {1}, ngày {2}: {3} sản phẩm, {4} chứng thư khoá, {5} lệnh thu hồi.",
     "From now on checks go by list number {0} of {1}, {2}: {3} {3|product|products}, {4} key "
     "{4|certificate|certificates}, {5} {5|revocation|revocations}."},
    {"trust.known",
     "Danh sách số {0} của {1}, ngày {2}, đã có sẵn ({3} sản phẩm, {4} chứng thư khoá, {5} lệnh thu hồi); không có "
     "gì thay đổi.",
     "List number {0} of {1}, {2}, is in use already ({3} {3|product|products}, {4} key "
     "{4|certificate|certificates}, {5} {5|revocation|revocations}); nothing changed."},
    {"trust.other_root",
     "Khoá gốc {0} khác khoá {1} mà máy này đang tin; giữ nguyên. Chỉ khi tỉnh báo tận tay là đã đổi khoá thì xoá "
     "{2} rồi làm lại.",
     "Root key {0} is not the one that this machine trusts, {1}; nothing changed. Only if the province told you in "
     "person that its key changed, delete {2} and try again."},
    {"trust.root_needed",
     "Máy này chưa biết khoá gốc của tỉnh; hãy thêm --root với tệp root.pub nhận tận tay từ tỉnh.",
     "This machine does not know the province's root key yet; add --root with the root.pub that the province handed "
     "you."},
    {"verify.unsigned_newer",
     "Danh sách nhập ngày {0} mới hơn danh sách đã ký ngày {1} nhưng không có chữ ký; kiểm tra theo danh sách đã ký.",
     "The imported list of {0} is newer than the signed one of {1} but unsigned; checks go by the signed one."},
};

} // namespace

extern constinit const Table office{rows};

} // namespace temsao::sentences
