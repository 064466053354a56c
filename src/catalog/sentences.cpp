// What a person may read from src/catalog; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"DECISIONS_OF_ONE_DAY",
     "“{0}” có hai quyết định cùng ngày {3:day}: {1} và {2}; hãy xem quyết định nào còn dùng.",
     "“{0}” has two decisions of {3:day}: {1} and {2}; see which of them is in use."},
    {"ENDS_DIFFER",
     "Các dòng của “{0}” theo quyết định {1} ghi ngày hết hiệu lực khác nhau: {2:day} và {3:day}; giữa hai ngày ấy "
     "temsao báo Cần kiểm tra thêm. Hãy sửa theo bản gốc.",
     "The rows of “{0}” by decision {1} have different last days: {2:day} and {3:day}; between these days temsao "
     "says Needs a further check. Correct them by the original."},
    {"ISSUER_IMPLAUSIBLE",
     "Theo quy định temsao có, {0} không cấp hạng {1} sao vào ngày {2:day}; hãy xem bản gốc quyết định.",
     "By the rules that temsao has, {0} did not grant {1} {1|star|stars} on {2:day}; look at the original decision."},
    {"NOTE_NOT_COUNTED",
     "Ghi chú của “{0}” không được tính: “{1}”. Nếu giấy chứng nhận đã hết hiệu lực, hãy ghi số quyết định, như “thu "
     "hồi theo 9/QĐ-UBND”.",
     "The note of “{0}” was not counted: “{1}”. If the certificate has ended, name the decision, like “thu hồi theo "
     "9/QĐ-UBND”."},
    {"NUMBER_SHARED",
     "Mã {0} ghi cho nhiều sản phẩm: {1}. Tem mang mã này sẽ bị báo Cần kiểm tra thêm; hãy sửa dòng sai.",
     "Number {0} stands for several products: {1}. Labels with it will be told Needs a further check; correct the "
     "wrong row."},
    {"ROW_DECISION_FORM",
     "Số quyết định “{0}” không theo mẫu số/QĐ-CƠ QUAN; vẫn nhận nguyên văn.",
     "Decision “{0}” does not have the form number/QĐ-BODY; it was taken as written."},
    {"ROW_JOINED",
     "Dòng của “{0}” không có mã; temsao tính cho mã {1} cùng tên và chủ thể.",
     "The row of “{0}” has no number; it was counted for {1}, of the same name and producer."},
    {"ROW_SCORE_FORM",
     "Điểm “{0}” không phải số từ 0 đến 100; bỏ qua điểm.",
     "Score “{0}” is not a number from 0 to 100; the score was left out."},
    {"ROW_TWICE",
     "Dòng của “{0}” lặp lại dòng trước; chỉ giữ một.",
     "The row of “{0}” repeats an earlier one; only one was kept."},
    {"STARS_DIFFER",
     "Các dòng của “{0}” theo quyết định {1} ghi {2} và {3} sao; hãy sửa theo bản gốc.",
     "The rows of “{0}” by decision {1} say {2} and {3} stars; correct them by the original."},
    {"STARS_AND_SCORE",
     "Hạng {0} sao không khớp với điểm {1}; hãy so lại với biên bản.",
     "{0} {0|star does|stars do} not fit the score {1}; compare with the council's minutes."},
    {"STATUS_AND_NOTE",
     "Dòng của “{0}” có trạng thái trái với ghi chú “{1}”; temsao theo ghi chú.",
     "The status of “{0}” contradicts its note “{1}”; temsao follows the note."},
    {"STATUS_DIFFERS",
     "Các dòng của “{0}” theo quyết định {1} ghi trạng thái khác nhau; temsao theo trạng thái nặng hơn.",
     "The rows of “{0}” by decision {1} have different statuses; temsao follows the graver one."},
    {"STATUS_UNCLEAR",
     "Trạng thái “{1}” của “{0}” không rõ; tem của sản phẩm này sẽ bị báo Cần kiểm tra thêm. Hãy ghi còn hiệu lực, "
     "thu hồi, đưa ra khỏi danh sách hoặc được thay thế.",
     "The status “{1}” of “{0}” is not clear; its labels will be told Needs a further check. Write còn hiệu lực, thu "
     "hồi, đưa ra khỏi danh sách or được thay thế."},
    {"SUCCESSOR_MISSING",
     "Quyết định {1} của “{0}” đã được thay thế, nhưng danh sách không có quyết định thay nó; hãy thêm dòng ấy.",
     "Decision {1} of “{0}” was replaced, but the list lacks the one that replaces it; add that row."},
    {"columns.missing",
     "Tệp {0} thiếu cột {1}; các tiêu đề thấy được: {2}. Hãy đặt tên cột rồi nhập lại.",
     "File {0} lacks the column {1}; headings found: {2}. Name the columns and import again."},
    {"import.empty",
     "Tệp {0} không có dòng sản phẩm nào; danh sách cũ giữ nguyên.",
     "File {0} has no row with a product; the old list stays in use."},
    {"row.code", "Mã nội bộ “{0}” không hợp lệ.", "Internal code “{0}” is not valid."},
    {"row.code.remedy",
     "Dùng 3 đến 20 ký tự A-Z, 0-9 và gạch nối, hoặc để trống.",
     "Use 3 to 20 characters of A-Z, 0-9 and hyphen, or leave it empty."},
    {"row.date", "“{0}” không phải là ngày.", "“{0}” is not a date."},
    {"row.date.remedy", "Ghi ngày như 15/10/2024.", "Write the date like 15/10/2024."},
    {"row.gtin.remedy",
     "So lại mã vạch với giấy cấp mã, hoặc để trống nếu không có.",
     "Compare the bar code with your GS1 licence, or leave it empty if there is none."},
    {"row.no_name", "Thiếu tên sản phẩm.", "The product's name is missing."},
    {"row.no_name.remedy", "Ghi tên sản phẩm như trong quyết định.", "Write the product's name as in the decision."},
    {"row.no_producer", "Thiếu chủ thể.", "The producer is missing."},
    {"row.no_producer.remedy",
     "Ghi tên chủ thể như trong quyết định.",
     "Write the producer's name as in the decision."},
    {"row.reason", "Lý do", "Reason"},
    {"row.remedy", "Cách sửa", "Remedy"},
    {"row.stars", "“{0}” không phải hạng sao từ 1 đến 5.", "“{0}” is not a star rating from 1 to 5."},
    {"row.stars.remedy", "Ghi 3, 4 hoặc 5.", "Write 3, 4 or 5."},
    {"row.valid_to",
     "Ngày hết hiệu lực {0} không sau ngày quyết định.",
     "The last day of validity {0} is not after the decision."},
    {"table.broken",
     "Tệp {0} bị hỏng ở phần {1}; hãy mở bằng Excel hoặc LibreOffice và lưu lại.",
     "File {0} is broken at {1}; open it in Excel or LibreOffice and save it again."},
    {"table.encoding",
     "Không nhận ra bảng mã chữ của {0}; hãy lưu lại thành CSV UTF-8 hoặc XLSX.",
     "The text encoding of {0} is unknown; save it as CSV UTF-8 or XLSX."},
    {"table.nul_bytes",
     "Tệp {0} có byte rỗng, không phải CSV; hãy lưu lại từ bảng tính.",
     "File {0} has NUL bytes and is not CSV; save it again from the spreadsheet."},
    {"table.too_large", "Tệp {0} vượt mức {1}; hãy chia nhỏ.", "File {0} is over the limit of {1}; split it."},
};

} // namespace

extern constinit const Table catalog{rows};

} // namespace temsao::sentences
