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
    {"GRADE_CONTRAST",
     "Chênh lệch sáng tối chỉ {0} %: mực nhạt hoặc giấy sẫm; hãy tăng độ đậm, thay mực hoặc dùng giấy trắng hơn.",
     "Dark and light differ by only {0} %: faint ink or dark paper; print darker, change the ribbon or ink, or use "
     "whiter paper."},
    {"GRADE_DAMAGE",
     "Chỉ còn {0} % khả năng sửa lỗi: mã bị xước, bẩn hoặc thiếu mực; hãy lau đầu in, thay tem hỏng.",
     "Only {0} % of the error correction is left: scratches, dirt or missing ink; clean the print head and replace "
     "damaged labels."},
    {"GRADE_FIXED_PATTERN",
     "{0} % ô ở các hình định vị bị hỏng: vùng ba góc, vạch nhịp hoặc lề trắng; hãy tìm vệt in và nếp gấp ở đó.",
     "{0} % of the modules in the fixed patterns (corners, timing lines, their white margin) are damaged; look for "
     "streaks and folds there."},
    {"GRADE_GRID",
     "Lưới ô lệch tới {0} % một ô: giấy nhăn hoặc trượt khi in; hãy chỉnh dẫn giấy, dán phẳng rồi quét lại.",
     "The grid is off by up to {0} % of a module: the paper is wrinkled, or slipped while printing; set the paper "
     "guide, lay it flat and scan again."},
    {"GRADE_GROWTH",
     "Ô đen nở thêm {0} %; hãy giảm độ đậm hoặc nhiệt đầu in, hoặc in mã to hơn.",
     "Dark modules grew by {0} %; lower the ink or the heat, or print the code larger."},
    {"GRADE_INFORMATION",
     "{0} ô sai ở vùng thông tin định dạng quanh hình góc; hãy tìm vết bẩn gần ba góc mã.",
     "{0} {0|module is|modules are} wrong in the format information beside the corners; look for dirt near the "
     "code's three corners."},
    {"GRADE_LOSS",
     "Ô đen hụt {0} %; hãy tăng độ đậm hoặc nhiệt đầu in, lau đầu in, hoặc in mã to hơn.",
     "Dark modules shrank by {0} %; raise the ink or the heat, clean the print head, or print the code larger."},
    {"GRADE_LOW_TRUST",
     "Ảnh quét chỉ có {0} điểm ảnh cho một ô, độ tin cậy thấp; hãy quét lại ở độ phân giải cao hơn để được từ 10 "
     "điểm.",
     "The scan has only {0} pixels per module, so the estimate is unsure; scan at a higher resolution for 10 or more."},
    {"GRADE_MODULATION",
     "Có ô chỉ rõ {0} %: mực không đều hoặc ô quá nhỏ so với máy in; hãy in đậm đều hơn hoặc in mã to hơn.",
     "The least clear module is only {0} % distinct: uneven ink, or modules too small for the printer; print more "
     "evenly, or larger."},
    {"GRADE_QUIET_ZONE",
     "Lề trắng quanh mã chỉ {0} ô, cần 4 ô; hãy dời chữ, khung hoặc mép cắt ra xa mã.",
     "The white margin around the code is only {0} {0|module|modules}, 4 are needed; move text, frame or cut away "
     "from it."},
    {"GRADE_SMALL",
     "Cạnh ô là {0} mm: điện thoại đọc được, nhưng quầy thu ngân cần từ 0,396 mm; nếu bán ở siêu thị, hãy in mã to "
     "hơn.",
     "The module size is {0} mm: phones read it, but checkouts need 0.396 mm or more; for supermarkets, print the "
     "code larger."},
    {"GRADE_WITHHELD",
     "Ảnh quét chỉ có {0} điểm ảnh cho một ô, dưới 5 thì không ước lượng được; hãy quét lại ở độ phân giải cao hơn.",
     "The scan has only {0} pixels per module, and below 5 nothing can be estimated; scan at a higher resolution."},
};

} // namespace

extern constinit const Table grade{rows};

} // namespace temsao::sentences
