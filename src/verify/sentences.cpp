// What a person may read from src/verify; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"AMBIGUOUS",
     "“{0}” hợp với {1} sản phẩm trong danh sách: {2}; hãy so số giấy chứng nhận và chủ thể trên tem.",
     "“{0}” fits {1} {1|product|products} in the list: {2}; compare certificate number and producer on the label."},
    {"BADGE_ABSENT",
     "Quanh mã không thấy huy hiệu sao nào nên không so được với giấy chứng nhận {0} sao; nếu tem có sao, hãy tự đếm.",
     "No star badge was found around the code to compare with the certificate's {0} stars; if the label has stars, "
     "count them yourself."},
    {"BADGE_ODD_COLOUR",
     "Sao trên huy hiệu không phải màu vàng, cũng không cùng màu mực với chữ; hãy xem kỹ huy hiệu và hỏi nhà in tem.",
     "The badge's stars are neither gold nor the colour of the text; look closely at the badge and ask who printed "
     "the label."},
    {"BADGE_ODD_FORM",
     "Hàng sao trên huy hiệu khác mẫu năm sao đều nhau (số sao, vị trí hoặc cỡ sao); hãy xem kỹ và hỏi nhà in tem.",
     "The badge's stars differ from the pattern of five equal ones (number, place or size); look closely and ask who "
     "printed the label."},
    {"CERT_BORDERLINE",
     "Hôm nay là ngày cuối của 36 tháng theo quyết định {0} ({1:day}); các tỉnh tính ngày này khác nhau, hãy hỏi cơ "
     "quan OCOP tỉnh.",
     "Today is the last day of the 36 months of decision {0} ({1:day}); provinces count this day differently, ask "
     "the province's OCOP office."},
    {"CERT_EXPIRED",
     "Giấy chứng nhận theo quyết định {0} đã hết hiệu lực ngày {1:day}.",
     "The certificate by decision {0} expired on {1:day}."},
    {"CERT_OTHER_RUNS",
     "Quyết định {0} không còn hiệu lực, nhưng theo danh sách quyết định {1} của cùng sản phẩm vẫn còn; hãy hỏi cơ "
     "quan OCOP tỉnh.",
     "Decision {0} has ended, but by the list decision {1} on the same product still runs; ask the province's OCOP "
     "office."},
    {"CERT_REVOKED",
     "Giấy chứng nhận theo quyết định {0} đã bị thu hồi{1:brackets}.",
     "The certificate by decision {0} was revoked{1:brackets}."},
    {"CERT_STATUS_UNCLEAR",
     "Danh sách ghi về quyết định {0}: “{1}”; temsao không rõ nghĩa, hãy hỏi cơ quan OCOP tỉnh.",
     "The list says of decision {0}: “{1}”; temsao does not know what that means, ask the province's OCOP office."},
    {"CERT_SUPERSEDED",
     "Quyết định {0} đã được thay thế{1:brackets}, nhưng danh sách không có quyết định thay nó; hãy hỏi cơ quan OCOP "
     "tỉnh.",
     "Decision {0} was replaced{1:brackets}, but the list lacks the one that replaces it; ask the province's OCOP "
     "office."},
    {"CLOCK_DOUBTFUL",
     "Ngày kiểm tra sớm hơn ngày {0:day} của danh sách; hãy xem lại đồng hồ của máy, hoặc ngày đã chọn.",
     "The day of this check is before the list's day, {0:day}; look at this machine's clock, or at the day chosen."},
    {"DATE_MISMATCH",
     "Ngày không khớp nhau: {0} và {1}; hãy xem lại ngày in trên tem.",
     "The dates do not match: {0} and {1}; look at the dates printed on the label."},
    {"DELISTED",
     "Sản phẩm của quyết định {0} đã được đưa ra khỏi danh sách{1:brackets}.",
     "The product of decision {0} was taken off the list{1:brackets}."},
    {"GOODS_EXPIRED", "Hàng đã quá hạn sử dụng {0:day}.", "The goods are past their expiry date {0:day}."},
    {"GTIN_MISMATCH",
     "Mã QR ghi GTIN {0} nhưng mã vạch bên cạnh là {1}; hãy xem hai mã có in trên cùng một tem không, rồi hỏi chủ "
     "thể.",
     "The QR code says GTIN {0} and the bar code beside it {1}; see whether both are on one label, then ask the "
     "producer."},
    {"LIST_STALE",
     "Danh sách ngày {0:day}, đã {1} ngày; hãy lấy danh sách mới.",
     "The list is dated {0:day}, {1} {1|day|days} ago; get a newer one."},
    {"LOT_BEYOND_RECORDS", "Sổ chưa đến ngày này.", "Records end before this day."},
    {"LOT_BEYOND_RECORDS.before", "Sổ bắt đầu sau ngày này.", "Records begin after this day."},
    {"LOT_BEYOND_RECORDS.no_day",
     "Mã không ghi ngày sản xuất nên không so được lô này với sổ.",
     "The code has no production date, so this lot could not be compared with the records."},
    {"LOT_DATES_DIFFER",
     "Hạn trên tem khác sổ: trên tem {0:day}, trong sổ {1:day}.",
     "Date differs from records: {0:day} on the label, {1:day} in the records."},
    {"LOT_KNOWN", "Lô đã có trong sổ.", "Lot on record."},
    {"LOT_MISMATCH",
     "Số lô đọc được trên tem “{0}” khác số lô trong mã QR “{1}”; hãy xem lại trên tem.",
     "The lot read on the label, “{0}”, differs from the lot in the QR code, “{1}”; look at the label."},
    {"LOT_NOT_REPORTED",
     "Chưa thấy lô này trong sổ (đến {0:day}); có thể chưa gửi, hãy hỏi chủ thể.",
     "Not in the records (to {0:day}); perhaps not sent yet, ask the producer."},
    {"LOT_NO_RECORDS", "Chủ thể chưa gửi sổ lô.", "Producer sends no lot records."},
    {"LOT_REVOKED",
     "Lô đang bị thu hồi từ {1:day}: đừng dùng, trả lại nơi mua. Lô {0}{2:given|; lý do: |}.",
     "Recalled since {1:day}: do not use, take it back. Lot {0}{2:given|; reason: |}."},
    {"MADE_BEFORE_END",
     "Hàng sản xuất ngày {0:day}, khi giấy chứng nhận còn hiệu lực.",
     "The goods were made on {0:day}, while the certificate was valid."},
    {"MADE_IN_FUTURE", "Ngày sản xuất {0:day} chưa tới.", "The production date {0:day} is in the future."},
    {"NAME_MISMATCH",
     "Tên trên tem “{0}” khác tên trong danh sách “{1}”.",
     "The name on the label, “{0}”, differs from the name in the list, “{1}”."},
    {"NOT_A_TRACE_CODE",
     "Mã này không phải mã truy vết sản phẩm; không so với danh sách.",
     "This code is not a product trace code; it was not compared with the list."},
    {"NOT_LISTED",
     "Không tìm thấy mã {0} trong danh sách; sản phẩm có thể thuộc tỉnh khác hoặc danh sách khác.",
     "Code {0} was not found in the list; the product may belong to another province or list."},
    {"NOT_YET_VALID",
     "Giấy chứng nhận theo quyết định {0} chưa có hiệu lực vào ngày kiểm tra.",
     "The certificate by decision {0} is not valid yet on the day of the check."},
    {"NO_LIST",
     "Máy này chưa có danh sách sản phẩm; hãy nhập bằng temsao list import.",
     "There is no product list on this machine; import one with temsao list import."},
    {"OK",
     "Mã có trong danh sách; giấy chứng nhận theo quyết định {0} còn hiệu lực đến hết ngày {1:day}.",
     "The code is in the list; the certificate by decision {0} is valid until {1:day}."},
    {"PRODUCER_MISMATCH",
     "Chủ thể trên tem “{0}” khác chủ thể trong danh sách “{1}”.",
     "The producer on the label, “{0}”, differs from the producer in the list, “{1}”."},
    {"PRODUCT_NOT_LISTED",
     "Sản phẩm {0} không có trong danh sách. Mã bắt đầu như vậy trong danh sách là của: {1}; ví dụ sản phẩm “{2}”.",
     "Product {0} is not in the list. Numbers that begin like it are listed for: {1}; for example the product “{2}”."},
    {"REVOKED_HERE.decision",
     "Quyết định {0} được ghi là bị thu hồi từ {1:day}, nhưng danh sách đã ký chưa có; hãy hỏi cơ quan OCOP tỉnh."
     "{2:given| Lý do: |.}",
     "Decision {0} is noted as revoked from {1:day}, but not in a signed list yet; ask the province's OCOP office."
     "{2:given| Reason: |.}"},
    {"REVOKED_HERE.key",
     "Khóa ký {0} được ghi là bị thu hồi từ {1:day}, nhưng danh sách đã ký chưa có; hãy hỏi cơ quan OCOP tỉnh."
     "{2:given| Lý do: |.}",
     "The signing key {0} is noted as revoked from {1:day}, but not in a signed list yet; ask the province's OCOP "
     "office.{2:given| Reason: |.}"},
    {"REVOKED_HERE.lot",
     "Lô {0} được ghi là bị thu hồi từ {1:day}, nhưng danh sách đã ký chưa có; hãy hỏi nơi bán trước khi dùng."
     "{2:given| Lý do: |.}",
     "Lot {0} is noted as recalled from {1:day}, but not in a signed list yet; ask the seller before you use it."
     "{2:given| Reason: |.}"},
    {"REVOKED_HERE.serial",
     "Sê-ri {0} được ghi là đã hủy từ {1:day}, nhưng danh sách đã ký chưa có; hãy hỏi nơi bán.{2:given| Lý do: |.}",
     "Serial number {0} is noted as voided from {1:day}, but not in a signed list yet; ask the seller.{2:given| "
     "Reason: |.}"},
    {"SALE_ENDED",
     "Hạn bán {0:day} ghi trong mã đã qua; hãy xem hạn sử dụng trên tem.",
     "The last day for selling in the code, {0:day}, has passed; look at the expiry date on the label."},
    {"SEAL_MISSING",
     "Từ ngày {1:day}, mã trên tem của {0} có chữ ký, mà mã này không có chữ ký cũng không ghi ngày sản xuất sớm hơn; "
     "hãy hỏi chủ thể hoặc cơ quan OCOP tỉnh.",
     "From {1:day} on, codes of {0} carry a signature; this one has none and names no earlier production date. Ask the "
     "producer or the province's OCOP office."},
    {"SERIAL_NOT_PRINTED",
     "Chưa thấy số này trong nhật ký in: {0}; hãy hỏi chủ thể.",
     "Number not in print records: {0}; ask the producer."},
    {"SERIAL_NOT_PRINTED.by_list",
     "Chưa thấy số này trong nhật ký in (đến {1:day}): {0}; có thể in sau ngày đó, hãy hỏi chủ thể.",
     "Number not in print records (to {1:day}): {0}; perhaps printed since, ask the producer."},
    {"SERIAL_REPEATED",
     "Sê-ri {0} đã được thấy ở nơi khác: {1}, ngày {2:day}. Có thể gói hàng đã chuyển nơi, hoặc tem bị sao chép; hãy "
     "hỏi nguồn hàng.",
     "Serial number {0} was seen in another place: {1}, on {2:day}. The pack may have moved, or the label was "
     "copied; ask where the goods came from."},
    {"SERIAL_REPEATED.again",
     "Sê-ri {0} đã được kiểm tra ở chính nơi này ({1}) ngày {2:day}{3:brackets}. Nếu lần đó là một gói khác thì có thể "
     "tem "
     "bị sao chép; hãy hỏi nguồn hàng.",
     "Serial number {0} was already checked in this place ({1}) on {2:day}{3:brackets}. If that was another pack, the "
     "label may have been copied; ask where the goods came from."},
    {"SERIAL_REPEATED.elsewhere",
     "Sê-ri {0} đã được thấy ở các nơi khác nhau, trong đó có ngày {1:day}. Có thể gói hàng đã chuyển nơi, hoặc tem bị "
     "sao "
     "chép; hãy hỏi nguồn hàng.",
     "Serial number {0} was seen in different places, one of them on {1:day}. The pack may have moved, or the label "
     "was "
     "copied; ask where the goods came from."},
    {"SERIAL_REPEATED.photo",
     "Trong ảnh này có {1} tem cùng sê-ri {0}. Nếu chúng ở trên các gói khác nhau thì có thể tem bị sao chép; hãy hỏi "
     "nguồn hàng.",
     "{1} labels in this photo have serial number {0}. If they are on different packs, labels may have been copied; "
     "ask "
     "where the goods came from."},
    {"SERIAL_REPEATED.photos",
     "Sê-ri {0} có trong {1} ảnh của lần kiểm tra này. Nếu ảnh chụp các gói khác nhau thì có thể tem bị sao chép; hãy "
     "hỏi nguồn hàng.",
     "Serial number {0} is in {1} photos of this check. If they show different packs, the label may have been copied; "
     "ask where the goods came from."},
    {"SERIAL_REVOKED",
     "Sê-ri {0} đã bị hủy từ ngày {1:day}.{2:given| Lý do: |.}",
     "Serial number {0} was voided on {1:day}.{2:given| Reason: |.}"},
    {"SERIAL_WITHDRAWN",
     "Theo nhật ký in của máy này, tem mang sê-ri {0} đã bị hủy hoặc thay bằng tem khác; hãy hỏi chủ thể.",
     "By this machine's print log, the label with serial number {0} was voided or replaced; ask the producer."},
    {"SIG_NOT_CHECKED",
     "Mã có chữ ký số nhưng máy này chưa có khóa để kiểm tra.",
     "The code is signed, but this machine has no key to check the signature."},
    {"STARS_UNSURE",
     "Ảnh không đủ rõ để đếm sao trên tem; hãy tự đếm, giấy chứng nhận là {0} sao.",
     "The photo does not show the label's stars clearly enough to count them; count them yourself: the certificate "
     "says {0}."},
    {"STAR_MISMATCH",
     "Tem có {0} sao, giấy chứng nhận là {1} sao.",
     "The label shows {0} {0|star|stars}, the certificate says {1}."},
};

} // namespace

extern constinit const Table verify{rows};

} // namespace temsao::sentences
