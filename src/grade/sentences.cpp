// What a person may read from src/grade; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"GRADE_AXIAL",
     "Ô rộng và cao khác nhau {0} %: giấy bị kéo khi in, hoặc tệp in bị co giãn một chiều; hãy in lại ở 100 % và "
     "chỉnh độ căng giấy.",
     "Modules differ by {0} % in width and height: the paper was pulled, or the file was scaled one way; print at "
     "100 % and set the paper tension."},
    {"GRADE_BLUR",
     "Mép ô nhòe {0} % một ô: tem chưa áp sát mặt kính, máy quét lệch nét, hoặc mực lem; hãy áp phẳng tem rồi quét "
     "lại, nếu vẫn nhòe thì giảm tốc độ in.",
     "The edges are blurred over {0} % of a module: the label did not lie on the glass, the scanner is out of focus, "
     "or "
     "the ink bleeds; lay it flat and scan again, and if it stays so, print more slowly."},
    {"GRADE_COLOUR",
     "Đầu đọc ánh sáng đỏ (660 nm) chỉ thấy chênh lệch {0} %, mắt thường và điện thoại thấy {1} %: mực hoặc giấy có "
     "màu "
     "mà ánh sáng đỏ không phân biệt được; hãy in mã bằng mực đen trên nền trắng.",
     "Readers with red light (660 nm) see a difference of {0} % only, eyes and phones see {1} %: red light cannot tell "
     "this ink from this paper; print the code in black on white."},
    {"GRADE_COLOUR_BY_EYE",
     "Mắt thường và điện thoại chỉ thấy chênh lệch {0} %, dù đầu đọc ánh sáng đỏ thấy {1} %; hãy in mã bằng mực đen "
     "trên "
     "nền trắng.",
     "Eyes and phones see a difference of {0} % only, though readers with red light see {1} %; print the code in black "
     "on "
     "white."},
    {"GRADE_CONTRAST",
     "Chênh lệch sáng tối chỉ {0} %: mực nhạt và giấy sẫm; hãy dùng mực đen hơn và giấy trắng hơn.",
     "Dark and light differ by only {0} %: the ink is pale and the paper dark; use blacker ink and whiter paper."},
    {"GRADE_DAMAGE",
     "Chỉ còn {0} % khả năng sửa lỗi: mã bị xước, bẩn hoặc thiếu mực; hãy lau đầu in, thay tem hỏng.",
     "Only {0} % of the error correction is left: scratches, dirt or missing ink; clean the print head and replace "
     "damaged labels."},
    {"GRADE_DARK_PAPER",
     "Chênh lệch sáng tối chỉ {0} % vì giấy sẫm; hãy dùng giấy trắng hơn.",
     "Dark and light differ by only {0} % because the paper is dark; use whiter paper."},
    {"GRADE_DARK_STREAK",
     "{0} vệt đen chạy suốt mã; hãy lau mặt kính máy quét rồi quét lại, nếu vẫn còn thì lau trục và trống máy in.",
     "{0} dark {0|line runs|lines run} through the code; clean the scanner's glass and scan again, and if {0|it "
     "stays|they "
     "stay}, clean the printer's rollers and drum."},
    {"GRADE_FIXED_PATTERN",
     "Hình định vị bị hỏng: vùng ba góc, vạch nhịp hoặc lề trắng; hãy tìm vết bẩn và nếp gấp ở đó.",
     "The fixed patterns (corners, timing lines, their white margin) are damaged; look for dirt and folds there."},
    {"GRADE_GRID",
     "Lưới ô lệch tới {0} % một ô: giấy nhăn hoặc trượt khi in; hãy chỉnh dẫn giấy, dán phẳng rồi quét lại.",
     "The grid is off by up to {0} % of a module: the paper is wrinkled, or slipped while printing; set the paper "
     "guide, lay it flat and scan again."},
    {"GRADE_GROWTH",
     "Ô đen nở thêm {0} %; hãy giảm độ đậm hoặc nhiệt đầu in.",
     "Dark modules grew by {0} %; lower the ink or the heat."},
    {"GRADE_GROWTH_UNEVEN",
     "Ô đen nở {0} % theo chiều ngang nhưng {1} % theo chiều dọc: giấy trượt khi in; hãy giảm tốc độ in và chỉnh độ "
     "căng "
     "giấy.",
     "Dark modules grew by {0} % across but {1} % down: the paper slipped; print more slowly and set the paper "
     "tension."},
    {"GRADE_INFORMATION",
     "{0} ô sai ở vùng thông tin định dạng quanh hình góc; hãy tìm vết bẩn gần ba góc mã.",
     "{0} {0|module is|modules are} wrong in the format information beside the corners; look for dirt near the "
     "code's three corners."},
    {"GRADE_LOSS",
     "Ô đen hụt {0} %; hãy lau đầu in, tăng độ đậm hoặc nhiệt đầu in.",
     "Dark modules shrank by {0} %; clean the print head, raise the ink or the heat."},
    {"GRADE_LOW_TRUST",
     "Ảnh quét chỉ có {0:figure} điểm ảnh cho một ô, độ tin cậy thấp; hãy quét lại ở độ phân giải cao hơn để được từ "
     "10 "
     "điểm.",
     "The scan has only {0:figure} pixels per module, so the estimate is unsure; scan at a higher resolution for 10 or "
     "more."},
    {"GRADE_MODULATION",
     "Độ rõ của ô chỉ {0} %: mực không đều, hoặc máy in không đủ nét cho ô nhỏ như vậy; hãy kiểm tra mực, ruy băng và "
     "lực "
     "ép đầu in.",
     "The modules are only {0} % distinct: the ink is uneven, or the printer is too coarse for modules this small; "
     "look at "
     "ink, ribbon and the pressure of the print head."},
    {"GRADE_PALE",
     "Chênh lệch sáng tối chỉ {0} % vì mực nhạt; hãy tăng độ đậm hoặc nhiệt đầu in.",
     "Dark and light differ by only {0} % because the ink is pale; raise the ink or the heat."},
    {"GRADE_PALE_INK",
     "Chênh lệch sáng tối chỉ {0} % vì mực nhạt, dù mực đã lem; hãy thay mực, ruy băng hoặc giấy in nhiệt khác.",
     "Dark and light differ by only {0} % because the ink is pale, though it spreads; change the ink, the ribbon or "
     "the "
     "thermal paper."},
    {"GRADE_QUIET_ZONE",
     "Lề trắng quanh mã chỉ {0:figure} ô, cần 4 ô; hãy dời chữ, khung hoặc mép cắt ra xa mã.",
     "The white margin around the code is only {0:figure} {0|module|modules}, 4 are needed; move text, frame or cut "
     "away "
     "from it."},
    {"GRADE_SCALED",
     "Cạnh ô {0:figure} mm không phải số chấm in nguyên (gần nhất là {1:figure} và {2:figure} mm): có thể tệp bị co "
     "giãn "
     "khi in; hãy in lại ở 100 %, tắt “vừa trang”.",
     "The module size of {0:figure} mm is not a whole number of printer dots (the nearest are {1:figure} and "
     "{2:figure} "
     "mm): the file may have been scaled; print at 100 %, without “fit to page”."},
    {"GRADE_SMALL",
     "Cạnh ô là {0:figure} mm: điện thoại đọc được, nhưng quầy thu ngân cần từ 0,396 mm; nếu bán ở siêu thị, hãy in mã "
     "to "
     "hơn.",
     "The module size is {0:figure} mm: phones read it, but checkouts need 0.396 mm or more; for supermarkets, print "
     "the "
     "code larger."},
    {"GRADE_SMEAR",
     "Mép ô nhòe {0} % một ô theo một chiều: giấy trượt hoặc mực kéo vệt khi in; hãy giảm tốc độ in và chỉnh độ căng "
     "giấy.",
     "The edges are smeared over {0} % of a module in one direction: the paper slipped or the ink was drawn along; "
     "print "
     "more slowly and set the paper tension."},
    {"GRADE_STREAK",
     "{0} vệt trắng chạy suốt mã: chấm in của đầu in bị hỏng hoặc bẩn; hãy lau đầu in, nếu vẫn còn thì thay đầu in.",
     "{0} white {0|line runs|lines run} through the code: dots of the print head are dead or dirty; clean the print "
     "head, "
     "and if {0|it stays|they stay}, replace it."},
    {"GRADE_UNDECODED",
     "Mã đọc được, nhưng không đọc được theo cách của máy đo; hãy áp phẳng tem, quét lại ở độ phân giải cao hơn.",
     "The code can be read, but not in the way of a verifier; lay the label flat and scan again at a higher "
     "resolution."},
    {"GRADE_WITHHELD",
     "Ảnh quét chỉ có {0:figure} điểm ảnh cho một ô, dưới 5 thì không ước lượng được; hãy quét lại ở độ phân giải cao "
     "hơn.",
     "The scan has only {0:figure} pixels per module, and below 5 nothing can be estimated; scan at a higher "
     "resolution."},
};

} // namespace

extern constinit const Table grade{rows};

} // namespace temsao::sentences
