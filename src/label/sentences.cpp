// What a person may read from src/label; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"ADDRESS_OLD",
     "Địa chỉ “{0}” còn ghi “{1}”, là cấp đã bỏ từ 01/07/2025; hãy ghi xã hoặc phường và tỉnh, địa chỉ cũ có thể để "
     "trong ngoặc: (trước 01/07/2025: …).",
     "The address “{0}” still has “{1}”, a level abolished on 1 Jul 2025; write commune and province, the old "
     "address may follow as (trước 01/07/2025: …)."},
    {"BADGE_CLEAR_SPACE",
     "Có hình hoặc chữ cách hàng sao {0}, cần ít nhất {1}; hãy dời phần đó ra khỏi huy hiệu.",
     "Art or text is {0} from the stars and must keep at least {1}; move it away from the badge."},
    {"BADGE_LAPSED",
     "Huy hiệu sao chỉ được in đến hết ngày {0:day}, mà ngày in là {1:day}; hãy chờ giấy chứng nhận mới.",
     "The badge may be printed until {0:day}, and the day of printing is {1:day}; wait for the new certificate."},
    {"BADGE_PLACE",
     "Huy hiệu sao phải ở ngay trên hoặc dưới mã, trong bề ngang của mã: đang là {0}, cần {1}; hãy dời khung huy "
     "hiệu trong mẫu.",
     "The badge must be directly above or below the code, within its width: it is {0} and must be {1}; move its box "
     "in the template."},
    {"BADGE_STARS",
     "Trên tem có {0} sao, giấy chứng nhận có {1}; hãy lấy số sao theo giấy chứng nhận.",
     "The label has {0} {0|star|stars} and the certificate {1}; use the certificate's number of stars."},
    {"CONTENT_NOT_IN_LIST",
     "Thiếu “{0}”, nội dung bắt buộc của {1}; hãy bổ sung cột đó trong danh sách rồi nhập lại.",
     "“{0}” is missing, which {1} must state; add that column to the list and import it again."},
    {"CONTENT_NOT_ON_TEMPLATE",
     "Thiếu “{0}”, nội dung bắt buộc của {1}: danh sách có mà mẫu này không in; hãy chọn mẫu đủ nội dung.",
     "“{0}” is missing, which {1} must state: the list has it, but this template does not print it; use a template "
     "that does."},
    {"CONTENT_WORDING",
     "Thiếu cụm từ “{0}”, bắt buộc với {1}; hãy ghi đúng cụm từ đó vào cột cảnh báo hoặc thành phần.",
     "The words “{0}” are missing, which {1} must carry; put exactly these words into the warnings or ingredients."},
    {"CONTRAST_LOW",
     "Chữ “{0}” khó đọc trên nền: tương phản {1}, nên có ít nhất {2}; hãy đổi màu chữ hoặc màu nền.",
     "“{0}” is hard to read on its background: contrast {1}, it should be at least {2}; change the colour of text or "
     "background."},
    {"CONTRAST_NONE",
     "Chữ “{0}” gần như trùng màu nền: tương phản {1}, cần ít nhất {2}; hãy đổi màu chữ hoặc màu nền.",
     "“{0}” can hardly be seen on its background: contrast {1}, at least {2} is needed; change the colour of text or "
     "background."},
    {"DATE_FORM",
     "{0} ghi là “{1}”; hãy ghi ngày như 24/11/2026, hoặc “12 tháng”.",
     "{0} is written “{1}”; write a date like 24/11/2026, or “12 tháng”."},
    {"DATE_IMPOSSIBLE",
     "{0} ghi là “{1}”, không có ngày đó; hãy sửa lại.",
     "{0} is written “{1}”, and there is no such day; correct it."},
    {"DATE_ORDER",
     "Hạn sử dụng {0:day} không sau ngày sản xuất {1:day}; hãy kiểm tra --made, --expires hoặc cột hạn sử dụng.",
     "The expiry date {0:day} is not after the production date {1:day}; check --made, --expires or the list's shelf "
     "life."},
    {"DATE_OTHER_THAN_CODE",
     "{0} trên tem là {1:day}, trong mã là {2:day}; hãy ghi cùng một ngày ở hai nơi.",
     "{0} on the label is {1:day} and in the code {2:day}; use the same day in both."},
    {"DATE_WORDS",
     "Trước “{0}” phải ghi “{2}” (đang là “{1}”); hãy sửa chữ trong mẫu.",
     "“{0}” must have “{2}” before it (it has “{1}”); correct the words in the template."},
    {"LETTER_HEIGHT",
     "Chữ “{0}” cao {1} (đo ở chữ “{2}”), cần ít nhất {3} cho mặt bao bì {4} cm²; hãy bớt chữ, tăng data-min-size "
     "của mẫu hoặc chọn mẫu lớn hơn.",
     "The letters of “{0}” are {1} high (at “{2}”), and {3} are needed on a pack face of {4} cm²; shorten the text, "
     "raise data-min-size or use a larger template."},
    {"NUTRITION_INCOMPLETE",
     "Bảng dinh dưỡng còn thiếu: {0}; hãy bổ sung, trừ chất có lượng dưới mức phải ghi.",
     "The nutrition facts lack: {0}; add them, except those below the amount that must be stated."},
    {"NUTRITION_MISSING",
     "Chưa có thành phần dinh dưỡng ({0}), bắt buộc từ 01/01/2026; nếu sản phẩm không được miễn, hãy thêm cột “Giá "
     "trị dinh dưỡng”.",
     "There are no nutrition facts ({0}), required since 1 Jan 2026; unless the product is exempt, add the column "
     "“Giá trị dinh dưỡng”."},
    {"ORIGIN_ABBREVIATED",
     "Xuất xứ “{0}” viết tắt tên nước; hãy ghi đủ “Việt Nam”.",
     "The origin “{0}” abbreviates the country; write “Việt Nam” in full."},
    {"ORIGIN_WORDS",
     "Xuất xứ “{0}” thiếu chữ đứng trước tên nước; hãy ghi như “Sản xuất tại Việt Nam” hoặc “Xuất xứ: Việt Nam”.",
     "The origin “{0}” lacks the words before the country; write “Sản xuất tại Việt Nam” or “Xuất xứ: Việt Nam”."},
    {"QUANTITY_HEIGHT",
     "Chữ số định lượng cao {0}, nên có ít nhất {1}; hãy tăng cỡ chữ định lượng trong mẫu.",
     "The figures of the net quantity are {0} high and should be at least {1}; raise their size in the template."},
    {"QUIET_ZONE_ART",
     "“{0}” lấn vào vùng trắng quanh mã: chỉ cách mã {1}, cần {2}; hãy dời phần đó ra.",
     "“{0}” is inside the code's quiet zone: {1} from the code, {2} are needed; move it out."},
    {"TEXT_CLIPPED",
     "“{0}” vượt mép tem {1}; hãy dời khung chữ vào trong.",
     "“{0}” runs {1} over the label's edge; move its box inwards."},
    {"TEXT_COLLISION",
     "“{0}” chạm vào “{1}”; hãy dời khung chữ trong mẫu.",
     "“{0}” touches “{1}”; move its box in the template."},
    {"TEXT_PARTED",
     "{0}: không đủ chỗ nên cuối dòng tách “{1}”; hãy rút ngắn chữ, hoặc dùng mẫu tem lớn hơn.",
     "{0}: for want of room a line ends within “{1}”; shorten the text or use a larger template."},
    {"TEXT_TIGHT",
     "Hai dòng của “{0}” sát nhau đến mức dấu chạm chữ; hãy rút ngắn chữ hoặc chọn mẫu lớn hơn (người làm mẫu: tăng "
     "data-line-height).",
     "Two lines of “{0}” are so close that accents touch letters; shorten the text or use a larger template (its "
     "author may raise data-line-height)."},
    {"UNIT_CASE",
     "“{0}”: đơn vị “{1}” phải viết “{2}” ({3}); hãy sửa trong danh sách.",
     "“{0}”: the unit “{1}” must be written “{2}” ({3}); correct it in the list."},
    {"UNIT_WRONG",
     "“{0}”: “{1}” không phải đơn vị đo đúng, hãy viết “{2}” ({3}).",
     "“{0}”: “{1}” is not a unit of measure; write “{2}” ({3})."},
    {"label.badge_outside",
     "Mẫu {0}: huy hiệu sao không vừa khung dành cho nó (data-kind=\"badge\"); hãy mở rộng khung đó hoặc hạ khung mã "
     "xuống.",
     "Template {0}: the badge does not fit its box (data-kind=\"badge\"); enlarge that box or move the code box down."},
    {"label.code_too_small",
     "Mẫu {0} ở {1} dpi: mã rộng {2} ô cần khung mã ít nhất {3} mm, đang là {4} mm; hãy rút ngắn mã, chọn mẫu khác, "
     "hoặc in ở dpi vừa khung này: {5}.",
     "Template {0} at {1} dpi: a code {2} modules wide needs a code box of {3} mm, and has {4} mm; shorten the code, "
     "use another template, or a dpi that fits: {5}."},
    {"label.field_missing",
     "Mẫu {0} cần trường “{1}” mà danh sách không có; hãy bổ sung cột đó hoặc chọn mẫu khác.",
     "Template {0} needs the field “{1}”, which is not in the list; add that column or use another template."},
    {"label.missing_glyph",
     "Trường “{0}”: phông chữ không có ký tự {1}; hãy thay ký tự đó.",
     "Field “{0}”: the font cannot draw {1}; replace it."},
    {"label.text_over_limit",
     "Trường “{0}” có {1} ký tự, quá mức cho phép ({2} byte); hãy rút ngắn.",
     "Field “{0}” has {1} {1|character|characters}, over the limit ({2} bytes); shorten it."},
    {"label.text_too_long",
     "Mẫu {0}, trường “{1}” của “{2}”: chữ không vừa dù đã thu nhỏ hết mức, cao quá {3} mm; hãy bớt khoảng {4} ký tự "
     "hoặc chọn mẫu lớn hơn.",
     "Template {0}, field “{1}” of “{2}”: even the smallest text is {3} mm too tall; remove about {4} "
     "{4|character|characters} or use a larger template."},
    {"label.too_few_stars",
     "“{0}” có {1} sao trong giấy chứng nhận; huy hiệu OCOP chỉ in cho sản phẩm từ 3 đến 5 sao, hãy kiểm tra danh "
     "sách.",
     "“{0}” has {1} {1|star|stars} on its certificate; the OCOP badge is for 3 to 5 stars only, check the list."},
    {"label.word_too_wide",
     "Mẫu {0}, trường “{1}” của “{2}”: có từ dài hơn khung {3} mm dù đã thu nhỏ hết mức; hãy bớt khoảng {4} ký tự "
     "hoặc chọn mẫu lớn hơn.",
     "Template {0}, field “{1}” of “{2}”: even the smallest text has a word {3} mm too wide; remove about {4} "
     "{4|character|characters} or use a larger template."},
    {"template.attribute",
     "Mẫu {0}, dòng {1}: thuộc tính {2} có giá trị “{3}” không dùng được; xem templates/README.md.",
     "Template {0}, line {1}: attribute {2} has the value “{3}”, which cannot be used; see templates/README.md."},
    {"template.code",
     "Mẫu {0} phải có đúng một khung mã (data-kind=\"code\").",
     "Template {0} must have exactly one code box (data-kind=\"code\")."},
    {"template.element",
     "Mẫu {0}, dòng {1}: không dùng được <{2}>; xem templates/README.md.",
     "Template {0}, line {1}: <{2}> cannot be used; see templates/README.md."},
    {"template.limits",
     "Mẫu {0}, dòng {1}: vượt mức cho phép ({2}); hãy đơn giản hóa mẫu.",
     "Template {0}, line {1}: over the limit ({2}); make the template simpler."},
    {"template.spot_twice",
     "Mẫu {0}, dòng {1}: màu pha “{2}” có hai màu thay thế khác nhau; mỗi tên chỉ là một bản in, hãy cho cùng một "
     "data-ink.",
     "Template {0}, line {1}: spot colour “{2}” has two different substitute inks; one name is one plate, give both "
     "the same data-ink."},
    {"template.xml",
     "Mẫu {0}, dòng {1}: không phải XML đúng ({2}); hãy sửa dòng đó.",
     "Template {0}, line {1}: this is not well-formed XML ({2}); correct that line."},
};

} // namespace

extern constinit const Table label{rows};

} // namespace temsao::sentences
