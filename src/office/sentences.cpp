// What a person may read from src/office; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"bundle.none",
     "Máy chủ này chưa có danh sách đã ký; cơ quan OCOP tỉnh cần phát hành danh sách trước.",
     "This server has no signed list yet; the province's OCOP office must publish one first."},
    {"certify.no_products",
     "Danh sách không có sản phẩm nào của “{0}”; hãy nêu mã sản phẩm, hoặc sửa tên chủ thể cho giống danh sách.",
     "The list has no product of “{0}”; name the products, or write the producer's name as the list does."},
    {"diff.summary", "{0} thay đổi.", "{0} {0|change|changes}."},
    {"import.all_refused",
     "Mọi dòng của {0} đều bị từ chối ({1} dòng); danh sách cũ giữ nguyên, hãy sửa và nhập lại.",
     "Every row of {0} was refused ({1} {1|row|rows}); the old list stays. Correct the rows and import again."},
    {"import.legacy",
     "Chữ theo bảng mã cũ {0} đã được chuyển: “{1}” thành “{2}”.",
     "Text in the old encoding {0} was converted: “{1}” became “{2}”."},
    {"import.more_remarks",
     "… và {0} điều khác cần xem; --json ghi đủ.",
     "… and {0} more {0|remark|remarks}; --json has them all."},
    {"import.refused_file",
     "Các dòng bị từ chối nằm trong {0}; hãy sửa và nhập lại.",
     "The refused rows are in {0}; correct them and import again."},
    {"import.refused_row",
     "Dòng {0}, cột “{1}”, giá trị “{2}”: {3} {4}",
     "Row {0}, column “{1}”, value “{2}”: {3} {4}"},
    {"import.remark", "Dòng {0}: {1}", "Row {0}: {1}"},
    {"import.summary",
     "Đã nhập {0} sản phẩm từ {1} dòng, từ chối {2} dòng; danh sách ngày {3:day}.",
     "Imported {0} {0|product|products} from {1} {1|row|rows}, refused {2}; the list is dated {3:day}."},
    {"key.ask", "Mật khẩu của {0}: ", "Password of {0}: "},
    {"key.ask_new", "Mật khẩu mới cho {0}: ", "New password for {0}: "},
    {"key.certified",
     "Khóa {0} được ký cho {1}: {2} sản phẩm, ngày sản xuất từ {3:day} đến {4:day}. Các máy khác biết sau khi phát "
     "hành (temsao publish).",
     "Key {0} may sign for {1}: {2} {2|product|products}, production dates from {3:day} to {4:day}. Other machines "
     "know after temsao publish."},
    {"key.certified_already",
     "Khóa {0} đã có đúng chứng thư này ({1:day} đến {2:day}); không có gì thay đổi.",
     "Key {0} already has exactly this signing permit ({1:day} to {2:day}); nothing changed."},
    {"key.made",
     "Đã tạo khóa {0}, số {1}.\nKhóa công khai, gửi cho cơ quan OCOP tỉnh: {2} (tệp {4})\nHãy sao lưu {3}; quên mật "
     "khẩu thì không ai mở lại được.",
     "Made key {0}, number {1}.\nPublic key, for the province's OCOP office: {2} (file {4})\nKeep a backup of {3}; "
     "nobody can open it without the password."},
    {"key.made_root",
     "Đã tạo khóa gốc của tỉnh ({0}), số {1}.\nKhóa công khai, trao tận tay từng máy kiểm tra: {2} (tệp {4})\nHãy "
     "sao lưu {3} vào két; quên mật khẩu thì không ai mở lại được.",
     "Made the province's root key ({0}), number {1}.\nPublic key, to hand to each checking machine in person: {2} "
     "(file {4})\nKeep a backup of {3} in a safe; nobody can open it without the password."},
    {"key.name",
     "“{0}” không dùng làm tên khóa được; hãy dùng chữ thường không dấu, chữ số, gạch nối, tối đa 40 ký tự.",
     "“{0}” cannot be a key's name; use lower-case letters, digits and hyphens, at most 40."},
    {"key.no_passphrase",
     "Cần mật khẩu của {0}; hãy gõ ở cửa sổ lệnh (hai lần giống nhau nếu mới), dùng --passphrase-file, hoặc đặt biến "
     "TEMSAO_PASSPHRASE.",
     "The password of {0} is needed; type it at a terminal (a new one twice), give --passphrase-file, or set "
     "TEMSAO_PASSPHRASE."},
    {"key.no_root",
     "Máy này chưa có khóa gốc của tỉnh; hãy tạo bằng temsao key new root.",
     "This machine has no root key of a province; make one with temsao key new root."},
    {"key.none",
     "Không có khóa “{0}” trên máy này; xem temsao key list.",
     "There is no key “{0}” on this machine; see temsao key list."},
    {"key.not_certified",
     "Khóa {0} không có chứng thư nào như vậy ở đây; xem temsao key list.",
     "Key {0} has no such signing permit here; see temsao key list."},
    {"key.public",
     "“{0}” không phải tên khóa trên máy này, tệp .pub có thật hay khóa công khai; hãy kiểm tra lại.",
     "“{0}” is not a key of this machine, an existing .pub file or a public key; check it."},
    {"key.revoked",
     "Đã thu hồi ({0}) {1} từ ngày {2:day}. Các máy khác biết sau khi phát hành (temsao publish).",
     "Revoked ({0}) {1} from {2:day}. Other machines know after temsao publish."},
    {"key.row_certified",
     "chứng thư    {0}  {1}, {2} sản phẩm, {3:day} – {4:day}",
     "permit       {0}  {1}, {2} {2|product|products}, {3:day} – {4:day}"},
    {"key.row_revocation", "thu hồi      {0}: {1}, từ {2:day}. {3}", "revoked      {0}: {1}, from {2:day}. {3}"},
    {"key.row_revoked",
     "chứng thư    {0}  {1}, {2} sản phẩm, {3:day} – {4:day} (khóa đã thu hồi)",
     "permit       {0}  {1}, {2} {2|product|products}, {3:day} – {4:day} (key revoked)"},
    {"key.which_certificate",
     "Khóa {0} có {1} chứng thư; hãy thêm --from với ngày đầu của chứng thư cần rút: {2}.",
     "Key {0} has {1} signing permits; add --from with the first day of the one to withdraw: {2}."},
    {"key.withdrawn",
     "Đã rút chứng thư của khóa {0} ({1}, {2:day} – {3:day}). Các máy khác biết sau khi phát hành (temsao publish).",
     "Withdrew the signing permit of key {0} ({1}, {2:day} – {3:day}). Other machines know after temsao publish."},
    {"list.exported", "Đã ghi {0} sản phẩm vào {1}.", "Wrote {0} {0|product|products} to {1}."},
    {"list.no_product",
     "Không có sản phẩm “{0}” trong danh sách; xem temsao list show.",
     "There is no product “{0}” in the list; see temsao list show."},
    {"list.number_shared",
     "Mã {0} ghi cho nhiều sản phẩm trong danh sách: {1}; hãy dùng một trong các mã ấy, và sửa dòng sai trong danh "
     "sách.",
     "The list gives number {0} to several products: {1}; use one of these codes, and correct the wrong row of the "
     "list."},
    {"list.summary",
     "{0} sản phẩm, theo danh sách ngày {1:day}.",
     "{0} {0|product|products}, by the list dated {1:day}."},
    {"log.audit_over", "in nhiều hơn số khai; hãy hỏi chủ thể", "more printed than declared; ask the producer"},
    {"log.audit_row", "in {0}, hủy {1}, khai {2}", "printed {0}, voided {1}, declared {2}"},
    {"log.broken",
     "Nhật ký in KHÔNG còn nguyên vẹn ({0} mục, {1} mốc đã ký): có thể bị sửa hoặc hỏng; hãy giữ nguyên hiện trạng "
     "và báo cơ quan OCOP tỉnh.",
     "The print log is NOT intact ({0} {0|entry|entries}, {1} signed {1|mark|marks}): it may be altered or damaged; "
     "keep everything as it is and tell the province's OCOP office."},
    {"log.column.certificate", "Quyết định", "Decision"},
    {"log.column.day", "Ngày", "Date"},
    {"log.column.labels", "Số tem", "Labels"},
    {"log.column.lot", "Lô", "Lot"},
    {"log.column.product", "Sản phẩm", "Product"},
    {"log.column.run", "Lần", "Run"},
    {"log.column.state", "Trạng thái", "State"},
    {"log.consistent",
     "Nhật ký in {1} mục bắt đầu đúng bằng {0} mục của mốc đã ký cũ: chưa mục nào bị sửa hay bớt.",
     "The print log of {1} {1|entry|entries} begins with exactly the {0} {0|entry|entries} of the older signed mark: "
     "nothing was changed or removed."},
    {"log.declared", "Đã ghi: {0}, lô {1}, khai {2}.", "Noted: {0}, lot {1}, declared {2}."},
    {"log.exported",
     "Đã ghi {0} mục của nhật ký in vào {1} ({2} tệp mới).",
     "Wrote the print log's {0} {0|entry|entries} to {1} ({2} new {2|file|files})."},
    {"log.holds",
     "Nhật ký in nguyên vẹn: {0} mục, khớp với {1} mốc đã ký.",
     "The print log is intact: {0} {0|entry|entries}, matching {1} signed {1|mark|marks}."},
    {"log.included",
     "Có trong nhật ký in {2}: mục số {0} trong {1} mục.",
     "It is in the print log {2}: entry {0} of {1}."},
    {"log.proof_written",
     "Đã ghi tệp chứng minh {0}; kiểm tra bằng temsao log check.",
     "Wrote the proof file {0}; check it with temsao log check."},
    {"log.prove_what",
     "Hãy nêu một số sê-ri, hoặc --since với một mốc đã ký cũ, không phải cả hai.",
     "Name a serial number, or --since with an older signed mark, not both."},
    {"log.summary", "Nhật ký in có {0} mục.", "The print log has {0} {0|entry|entries}."},
    {"log.unprinted",
     "Lần in số {0} ({1}, ngày {2:day}) còn {3} tem để dành mà chưa in. Nếu không ai đang in và cũng không in nữa, "
     "hãy hủy: temsao serial void --run {0}",
     "Run {0} ({1}, {2:day}) has {3} {3|label|labels} reserved and not printed. If nobody is printing or will print "
     "them, void the run: temsao serial void --run {0}"},
    {"publish.done",
     "Danh sách số {0}, ngày {1:day}: {2} sản phẩm, {3} chứng thư khóa, {4} lệnh thu hồi, trong {5} ({6} KB). Chữ ký "
     "cho minisign: {7}.",
     "List number {0} dated {1:day}: {2} {2|product|products}, {3} signing {3|permit|permits}, {4} "
     "{4|revocation|revocations}, in {5} ({6} KB). Signature for minisign: {7}."},
    {"publish.future",
     "Danh sách đề ngày {0:day}, sau ngày {1:day}; hãy nhập lại với --as-of đúng, vì danh sách phát hành sau không "
     "được lùi ngày.",
     "The list is dated {0:day}, which is after {1:day}; import it again with the right --as-of, since a later list "
     "cannot have an earlier date."},
    {"revoke.decision",
     "“{0}” không phải số quyết định; hãy viết như 3763/QĐ-UBND.",
     "“{0}” is not a decision number; write it like 3763/QĐ-UBND."},
    {"revoke.done", "Đã thu hồi “{0}” theo {1}.", "Revoked “{0}” by decision {1}."},
    {"revoke.kind",
     "“{0}” không phải loại thu hồi; hãy dùng key, certificate, serial hoặc lot.",
     "“{0}” is not a kind of revocation; use key, certificate, serial or lot."},
    {"revoke.what",
     "“{0}” chưa đủ để thu hồi ({1}); hãy viết mã sản phẩm, dấu /, rồi số, ví dụ 09521234543213/L1.",
     "“{0}” does not name what to revoke ({1}); write the product's key, a /, then the number, as in "
     "09521234543213/L1."},
    {"serial.or_run",
     "Hãy nêu một số sê-ri, hoặc --run với số của một lần in, không phải cả hai.",
     "Name a serial number, or give --run with the number of a run, not both."},
    {"serial.reissued",
     "{0} được thay bằng {1}. In tem mới: temsao label {2} --lot {3} --serial {4} -o nhan.pdf",
     "{0} is replaced by {1}. Print the new label: temsao label {2} --lot {3} --serial {4} -o label.pdf"},
    {"serial.run_voided",
     "Đã hủy lần in số {0}; {1} sê-ri để dành cho lần này sẽ không bao giờ được in.",
     "Run {0} is voided; the {1} serial {1|number|numbers} reserved for it will never be printed."},
    {"serial.voided", "Đã hủy sê-ri {0}.", "Serial number {0} is voided."},
    {"status.delisted", "đã đưa ra khỏi danh sách", "taken off the list"},
    {"status.revoked", "đã thu hồi", "revoked"},
    {"status.superseded", "đã được thay thế", "superseded"},
    {"status.unclear", "trạng thái không rõ", "status not clear"},
    {"trust.installed",
     "Từ nay kiểm tra theo danh sách số {0} của {1}, ngày {2:day}: {3} sản phẩm, {4} chứng thư khóa, {5} lệnh thu "
     "hồi.",
     "Checks now go by list number {0} of {1}, dated {2:day}: {3} {3|product|products}, {4} signing "
     "{4|permit|permits}, {5} {5|revocation|revocations}."},
    {"trust.known",
     "Danh sách số {0} của {1}, ngày {2:day}, đã có sẵn ({3} sản phẩm, {4} chứng thư khóa, {5} lệnh thu hồi); không "
     "có gì thay đổi.",
     "List number {0} of {1}, dated {2:day}, is already in use ({3} {3|product|products}, {4} signing "
     "{4|permit|permits}, {5} {5|revocation|revocations}); nothing changed."},
    {"trust.other_root",
     "Khóa gốc {0} khác khóa {1} mà máy này đang tin; giữ nguyên. Chỉ khi tỉnh báo tận tay là đã đổi khóa, hãy xóa "
     "{2} rồi làm lại.",
     "Root key {0} is not {1}, which this machine trusts; nothing changed. Only if the province told you in person "
     "that its key changed, delete {2} and try again."},
    {"trust.root_needed",
     "Máy này chưa biết khóa gốc của tỉnh; hãy thêm --root với tệp root.pub nhận tận tay từ tỉnh.",
     "This machine does not know the province's root key yet; add --root with the root.pub that the province gave "
     "you in person."},
    {"verify.unsigned_newer",
     "Danh sách nhập ngày {0:day} mới hơn danh sách đã ký ngày {1:day} nhưng không có chữ ký; kiểm tra theo danh "
     "sách đã ký.",
     "The imported list dated {0:day} is newer than the signed one dated {1:day}, but it is not signed; checks go by "
     "the signed one."},
};

} // namespace

extern constinit const Table office{rows};

} // namespace temsao::sentences
