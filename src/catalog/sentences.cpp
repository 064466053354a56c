// What a person may read from src/catalog; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"CELL_SAYS_NOTHING",
     "Ô {0} “{1}” không nói gì; temsao coi là để trống.",
     "Cell {0} “{1}” says nothing; temsao takes it as empty."},
    {"CELL_SAYS_NOTHING.more",
     "Ô {0} “{1}” không nói gì; temsao coi là để trống (còn {2} ô như vậy trong cột này).",
     "Cell {0} “{1}” says nothing; temsao takes it as empty ({2} more in this column)."},
    {"CELL_SAYS_NOTHING.number",
     "Ô {0} chỉ có “{1}” ở chỗ của mã vạch; temsao coi là để trống. Nếu sản phẩm có mã vạch, hãy ghi lại theo bản gốc.",
     "Cell {0} has only “{1}” where the barcode should stand; temsao takes it as empty. If the product has a barcode, "
     "write it from the original."},
    {"DAYS_OF_TWO_KINDS",
     "Cột “{0}” có ngày là chữ (“{1}”) và ngày của bảng tính đọc được hai cách (“{2}”); nếu máy ghi tháng trước đã đổi "
     "chúng thì ngày bị đảo. Hãy so với bản gốc.",
     "Column “{0}” has days that are text (“{1}”) and dates of the workbook that read either way (“{2}”); a program "
     "that "
     "writes the month first may have turned them around. Compare with the original."},
    {"DECISIONS_LACKING",
     "{0} dòng không ghi số quyết định; hãy ghi số theo bản gốc.",
     "{0} rows name no decision; write its number from the original."},
    {"DECISIONS_OF_ONE_DAY",
     "“{0}” có hai quyết định cùng ngày {3:day}: {1} và {2}; hãy xem quyết định nào còn dùng.",
     "“{0}” has two decisions of {3:day}: {1} and {2}; see which of them is in use."},
    {"DECISION_DAYS_DIFFER",
     "Quyết định {0} ghi ngày {1:day} ở dòng này và ngày {2:day} ở {3} dòng khác; hãy so với bản gốc.",
     "Decision {0} has the day {1:day} in this row and {2:day} in {3} other {3|row|rows}; compare with the original."},
    {"DECISION_DAYS_DIFFER.many",
     "Quyết định {0} ghi {1} ngày khác nhau; hãy so với bản gốc.",
     "Decision {0} has {1} different days; compare with the original."},
    {"DECISION_DAY_DIFFERS",
     "Ô quyết định của “{0}” ghi “{1}” trong khi cột ngày ghi {2:day}; temsao tính theo cột ngày. Hãy so với bản gốc.",
     "The decision's cell of “{0}” says “{1}”, and the column of days {2:day}; temsao counts the column's. Compare "
     "with the original."},
    {"DECISION_DAY_TAKEN",
     "Cột ngày của “{0}” để trống; ngày {2:day} được lấy từ ô quyết định “{1}”.",
     "The column of days of “{0}” is empty; {2:day} was taken from the decision's cell “{1}”."},
    {"DECISION_LACKING",
     "Dòng của “{0}” không ghi số quyết định; hãy ghi số theo bản gốc.",
     "The row of “{0}” names no decision; write its number from the original."},
    {"DECISION_YEAR_DIFFERS",
     "Số quyết định {1} của “{0}” ghi năm khác với ngày {2:day}; hãy so với bản gốc.",
     "The number of decision {1} of “{0}” names another year than its day, {2:day}; compare with the original."},
    {"ENDED_BY_ITSELF",
     "Quyết định {1} của “{0}” được ghi là đã hết hiệu lực, trong khi quyết định {2} vẫn còn. Nếu {1} là quyết định "
     "thu "
     "hồi {2}, hãy ghi {2} ở cột quyết định và {1} ở ghi chú.",
     "Decision {1} of “{0}” is said to have ended, while {2} still runs. If {1} is the decision that ended {2}, write "
     "{2} "
     "as the decision and {1} into the note."},
    {"ENDS_DIFFER",
     "Các dòng của “{0}” theo quyết định {1} ghi ngày hết hiệu lực khác nhau: {2:day} và {3:day}; giữa hai ngày ấy "
     "temsao báo Cần kiểm tra thêm. Hãy sửa theo bản gốc.",
     "The rows of “{0}” by decision {1} have different last days: {2:day} and {3:day}; between these days temsao "
     "says Needs a further check. Correct them by the original."},
    {"GROUP_STARS_DIFFER",
     "“{0}” ghi {1} sao, nhưng đứng dưới “{2}”; hãy so với quyết định.",
     "“{0}” has {1} stars and stands under “{2}”; compare with the decision."},
    {"GROUP_STARS_DIFFER.many",
     "{0} dòng dưới “{1}” ghi hạng sao khác; hãy so với quyết định.",
     "{0} rows under “{1}” have other stars; compare with the decision."},
    {"GROUP_UNKNOWN",
     "“{0}” không phải một trong sáu nhóm sản phẩm của chương trình; nhóm được để trống.",
     "“{0}” is none of the programme's six groups of products; the group was left open."},
    {"GTIN_RESTRICTED",
     "Mã vạch {0} của “{1}” không phải của riêng sản phẩm này: đầu số 02, 04, 20-29 dùng nội bộ cửa hàng, 977-979 của "
     "báo và sách, 98-99 của phiếu mua hàng; hãy dùng mã nội bộ, và xin mã của GS1 nếu sản phẩm bán ở nơi khác.",
     "Bar code {0} of “{1}” is not the product's own: prefixes 02, 04 and 20-29 are for use within a shop, 977-979 "
     "for newspapers and books, 98-99 for coupons; use an internal code, and ask GS1 for a number if it is sold "
     "elsewhere."},
    {"ISSUED_AFTER_LIST",
     "Quyết định của “{0}” ghi ngày {1:day}, sau ngày {2:day} của danh sách; hãy so với bản gốc.",
     "The decision of “{0}” has the day {1:day}, after the list's own, {2:day}; compare with the original."},
    {"ISSUED_BEFORE_PROGRAMME",
     "Quyết định của “{0}” ghi ngày {1:day}, trước khi có chương trình; hãy so với bản gốc.",
     "The decision of “{0}” has the day {1:day}, before there was such a programme; compare with the original."},
    {"ISSUER_IMPLAUSIBLE",
     "Theo quy định temsao có, {0} không cấp hạng {1} sao vào ngày {2:day}; hãy xem bản gốc quyết định.",
     "By the rules that temsao has, {0} did not grant {1} {1|star|stars} on {2:day}; look at the original decision."},
    {"NAME_LIKE_REVOKED",
     "Tên “{0}” ({1}) chỉ khác một chữ hoặc dấu câu với “{3}” ({2}) của cùng chủ thể, đã bị thu hồi hoặc ra khỏi danh "
     "sách; hãy xem "
     "có "
     "phải là một sản phẩm không.",
     "The name “{0}” ({1}) differs in one letter or sign from “{3}” ({2}) of the same producer, which was revoked or "
     "delisted; "
     "see whether it is the same product."},
    {"NAME_TWICE",
     "“{0}” có hai mã, {1} và {2}, của cùng chủ thể; hãy bỏ dòng thừa nếu chỉ là một sản phẩm.",
     "“{0}” has two codes, {1} and {2}, of the same producer; delete one row if it is one product."},
    {"NOTES_NOT_KEPT",
     "{0} dòng có ghi chú mà temsao không hiểu, trước hết ở ô {1}: “{2}”. Chúng không đổi gì, và danh sách không giữ "
     "ghi "
     "chú; điều gì thuộc về giấy chứng nhận thì hãy ghi vào cột.",
     "{0} {0|row has a note|rows have notes} in words that temsao does not know, first in {1}: “{2}”. They change "
     "nothing, and the list keeps no notes; write into the columns what is of the certificate."},
    {"NOTE_LOWERS_STARS",
     "Ghi chú của “{0}” nói hạ sao: “{1}”; temsao vẫn tính {2} sao. Hãy ghi hạng sao và quyết định hiện nay.",
     "The note of “{0}” speaks of fewer stars: “{1}”; temsao still counts {2}. Write the stars and the decision of "
     "now."},
    {"NOTE_NOT_COUNTED",
     "Ghi chú của “{0}” không được tính: “{1}”. Nếu giấy chứng nhận đã hết hiệu lực, hãy ghi số quyết định, như “thu "
     "hồi theo 9/QĐ-UBND”.",
     "The note of “{0}” was not counted: “{1}”. If the certificate has ended, name the decision, like “thu hồi theo "
     "9/QĐ-UBND”."},
    {"NOTE_OF_CHANGE",
     "Ghi chú của “{0}” nói đến điều khác với các cột: “{1}”; temsao theo các cột. Nếu điều ấy đúng, hãy sửa hạng sao, "
     "quyết định, ngày hết hiệu lực, tên hoặc chủ thể trong các cột.",
     "The note of “{0}” tells what the columns do not: “{1}”; temsao follows the columns. If it holds, correct stars, "
     "decision, last day, name or producer in the columns."},
    {"NUMBERS_LEAVE_OUT",
     "Không dòng nào mang số thứ tự {0}; hãy xem có sót dòng nào không.",
     "No row has the number {0}; see whether a row is missing."},
    {"NUMBERS_LEAVE_OUT.many",
     "Không dòng nào mang số thứ tự {0}, và thiếu {1} số nữa; hãy xem có sót dòng nào không.",
     "No row has the number {0}, and {1} more {1|number|numbers} are left out; see whether rows are missing."},
    {"NUMBER_SHARED",
     "Mã {0} ghi cho nhiều sản phẩm: {1}. Tem mang mã này sẽ bị báo Cần kiểm tra thêm; hãy sửa dòng sai.",
     "Number {0} is given to several products: {1}. Their labels will get “Needs a further check”; correct the "
     "wrong row."},
    {"PRODUCER_WORDS",
     "Ô chủ thể của “{0}” ghi “{1}”; temsao tính cả câu đó là tên. Chỉ ghi tên như trong quyết định, điều khác ghi ở "
     "cột "
     "ghi chú.",
     "The producer's cell of “{0}” says “{1}”; temsao takes all of it for the name. Write only the name as in the "
     "decision, "
     "and the rest in the notes."},
    {"REFUSED_ROW_ENDS",
     "Dòng bị từ chối này ghi “{1}” cho “{0}”; tem của sản phẩm sẽ bị báo Cần kiểm tra thêm đến khi dòng được sửa.",
     "This refused row says “{1}” of “{0}”; its labels will get “Needs a further check” until the row is correct."},
    {"ROWS_DIFFER",
     "Các dòng của “{0}” theo quyết định {1} ghi {2} khác nhau: “{3}” và “{4}”; tem chỉ dùng một. Nếu là hai loại "
     "hàng, "
     "hãy cho mỗi loại một mã.",
     "The rows of “{0}” by decision {1} differ in {2}: “{3}” and “{4}”; labels use only one. If these are two packs, "
     "give "
     "each a number of its own."},
    {"ROW_BEYOND_HEADINGS",
     "Ô {0} (“{1}”) nằm ngoài các cột có tiêu đề nên không được đọc; hãy xem dòng này có bị lệch cột không.",
     "Cell {0} (“{1}”) is to the right of the last heading and was not read; check whether the row is shifted."},
    {"ROW_DECISION_FORM",
     "Số quyết định “{0}” không theo mẫu số/QĐ-CƠ QUAN; vẫn nhận nguyên văn.",
     "Decision “{0}” does not have the form number/QĐ-BODY; it was taken as written."},
    {"ROW_DECISION_WORDS",
     "Ô quyết định của “{0}” ghi “{1}”; temsao chỉ tính {2}. Hãy xem những chữ còn lại nói gì.",
     "The decision's cell of “{0}” says “{1}”; temsao counts {2} alone. See what the other words say."},
    {"ROW_HIDDEN",
     "Dòng của “{0}” bị ẩn trong bảng tính mà vẫn được nhận; nếu không còn thuộc danh sách, hãy xóa hẳn dòng.",
     "The row of “{0}” is hidden in the spreadsheet and was still taken; delete the row if the product has left the "
     "list."},
    {"ROW_JOINED",
     "Dòng của “{0}” không có mã; temsao tính cho mã {1} cùng tên và chủ thể.",
     "The row of “{0}” has no number; it was counted for {1}, of the same name and producer."},
    {"ROW_OF_EACH_PLACE",
     "Dòng của “{0}” không nói là của “{1}” ở xã nào; temsao tính cho từng nơi. Hãy ghi địa chỉ.",
     "The row of “{0}” does not say in which commune “{1}” is; it was counted for each of them. Write the address."},
    {"ROW_PHONE_ZERO",
     "Số điện thoại “{0}” có vẻ thiếu số 0 ở đầu; hãy định dạng cột là văn bản rồi ghi lại.",
     "Telephone number “{0}” seems to lack its first 0; make the column text and write it again."},
    {"ROW_SCORE_FORM",
     "Điểm “{0}” không phải số từ 0 đến 100; bỏ qua điểm.",
     "Score “{0}” is not a number from 0 to 100; the score was left out."},
    {"ROW_STRUCK",
     "Dòng của “{0}” có chữ bị gạch ngang ở {1} mà vẫn được nhận; nếu không còn thuộc danh sách, hãy xóa hẳn dòng.",
     "The row of “{0}” has struck-through text in {1} and was still taken; delete the row if the product has left the "
     "list."},
    {"ROW_TWICE",
     "Dòng của “{0}” lặp lại dòng trước; chỉ giữ một.",
     "The row of “{0}” repeats an earlier one; only one was kept."},
    {"ROW_TWO_DECISIONS",
     "Ô quyết định của “{0}” ghi cả {1} và {2}; temsao tính theo {1}. Hãy chỉ ghi quyết định công nhận.",
     "The decision of “{0}” names both {1} and {2}; temsao counts {1}. Write only the one that granted it."},
    {"SAME_NAME_PARTED",
     "“{0}” của “{1}” có ở nhiều nơi trong cùng quyết định: {2}; temsao tính là sản phẩm của nhiều chủ thể trùng tên. "
     "Nếu là một, hãy ghi cùng địa chỉ.",
     "“{0}” of “{1}” stands in one decision with several places: {2}; temsao counts them as products of different "
     "producers of one name. If it is one, write one address."},
    {"SAME_NAME_TWO_PLACES",
     "“{0}” của “{1}” có nhiều địa chỉ: {2}; temsao tính là một sản phẩm. Nếu là hai chủ thể trùng tên, hãy cho mỗi "
     "sản "
     "phẩm một mã nội bộ.",
     "“{0}” of “{1}” has several places: {2}; temsao counts it as one product. If these are two producers of one name, "
     "give each product an internal code."},
    {"STARS_AND_SCORE",
     "Hạng {0} sao không khớp với điểm {1}; hãy so lại với biên bản.",
     "{0} {0|star does|stars do} not fit the score {1}; compare with the council's minutes."},
    {"STARS_BY_MARK",
     "Hạng sao được đọc theo dấu ở các cột {0}.",
     "The stars were read from the marks in the columns {0}."},
    {"STARS_DIFFER",
     "Các dòng của “{0}” theo quyết định {1} ghi {2} và {3} sao; hãy sửa theo bản gốc.",
     "The rows of “{0}” by decision {1} say {2} and {3} stars; correct them by the original."},
    {"STATUS_AND_NOTE",
     "Dòng của “{0}” có trạng thái trái với ghi chú “{1}”; temsao theo ghi chú.",
     "The status of “{0}” contradicts its note “{1}”; temsao follows the note."},
    {"STATUS_DIFFERS",
     "Các dòng của “{0}” theo quyết định {1} ghi trạng thái khác nhau; temsao theo trạng thái nặng hơn.",
     "The rows of “{0}” by decision {1} have different statuses; temsao follows the graver one."},
    {"STATUS_LACKING",
     "Dòng của “{0}” không ghi trạng thái trong khi các dòng khác có ghi; temsao tính là còn hiệu lực. Hãy ghi trạng "
     "thái.",
     "The row of “{0}” has no status where the others have one; temsao counts it as valid. Write its status."},
    {"STATUSES_OF_LAPSED",
     "{0} trong {1} dòng ghi còn hiệu lực có ngày hết hiệu lực trước ngày của danh sách; nếu được gia hạn, hãy ghi "
     "ngày "
     "mới, nếu không, hãy sửa trạng thái.",
     "{0} of the {1} rows that say they are in force have a last day before the list's own; where one was extended, "
     "write "
     "the new last day, else correct the status."},
    {"STATUS_OF_LAPSED",
     "Trạng thái của “{0}” là “{1}”, nhưng ngày hết hiệu lực là {2:day}, trước ngày của danh sách; nếu được gia hạn, "
     "hãy "
     "ghi ngày mới, nếu không, hãy sửa trạng thái.",
     "The status of “{0}” is “{1}”, but the last day is {2:day}, before the list's own; if it was extended, write the "
     "new "
     "last day, else correct the status."},
    {"STATUS_OVER",
     "Trạng thái của “{0}” là “{1}”, nhưng ngày hết hiệu lực là {2:day}; tem của sản phẩm này sẽ bị báo Cần kiểm tra "
     "thêm. Hãy sửa ngày, hoặc ghi quyết định thu hồi.",
     "The status of “{0}” is “{1}”, but the last day is {2:day}; its labels will get “Needs a further check”. Correct "
     "the "
     "day, or name the decision that ended the certificate."},
    {"STATUS_UNCLEAR",
     "Trạng thái “{1}” của “{0}” không rõ; tem của sản phẩm này sẽ bị báo Cần kiểm tra thêm. Hãy ghi còn hiệu lực, "
     "thu hồi, đưa ra khỏi danh sách hoặc được thay thế.",
     "The status “{1}” of “{0}” is not clear; its labels will get “Needs a further check”. Write còn hiệu lực, thu "
     "hồi, đưa ra khỏi danh sách or được thay thế."},
    {"SUCCESSOR_MISSING",
     "Quyết định {1} của “{0}” đã được thay thế, nhưng danh sách không có quyết định thay nó; hãy thêm dòng ấy.",
     "Decision {1} of “{0}” was replaced, but the decision that replaces it is not in the list; add that row."},
    {"TERMS_DIFFER",
     "{0} trong {1} ngày hết hiệu lực không phải là 36 tháng sau ngày quyết định; hãy xem các cột ngày có bị lệch dòng "
     "không.",
     "{0} of {1} last days are not 36 months after their decision; look whether the columns of days have slipped."},
    {"TERM_DIFFERS",
     "Ngày hết hiệu lực {2:day} của “{0}” không phải là 36 tháng sau ngày quyết định {1:day}; hãy so cả hai ngày với "
     "bản "
     "gốc.",
     "The last day {2:day} of “{0}” is not 36 months after its decision of {1:day}; compare both days with the "
     "original."},
    {"TOTAL_DIFFERS",
     "“{0}” không bằng số sản phẩm ở trên, {1}; hãy xem có sót hay thừa dòng nào không.",
     "“{0}” is not the number of products above, {1}; see whether a row is missing or too many."},
    {"columns.map",
     "“{0}” không có dạng TIÊU ĐỀ=TRƯỜNG; các trường: {1}.",
     "“{0}” is not of the form HEADING=FIELD; the fields are: {1}."},
    {"columns.map_heading",
     "Tệp {0} không có tiêu đề “{1}” nêu ở --map{2:given|; các tiêu đề thấy được: |}.",
     "File {0} has no heading “{1}” as named by --map{2:given|; headings found: |}."},
    {"columns.missing",
     "Tệp {0} thiếu cột {1}{2:given|; các tiêu đề thấy được: |}. Hãy đặt tên cột, hoặc nói cột nào bằng --map "
     "\"TIÊU ĐỀ=TRƯỜNG\" (temsao list columns cho thấy các cột), rồi nhập lại.",
     "File {0} lacks the column {1}{2:given|; headings found: |}. Name the columns, or say which one is meant with "
     "--map "
     "\"HEADING=FIELD\" (temsao list columns shows them), and import again."},
    {"columns.missing_on_sheet",
     "Trang “{3}” của tệp {0} thiếu cột {1}{2:given|; các tiêu đề thấy được: |}. Tệp còn các trang: {4}. Hãy đặt tên "
     "cột, hoặc "
     "chọn trang bằng --sheet.",
     "Sheet “{3}” of file {0} lacks the column {1}{2:given|; headings found: |}. Other sheets: {4}. Name the columns, "
     "or "
     "choose a sheet with --sheet."},
    {"columns.two",
     "Tệp {0} có hai cột đều có thể là {1}: cột {2} “{3}” và cột {4} “{5}”. Chưa nhập gì; hãy đổi tên tiêu đề của cột "
     "không đúng, hoặc chọn bằng --map \"{3}={1}\", rồi nhập lại.",
     "File {0} has two columns that could both be {1}: column {2} “{3}” and column {4} “{5}”. Nothing was imported; "
     "rename the heading of the one that is not meant, or choose with --map \"{3}={1}\", and import again."},
    {"columns.two_alike",
     "Tệp {0} có hai cột {2} và {4} cùng tiêu đề “{3}”, đều có thể là {1}. Chưa nhập gì; hãy đổi tiêu đề của một cột "
     "trong bảng tính rồi nhập lại.",
     "File {0} has two columns {2} and {4} under one heading, “{3}”, and both could be {1}. Nothing was imported; give "
     "one of them another heading in the spreadsheet, and import again."},
    {"import.empty",
     "Tệp {0} không có dòng sản phẩm nào; danh sách cũ giữ nguyên.",
     "File {0} has no row with a product; the old list stays in use."},
    {"row.code", "Mã nội bộ “{0}” không hợp lệ.", "Internal code “{0}” is not valid."},
    {"row.code.remedy",
     "Dùng 3 đến 20 ký tự A-Z, 0-9 và gạch nối, hoặc để trống.",
     "Use 3 to 20 characters of A-Z, 0-9 and hyphen, or leave it empty."},
    {"row.date", "“{0}” không phải là ngày.", "“{0}” is not a date."},
    {"row.date.remedy", "Ghi ngày như 15/10/2024.", "Write the date like 15/10/2024."},
    {"row.ditto", "Ô {0} “{1}” chỉ ghi như dòng trên.", "Cell {0} “{1}” only points to the row above."},
    {"row.ditto.remedy", "Hãy ghi lại đầy đủ vào ô.", "Write out in the cell what is meant."},
    {"row.error_value", "Ô {0} báo lỗi {1}.", "Cell {0} shows the error {1}."},
    {"row.error_value.remedy",
     "Hãy sửa công thức hoặc ghi giá trị vào ô.",
     "Correct the formula, or write the value into the cell."},
    {"row.example", "Đây là dòng ví dụ của biểu mẫu.", "This is the example row of the form."},
    {"row.example.remedy", "Xóa dòng này, hoặc ghi sản phẩm thật vào.", "Delete this row, or write a product into it."},
    {"row.gtin.remedy",
     "So lại mã vạch với giấy cấp mã, hoặc để trống nếu không có.",
     "Compare the bar code with your GS1 licence, or leave it empty if there is none."},
    {"row.lost_letters",
     "Ô {0} “{1}” đã mất chữ (dấu ? hoặc � giữa từ).",
     "Cell {0} “{1}” has lost letters (? or � within words)."},
    {"row.lost_letters.remedy",
     "Hãy ghi lại từ bản gốc; khi lưu CSV, chọn “CSV UTF-8”.",
     "Write it again from the original; when you save CSV, choose “CSV UTF-8”."},
    {"row.many_names", "Ô tên “{0}” ghi nhiều sản phẩm.", "The cell “{0}” names several products."},
    {"row.many_names.remedy",
     "Ghi mỗi sản phẩm một dòng, với hạng sao và quyết định của nó.",
     "Write a row for each product, with its stars and its decision."},
    {"row.month_first",
     "Ô {0} “{1}”: cột này có ngày ghi tháng trước, nên không rõ là ngày nào.",
     "Cell {0} “{1}”: other days of this column have the month first, so it is not certain which day is meant."},
    {"row.month_first.remedy",
     "Ghi ngày như 15/10/2024, ngày trước tháng, trong cả cột.",
     "Write the day like 15/10/2024, day before month, in the whole column."},
    {"row.no_day", "Thiếu ngày quyết định.", "The day of the decision is missing."},
    {"row.no_letter", "“{0}” không có chữ nào.", "“{0}” has no letter."},
    {"row.no_name", "Thiếu tên sản phẩm.", "The product's name is missing."},
    {"row.no_name.remedy", "Ghi tên sản phẩm như trong quyết định.", "Write the product's name as in the decision."},
    {"row.no_producer", "Thiếu chủ thể.", "The producer is missing."},
    {"row.no_producer.remedy",
     "Ghi tên chủ thể như trong quyết định.",
     "Write the producer's name as in the decision."},
    {"row.no_saved_value",
     "Ô {0} có công thức mà kết quả chưa được lưu.",
     "Cell {0} has a formula whose result was never saved."},
    {"row.no_saved_value.remedy",
     "Mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi nhập lại.",
     "Open the file in Excel or LibreOffice, save it and import again."},
    {"row.other_headings",
     "Dòng này ở dưới tiêu đề khác tiêu đề đầu bảng (dòng {0}: {1}).",
     "The row stands under other headings than the first ones (row {0}: {1})."},
    {"row.other_headings.remedy",
     "Hãy để bảng này trong tệp riêng rồi nhập lại.",
     "Put this table into a file of its own and import that."},
    {"row.part_of_day",
     "Ô {0} chỉ hiện “{1}”, không hiện đủ ngày, tháng, năm.",
     "Cell {0} shows only “{1}”, not the whole day."},
    {"row.part_of_day.remedy",
     "Định dạng cột là dd/mm/yyyy, rồi xem lại từng ngày.",
     "Format the column as dd/mm/yyyy, then look at each day again."},
    {"row.partly_struck",
     "Ô {0} “{1}” có chữ bị gạch ngang bên cạnh chữ không bị gạch.",
     "Cell {0} “{1}” has struck-through words beside others."},
    {"row.partly_struck.remedy", "Chỉ để lại trong ô những chữ còn đúng.", "Leave in the cell only what holds."},
    {"row.reason", "Lý do", "Reason"},
    {"row.remedy", "Cách sửa", "Remedy"},
    {"row.short_year",
     "Ô {0} “{1}”: không rõ số nào là ngày, số nào là tháng.",
     "Cell {0} “{1}”: it is not certain which number is the day and which the month."},
    {"row.short_year.remedy", "Ghi năm đủ bốn số, như 15/10/2024.", "Write the year in full, like 15/10/2024."},
    {"row.shortened_number",
     "Ô {0} “{1}”: bảng tính đã rút gọn mã, mất các số cuối.",
     "Cell {0} “{1}”: the spreadsheet shortened the number, and its last figures are lost."},
    {"row.shortened_number.remedy",
     "Định dạng cột là văn bản (Text), ghi lại đủ các số.",
     "Make the column text and write all figures again."},
    {"row.stars", "“{0}” không phải hạng sao từ 1 đến 5.", "“{0}” is not a star rating from 1 to 5."},
    {"row.stars.remedy", "Ghi 3, 4 hoặc 5.", "Write 3, 4 or 5."},
    {"row.too_long",
     "Dòng có {0} ô trong khi bảng có {1} cột.",
     "The row has {0} cells where the table has {1} columns."},
    {"row.too_long.remedy",
     "Có thể thiếu dấu ngoặc kép quanh ô có dấu phẩy; hãy sửa cho đúng số ô.",
     "Perhaps quotes are missing around a cell with a comma; correct the number of cells."},
    {"row.turned_into_day",
     "Ô {0} “{1}” là một ngày ở chỗ không ghi ngày; bảng tính đã đổi điều được gõ vào.",
     "Cell {0} “{1}” is a day where none belongs; the spreadsheet changed what was typed."},
    {"row.turned_into_day.remedy",
     "Định dạng cột là văn bản (Text), rồi ghi lại ô theo bản gốc.",
     "Make the column text and write the cell again from the original."},
    {"row.two_days", "Ô {0} “{1}” có nhiều ngày.", "Cell {0} “{1}” has more than one day."},
    {"row.two_days.remedy",
     "Chỉ ghi ngày của quyết định công nhận, như 15/10/2024.",
     "Write only the day of the decision that granted it, like 15/10/2024."},
    {"row.two_readings",
     "Ô {0} “{1}” đọc được theo hai bảng mã chữ.",
     "Cell {0} “{1}” can be read in two text encodings."},
    {"row.two_readings.remedy", "Hãy ghi lại ô bằng chữ Unicode.", "Write the cell again in Unicode."},
    {"row.valid_to",
     "Ngày hết hiệu lực {0} không sau ngày quyết định.",
     "The last day of validity {0} is not after the decision."},
    {"row.web_signs",
     "Ô {0} “{1}” có chữ viết bằng mã, như trang web, thư điện tử hoặc chương trình (&…; %… =… \\u…).",
     "Cell {0} “{1}” has letters written as codes, as web pages, mails or programs do (&…; %… =… \\u…)."},
    {"row.web_signs.remedy", "Hãy ghi lại ô bằng chữ thường.", "Write the cell again in plain letters."},
    {"row.zero_of_formula",
     "Ô {0} có công thức mà giá trị lưu là 0: chưa được tính, hoặc trỏ tới ô trống.",
     "Cell {0} has a formula that was saved as 0: it was never computed, or it points to an empty cell."},
    {"row.zero_of_formula.remedy",
     "Mở tệp bằng Excel hoặc LibreOffice, lưu lại; hoặc ghi giá trị vào ô.",
     "Open the file in Excel or LibreOffice and save it, or write the value into the cell."},
    {"table.broken",
     "Tệp {0} bị hỏng ở phần {1}; hãy mở bằng Excel hoặc LibreOffice và lưu lại.",
     "File {0} is broken at {1}; open it in Excel or LibreOffice and save it again."},
    {"table.encoding",
     "Không nhận ra bảng mã chữ của {0}; hãy lưu lại thành CSV UTF-8 hoặc XLSX.",
     "The text encoding of {0} is unknown; save it as CSV UTF-8 or XLSX."},
    {"table.lost_letters",
     "Tiêu đề của tệp {0} đã mất chữ: {1}. Hãy lưu lại từ bản gốc thành CSV UTF-8 hoặc XLSX.",
     "The headings of file {0} have lost letters: {1}. Save the original again as CSV UTF-8 or XLSX."},
    {"table.nul_bytes",
     "Tệp {0} có byte rỗng, không phải CSV; hãy lưu lại từ bảng tính.",
     "File {0} has NUL bytes and is not CSV; save it again from the spreadsheet."},
    {"table.open_quote",
     "Tệp {0}, dòng {1}: có dấu ngoặc kép mở mà không đóng. Hãy sửa dòng đó rồi nhập lại.",
     "File {0}, line {1}: a quote is opened and never closed. Correct that line and import again."},
    {"table.quote_over_rows",
     "Tệp {0}, dòng {1}: một dấu ngoặc kép nuốt {2} dòng vào một ô. Hãy sửa dấu ngoặc kép ở dòng đó rồi nhập lại.",
     "File {0}, line {1}: a quote takes {2} lines into one cell. Correct the quote in that line and import again."},
    {"table.too_large", "Tệp {0} vượt mức {1}; hãy chia nhỏ.", "File {0} is over the limit of {1}; split it."},
};

} // namespace

extern constinit const Table catalog{rows};

} // namespace temsao::sentences
