// What a person may read from src/label; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"ADDRESS_NO_PROVINCE",
     "Địa chỉ “{0}” không có tên tỉnh hoặc thành phố trực thuộc trung ương; hãy ghi thêm.",
     "The address “{0}” names no province or centrally run city; add it."},
    {"ADDRESS_OLD",
     "Địa chỉ “{0}” còn ghi “{1}”, là cấp đã bỏ từ 01/07/2025; hãy ghi xã hoặc phường và tỉnh, địa chỉ cũ có thể để "
     "trong ngoặc: (trước 01/07/2025: …).",
     "The address “{0}” still has “{1}”, a level abolished on 1 Jul 2025; write commune and province, the old "
     "address may follow as (trước 01/07/2025: …)."},
    {"ADDRESS_PROVINCE_OLD",
     "Tỉnh “{0}” đã nhập vào “{1}” từ 01/07/2025; hãy ghi tên mới, địa chỉ cũ có thể để trong ngoặc: (trước "
     "01/07/2025: …).",
     "The province “{0}” joined “{1}” on 1 Jul 2025; write the new name, the old address may follow as (trước "
     "01/07/2025: …)."},
    {"ALLERGEN_NOT_NAMED",
     "Thành phần có {0}, nhiều người phải kiêng, mà khung chất gây dị ứng chưa ghi; hãy thêm vào cột “Chất gây dị ứng” "
     "của danh sách.",
     "The ingredients contain {0}, which many people must not eat, and the box for allergens does not name it; add it "
     "to "
     "the list's column “Chất gây dị ứng”."},
    {"BADGE_CLEAR_SPACE",
     "“{0}” cách hàng sao {1:figure}, cần ít nhất {2:figure}; hãy dời phần đó ra khỏi huy hiệu.",
     "“{0}” is {1:figure} from the stars and must keep at least {2:figure}; move it away from the badge."},
    {"BADGE_CLEAR_SPACE.element",
     "Hình “{0}” (dòng {1} của mẫu) cách hàng sao {2:figure}, cần ít nhất {3:figure}; hãy dời hình đó ra khỏi huy "
     "hiệu, "
     "hoặc đặt nền trắng dưới huy hiệu.",
     "“{0}” (line {1} of the template) is {2:figure} from the stars and must keep at least {3:figure}; move it away "
     "from the badge, or put a white panel under the badge."},
    {"BADGE_LAPSED",
     "Huy hiệu sao chỉ được in đến hết ngày {0:day}, mà ngày in là {1:day}; hãy chờ giấy chứng nhận mới.",
     "The badge may be printed until {0:day}, and the day of printing is {1:day}; wait for the new certificate."},
    {"BADGE_PLACE",
     "Huy hiệu sao phải ở ngay trên hoặc dưới mã, trong bề ngang của mã: đang là {0:figure}, cần {1:figure}; hãy dời "
     "khung huy "
     "hiệu trong mẫu.",
     "The badge must be directly above or below the code, within its width: it is {0:figure} and must be {1:figure}; "
     "move its box "
     "in the template."},
    {"BADGE_STARS",
     "Trên tem có {0} sao, giấy chứng nhận có {1}; hãy lấy số sao theo giấy chứng nhận.",
     "The label has {0} {0|star|stars} and the certificate {1}; use the certificate's number of stars."},
    {"CONTENT_NOT_IN_LIST",
     "Thiếu “{0}”, nội dung bắt buộc của {1}; hãy bổ sung cột đó trong danh sách rồi nhập lại, hoặc ghi vào mẫu. Đã "
     "tìm trong các trường và trong chữ của mẫu: {2}.",
     "“{0}” is missing, which {1} must state; add that column to the list and import it again, or write it in the "
     "template. Looked for in the fields and in the template's own words: {2}."},
    {"CONTENT_NOT_ON_TEMPLATE",
     "Thiếu “{0}”, nội dung bắt buộc của {1}: danh sách có mà mẫu này không in; hãy chọn mẫu đủ nội dung. Đã tìm trong "
     "các trường và trong chữ của mẫu: {2}.",
     "“{0}” is missing, which {1} must state: the list has it, but this template does not print it; use a template "
     "that does. Looked for in the fields and in the template's own words: {2}."},
    {"CONTENT_WORDING",
     "Thiếu cụm từ “{0}”, bắt buộc với {1}; hãy ghi đúng cụm từ đó vào cột cảnh báo hoặc thành phần. Đã tìm trong mọi "
     "chữ trên tem: {2}.",
     "The words “{0}” are missing, which {1} must carry; put exactly these words into the warnings or ingredients. "
     "Looked for in all words of the label: {2}."},
    {"CONTRAST_LOW",
     "Chữ “{0}” khó đọc trên nền: tương phản {1:figure}, nên có ít nhất {2:figure}; hãy đổi màu chữ hoặc màu nền.",
     "“{0}” is hard to read on its background: contrast {1:figure}, it should be at least {2:figure}; change the "
     "colour of text or "
     "background."},
    {"CONTRAST_NONE",
     "Chữ “{0}” gần như trùng màu nền: tương phản {1:figure}, cần ít nhất {2:figure}; hãy đổi màu chữ hoặc màu nền.",
     "“{0}” can hardly be seen on its background: contrast {1:figure}, at least {2:figure} is needed; change the "
     "colour of text or "
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
    {"DATE_TWICE",
     "{0} ghi hai nơi khác nhau: {1:day} và {2:day}; hãy để một ngày.",
     "{0} is on the label twice, and differs: {1:day} and {2:day}; keep one."},
    {"DATE_WORDS",
     "Trước “{0}” nên ghi “{2}” (đang là “{1}”); hãy sửa chữ trong mẫu.",
     "“{0}” should have “{2}” before it (it has “{1}”); correct the words in the template."},
    {"EXPIRED_AT_PRINTING",
     "Hạn sử dụng {0:day} đã qua vào ngày in {1:day}; hãy kiểm tra --made, --expires và --date.",
     "The expiry date {0:day} is over on the day of printing, {1:day}; check --made, --expires and --date."},
    {"EXPIRY_BEYOND_SHELF_LIFE",
     "Hạn sử dụng {0:day} muộn hơn {1:day}, là ngày sản xuất cộng thời hạn sử dụng trong danh sách ({2}); hãy "
     "kiểm tra --expires hoặc cột hạn sử dụng.",
     "The expiry date {0:day} is later than {1:day}, the production date and the list's shelf life ({2}); check "
     "--expires or the list."},
    {"GOODS_UNKNOWN",
     "Danh sách không cho biết đây là loại hàng gì theo nghị định về nhãn hàng hóa, nên nội dung riêng của loại đó "
     "chưa được xem; hãy thêm --goods (grain, food, health_food, alcohol, drink, cosmetic, textile, craft, living hoặc "
     "other).",
     "The list does not tell what kind of goods this is by the labelling decree, so the content for its kind was not "
     "looked at; add --goods (grain, food, health_food, alcohol, drink, cosmetic, textile, craft, living or other)."},
    {"HEALTH_CLAIM",
     "Chữ “{0}” nói như thuốc (“{1}”); thực phẩm thường không được quảng cáo như thuốc, hãy bỏ nếu không có căn cứ.",
     "The words “{0}” promise a cure (“{1}”); ordinary food may not do so; remove them unless you can prove it."},
    {"LANGUAGE_ALONE",
     "“{0}” chỉ có bằng tiếng nước ngoài; nhãn phải có tiếng Việt, hãy thêm phần tiếng Việt.",
     "“{0}” is there in another language only; a label must be in Vietnamese, add the Vietnamese text."},
    {"LANGUAGE_LARGER",
     "“{0}”: chữ tiếng nước ngoài lớn hơn chữ tiếng Việt; hãy thu nhỏ phần đó.",
     "“{0}”: the other language is set larger than the Vietnamese; make it smaller."},
    {"LETTER_HEIGHT",
     "Chữ “{0}” cao {1:figure} (đo ở chữ “{2}”), cần ít nhất {3:figure} cho mặt bao bì {4} cm²; hãy bớt chữ, tăng "
     "data-min-size của mẫu hoặc chọn mẫu lớn hơn.",
     "The letters of “{0}” are {1:figure} high (at “{2}”), and {3:figure} are needed on a pack face of {4} cm²; "
     "shorten the text, raise data-min-size or use a larger template."},
    {"MADE_AFTER_CERTIFICATE",
     "Ngày sản xuất {0:day} sau ngày cuối của giấy chứng nhận, {1:day}; hàng làm từ đó không được mang huy hiệu sao, "
     "hãy chờ giấy chứng nhận mới.",
     "The production date {0:day} is after the certificate's last day, {1:day}; goods made from then on may not carry "
     "the badge, wait for the new certificate."},
    {"MADE_AHEAD",
     "Ngày sản xuất {0:day} còn xa sau ngày in {1:day}; hãy kiểm tra --made.",
     "The production date {0:day} is long after the day of printing, {1:day}; check --made."},
    {"MADE_BEFORE_CERTIFICATE",
     "Ngày sản xuất {0:day} trước ngày cấp giấy chứng nhận, {1:day}; hãy kiểm tra xem hàng làm từ trước có được mang "
     "huy hiệu sao không.",
     "The production date {0:day} is before the certificate's first day, {1:day}; see whether goods made earlier may "
     "carry the badge."},
    {"NUTRITION_BASIS",
     "Bảng dinh dưỡng không ghi tính trên bao nhiêu; hãy ghi thêm một trong: {0}, khẩu phần.",
     "The nutrition facts do not say for how much they hold; add one of: {0}, a portion."},
    {"NUTRITION_INCOMPLETE",
     "Bảng dinh dưỡng còn thiếu: {0}; hãy bổ sung, trừ chất có lượng dưới mức phải ghi.",
     "The nutrition facts lack: {0}; add them, except those below the amount that must be stated."},
    {"NUTRITION_MISSING",
     "Chưa có thành phần dinh dưỡng ({0}), bắt buộc từ 01/01/2026; nếu sản phẩm không được miễn, hãy thêm cột “Giá trị "
     "dinh dưỡng” vào danh sách hoặc ghi vào mẫu.",
     "There are no nutrition facts ({0}), required since 1 Jan 2026; unless the product is exempt, add the column “Giá "
     "trị dinh dưỡng” to the list or write them in the template."},
    {"NUTRITION_UNIT",
     "Bảng dinh dưỡng có chất ghi bằng đơn vị khác; hãy ghi: {0}.",
     "The nutrition facts have values in other units; write: {0}."},
    {"NUTRITION_VALUE",
     "Bảng dinh dưỡng có chất không ghi lượng: {0}; hãy ghi số.",
     "The nutrition facts name these without a value: {0}; add the figures."},
    {"ORIGIN_ABBREVIATED",
     "Xuất xứ “{0}” viết tắt tên nước; hãy ghi đủ tên nước, như “Việt Nam”.",
     "The origin “{0}” abbreviates the country; write its name in full, like “Việt Nam”."},
    {"ORIGIN_NO_COUNTRY",
     "Xuất xứ “{0}” không có tên nước nào mà temsao biết; hãy ghi tên nước, như “Việt Nam”.",
     "The origin “{0}” has no country's name that temsao knows; write the country, like “Việt Nam”."},
    {"ORIGIN_WORDS",
     "Xuất xứ “{0}” thiếu chữ đứng trước tên nước; hãy ghi như “Sản xuất tại Việt Nam” hoặc “Xuất xứ: Việt Nam”.",
     "The origin “{0}” lacks the words before the country; write “Sản xuất tại Việt Nam” or “Xuất xứ: Việt Nam”."},
    {"QUANTITY_HEIGHT",
     "Chữ số định lượng cao {0:figure}, nên có ít nhất {1:figure}; hãy tăng cỡ chữ định lượng trong mẫu.",
     "The figures of the net quantity are {0:figure} high and should be at least {1:figure}; raise their size in the "
     "template."},
    {"QUANTITY_NO_UNIT",
     "Định lượng “{0}” không có đơn vị đo; hãy ghi số kèm g, kg, ml hoặc l.",
     "The net quantity “{0}” has no unit of measure; write a number with g, kg, ml or l."},
    {"QUIET_ZONE_ART",
     "“{0}” lấn vào vùng trắng quanh mã: chỉ cách mã {1:figure}, cần {2:figure}; hãy dời phần đó ra.",
     "“{0}” is inside the code's quiet zone: {1:figure} from the code, {2:figure} are needed; move it out."},
    {"QUIET_ZONE_ART.element",
     "Hình “{0}” (dòng {1} của mẫu) lấn vào vùng trắng quanh mã: chỉ cách mã {2:figure}, cần {3:figure}; hãy dời hình "
     "đó ra, hoặc đặt nền trắng dưới mã.",
     "“{0}” (line {1} of the template) is inside the code's quiet zone: {2:figure} from the code, {3:figure} are "
     "needed; move it out, or put a white panel under the code."},
    {"QUIET_ZONE_ART.over",
     "Hình trắng “{0}” (dòng {1} của mẫu) che mất một phần mã; hãy đặt hình đó trước khung mã trong tệp SVG.",
     "The white shape “{0}” (line {1} of the template) hides a part of the code; put it before the code's box in the "
     "SVG file."},
    {"STARS_DOUBTFUL",
     "Chữ “{0}” nói đến {1} sao, giấy chứng nhận có {2}; nếu đó là hạng sao OCOP, hãy sửa cho đúng.",
     "The words “{0}” speak of {1} {1|star|stars}, and the certificate has {2}; if OCOP stars are meant, correct "
     "them."},
    {"STARS_IN_WORDS",
     "Chữ “{0}” ghi {1} sao OCOP, giấy chứng nhận có {2}; hãy sửa chữ theo giấy chứng nhận.",
     "The words “{0}” claim {1} OCOP {1|star|stars} and the certificate has {2}; correct them by the certificate."},
    {"TEXT_CLIPPED",
     "“{0}” vượt mép tem {1:figure}; hãy dời khung chữ vào trong.",
     "“{0}” runs {1:figure} over the label's edge; move its box inwards."},
    {"TEXT_COLLISION",
     "“{0}” chạm vào “{1}”; hãy dời khung chữ trong mẫu.",
     "“{0}” touches “{1}”; move its box in the template."},
    {"TEXT_PARTED",
     "{0}: không đủ chỗ nên cuối dòng tách “{1}”; hãy rút ngắn chữ, hoặc dùng mẫu tem lớn hơn.",
     "{0}: there is too little room, so a line breaks within “{1}”; shorten the text or use a larger template."},
    {"TEXT_TIGHT",
     "Hai dòng của “{0}” sát nhau đến mức dấu chạm chữ; hãy rút ngắn chữ hoặc chọn mẫu lớn hơn (người làm mẫu: tăng "
     "data-line-height).",
     "Two lines of “{0}” are so close that accents touch letters; shorten the text or use a larger template (its "
     "author may raise data-line-height)."},
    {"TILL_CODE_COVERED",
     "“{0}” che mất một phần mã vạch; hãy dời phần đó ra.",
     "“{0}” hides a part of the bar code; move it out."},
    {"TILL_CODE_COVERED.element",
     "Hình “{0}” (dòng {1} của mẫu) che mất một phần mã vạch; hãy dời hình đó ra.",
     "“{0}” (line {1} of the template) hides a part of the bar code; move it out."},
    {"TILL_CODE_NONE",
     "Mẫu có chỗ cho mã vạch, nhưng sản phẩm không có mã GTIN 8, 12 hay 13 chữ số nên chỗ đó để trống; hãy ghi GTIN "
     "vào "
     "danh sách, hoặc chọn mẫu không có mã vạch.",
     "The template has a place for a bar code, but the product has no GTIN of 8, 12 or 13 digits, so the place stays "
     "empty; put the GTIN into the list, or use a template without bars."},
    {"TILL_CODE_NONE.no_room",
     "Nội dung không chừa đủ chỗ nên tem không có mã vạch cho quầy thu ngân; hãy rút ngắn nội dung hoặc chọn mẫu lớn "
     "hơn.",
     "The facts leave too little room, so the label has no bars for the till; shorten them or use a larger template."},
    {"TILL_CODE_QUIET",
     "“{0}” lấn vào vùng trắng cạnh mã vạch, máy quét ở quầy có thể không đọc được; hãy dời phần đó ra.",
     "“{0}” is inside the white space beside the bar code, and tills may not read it; move it out."},
    {"TILL_CODE_QUIET.element",
     "Hình “{0}” (dòng {1} của mẫu) lấn vào vùng trắng cạnh mã vạch, máy quét ở quầy có thể không đọc được; hãy dời "
     "hình đó ra.",
     "“{0}” (line {1} of the template) is inside the white space beside the bar code, and tills may not read it; move "
     "it out."},
    {"TILL_CODE_SMALL",
     "Vạch hẹp nhất của mã vạch rộng {0:figure}, quầy thu ngân cần ít nhất {1:figure}; hãy nới khung mã vạch trong "
     "mẫu, hoặc in bằng máy nhiều điểm hơn.",
     "The narrowest bar is {0:figure} wide, and tills ask for {1:figure} or more; widen the place for the bars in the "
     "template, or print with more dots to the inch."},
    {"UNIT_CASE",
     "“{0}”: đơn vị “{1}” phải viết “{2}” ({3}); hãy sửa trong danh sách.",
     "“{0}”: the unit “{1}” must be written “{2}” ({3}); correct it in the list."},
    {"UNIT_WRONG",
     "“{0}”: “{1}” không phải đơn vị đo đúng, hãy viết “{2}” ({3}).",
     "“{0}”: “{1}” is not a unit of measure; write “{2}” ({3})."},
    {"allergens.not_on_template",
     "Danh sách có chất gây dị ứng ({0}) mà mẫu này không in; hãy chọn mẫu có khung chất gây dị ứng.",
     "The list names allergens ({0}) and this template does not print them; use a template with a box for allergens."},
    {"label.badge_outside",
     "Mẫu {0}: huy hiệu sao không vừa khung dành cho nó (data-kind=\"badge\"); hãy mở rộng khung đó hoặc hạ khung mã "
     "xuống.",
     "Template {0}: the badge does not fit its box (data-kind=\"badge\"); enlarge that box or move the code box down."},
    {"label.code_too_small",
     "Mẫu {0} ở {1} dpi: mã rộng {2} ô cần khung mã ít nhất {3:figure} mm, đang là {4:figure} mm; hãy rút ngắn mã, "
     "chọn mẫu khác, "
     "hoặc in ở dpi vừa khung này: {5}.",
     "Template {0} at {1} dpi: a code {2} modules wide needs a code box of {3:figure} mm, and has {4:figure} mm; "
     "shorten the code, "
     "use another template, or a dpi that fits: {5}."},
    {"label.field_missing",
     "Mẫu {0} cần trường “{1}” mà danh sách không có; hãy bổ sung cột đó hoặc chọn mẫu khác.",
     "Template {0} needs the field “{1}”, which is not in the list; add that column or use another template."},
    {"label.missing_glyph",
     "Trường “{0}”: phông chữ không có ký tự {1}; hãy thay ký tự đó.",
     "Field “{0}”: the font cannot draw {1}; replace it."},
    {"label.name_too_long",
     "Mẫu {0}, trường “{1}” của “{2}”: chữ không vừa dù đã thu nhỏ hết mức, thừa {3:figure} mm. Tên và địa chỉ của chủ "
     "thể không rút gọn được; hãy chọn mẫu lớn hơn.",
     "Template {0}, field “{1}” of “{2}”: even the smallest text is {3:figure} mm too large. A producer's name and "
     "address cannot be shortened; use a larger template."},
    {"label.nutrition_too_tall",
     "Mẫu {0}: bảng giá trị dinh dưỡng của “{1}” cao hơn khung {2:figure} mm dù đã thu nhỏ hết mức; hãy bớt dòng trong "
     "danh sách, hoặc nới khung trong mẫu.",
     "Template {0}: even the smallest nutrition table of “{1}” is {2:figure} mm too tall; leave out rows in the list, "
     "or "
     "enlarge its place in the template."},
    {"label.nutrition_too_wide",
     "Mẫu {0}: bảng giá trị dinh dưỡng của “{1}” rộng hơn khung {2:figure} mm dù đã thu nhỏ hết mức; hãy rút ngắn tên "
     "chất trong danh sách, hoặc nới khung trong mẫu.",
     "Template {0}: even the smallest nutrition table of “{1}” is {2:figure} mm too wide; shorten the nutrients' names "
     "in the list, or widen its place in the template."},
    {"label.pattern_too_fine",
     "Mẫu {0}: hoa văn {1} quá nhỏ cho khung của nó (hơn {2} hình); hãy dùng ô lớn hơn trong hoa văn, hoặc khung nhỏ "
     "hơn.",
     "Template {0}: pattern {1} is too fine for its place (more than {2} shapes); use a larger tile, or a smaller "
     "place."},
    {"label.text_over_limit",
     "Trường “{0}” có {1} ký tự, quá mức cho phép ({2} byte); hãy rút ngắn.",
     "Field “{0}” has {1} {1|character|characters}, over the limit ({2} bytes); shorten it."},
    {"label.text_too_long",
     "Mẫu {0}, trường “{1}” của “{2}”: chữ không vừa dù đã thu nhỏ hết mức, cao quá {3:figure} mm; hãy bớt khoảng {4} "
     "ký tự "
     "hoặc chọn mẫu lớn hơn.",
     "Template {0}, field “{1}” of “{2}”: even the smallest text is {3:figure} mm too tall; remove about {4} "
     "{4|character|characters} or use a larger template."},
    {"label.till_code_too_small",
     "Mẫu {0} ở {1} dpi: mã vạch cần khung ít nhất {2} mm, đang là {3} mm; hãy nới khung trong mẫu, hoặc in bằng máy "
     "nhiều điểm hơn.",
     "Template {0} at {1} dpi: the bar code needs a place of at least {2} mm, and has {3} mm; widen it in the "
     "template, "
     "or print with more dots to the inch."},
    {"label.too_few_stars",
     "“{0}” có {1} sao trong giấy chứng nhận; huy hiệu OCOP chỉ in cho sản phẩm từ 3 đến 5 sao, hãy kiểm tra danh "
     "sách.",
     "“{0}” has {1} {1|star|stars} on its certificate; the OCOP badge is for 3 to 5 stars only, check the list."},
    {"label.word_too_wide",
     "Mẫu {0}, trường “{1}” của “{2}”: có từ dài hơn khung {3:figure} mm dù đã thu nhỏ hết mức; hãy bớt khoảng {4} ký "
     "tự "
     "hoặc chọn mẫu lớn hơn.",
     "Template {0}, field “{1}” of “{2}”: even the smallest text has a word {3:figure} mm too wide; remove about {4} "
     "{4|character|characters} or use a larger template."},
    {"nutrition.not_on_template",
     "Chưa có thành phần dinh dưỡng ({0}), bắt buộc từ 01/01/2026: danh sách có mà mẫu này không in; hãy chọn mẫu có "
     "chỗ cho thành phần dinh dưỡng.",
     "There are no nutrition facts ({0}), required since 1 Jan 2026: the list has them, but this template does not "
     "print them; use a template that does."},
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
    {"template.pattern_marks",
     "Hoa văn {0} cần từ 1 đến {1} hình trong một ô.",
     "Pattern {0} needs 1 to {1} shapes in its tile."},
    {"template.pattern_shapes",
     "Hoa văn {0} chỉ được có hình vẽ: path, line, rect, circle, ellipse, polygon, polyline.",
     "Pattern {0} may have shapes only: path, line, rect, circle, ellipse, polygon, polyline."},
    {"template.rotate",
     "Mẫu {0}, dòng {1}: {2} không xoay được với data-rotate “{3}”; chỉ khung chữ, bảng dinh dưỡng, mã vạch, nhóm "
     "stack và dòng chữ xoay được, theo 90, 180 hoặc 270.",
     "Template {0}, line {1}: {2} cannot be turned with data-rotate “{3}”; only places for text, nutrition facts and "
     "till codes, stacks and lines of text turn, by 90, 180 or 270."},
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
