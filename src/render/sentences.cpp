// What a person may read from src/render; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"icc.damaged",
     "{0} không phải hồ sơ màu ICC, hoặc đã hỏng; hãy xin nhà in tệp .icc của máy in.",
     "{0} is not an ICC profile, or it is damaged; ask the print shop for the .icc file of its press."},
    {"icc.not_for_press",
     "Hồ sơ màu {0} thuộc loại {1}, hệ màu {2}; nhà in cần loại prtr, hệ màu CMYK, hãy xin đúng tệp của máy in.",
     "Profile {0} is of class {1} for {2}; a print shop needs class prtr for CMYK, ask it for the file."},
    {"printer.resolution",
     "Máy in tem có 203, 300 hoặc 600 dpi, không có {0}; hãy xem nhãn máy ở dưới đáy rồi đặt --dpi.",
     "Label printers have 203, 300 or 600 dpi, not {0}; look at the plate under the printer and set --dpi."},
    {"printer.too_long",
     "Tem dài {0} mm là quá dài cho máy in tem (tối đa {1} mm); hãy chọn mẫu hoặc loại giấy nhỏ hơn.",
     "A label of {0} mm is too long for a label printer (at most {1} mm); use a smaller template or sticker paper."},
    {"render.bad_font",
     "Không đọc được phông chữ {0}; hãy cài lại temsao.",
     "The font {0} cannot be read; install temsao again."},
    {"render.failed",
     "Không vẽ được tệp ({0}); hãy thử lại, và báo cho chúng tôi nếu lặp lại.",
     "The file could not be drawn ({0}); try again, and tell us if it happens again."},
    {"render.no_fonts",
     "Không có phông chữ trong {0}; hãy cài lại temsao.",
     "There are no fonts in {0}; install temsao again."},
    {"render.too_large",
     "Hình {0} megapixel là quá lớn; hãy giảm --dpi.",
     "A picture of {0} megapixels is too large; lower --dpi."},
};

} // namespace

extern constinit const Table render{rows};

} // namespace temsao::sentences
