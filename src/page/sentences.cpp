// What a person may read from src/page; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"calibrate.a",
     "Mép trái giấy đến vạch dọc, đo ở đầu trên",
     "Left edge of the paper to the vertical line, at its top"},
    {"calibrate.b",
     "Mép trái giấy đến vạch dọc, đo ở đầu dưới",
     "Left edge of the paper to the vertical line, at its bottom"},
    {"calibrate.c",
     "Mép trên giấy đến vạch ngang, đo ở đầu trái",
     "Top edge of the paper to the horizontal line, at its left"},
    {"calibrate.d", "Chiều dài vạch ngang, đến vạch chặn", "Length of the horizontal line, up to its end mark"},
    {"calibrate.e", "Chiều dài vạch dọc, đến vạch chặn", "Length of the vertical line, down to its end mark"},
    {"calibrate.measure",
     "2. Đo năm độ dài a, b, c, d, e bằng thước, chính xác đến nửa milimét hoặc hơn, rồi ghi vào chỗ trống.",
     "2. Measure the five lengths a, b, c, d, e with a ruler, to half a millimetre or better, and write them down."},
    {"calibrate.print",
     "1. In tờ này trên đúng loại giấy, ở 100 %, không chọn “vừa trang giấy”.",
     "1. Print this sheet on the paper you use, at 100 %, without “fit to page”."},
    {"calibrate.title", "Tờ thử máy in", "Printer test sheet"},
    {"calibrate.type",
     "3. Gõ lệnh dưới đây, thay a b c d e bằng số đo (20,4 hay 20.4 đều được):",
     "3. Type this command with your measurements in place of a b c d e (20.4 or 20,4):"},
    {"printer.how_many",
     "Có {0} số đo, cần {1}: {2}; hãy đo lại theo tờ thử.",
     "{0} {0|length was|lengths were} given and {1} are needed: {2}; measure again on the test sheet."},
    {"printer.residual",
     "Máy in này co giãn hoặc xoay trang nhiều: đã chỉnh mà góc tem còn lệch {0} mm (cho phép {1} mm); hãy chỉnh "
     "khay giấy, tắt co giãn rồi đo lại, hoặc chọn tem không quá {2} mm.",
     "This printer scales or turns too much: a label's corner stays {0} mm off (allowed: {1} mm); set the paper "
     "guides, turn scaling off and measure again, or use labels of at most {2} mm."},
    {"printer.scaled",
     "Máy in đang co giãn trang ({0} % ngang, {1} % dọc); hãy tắt “vừa trang giấy” trong hộp thoại in, in ở 100 % "
     "rồi đo lại.",
     "The printer scales the page ({0} % across, {1} % down); turn “fit to page” off, print at 100 % and measure "
     "again."},
    {"printer.shifted",
     "Trang in lệch {0} mm ngang, {1} mm dọc, hơn mức chỉnh được ({2} mm); hãy xem lại khổ giấy trong hộp thoại in "
     "và các số đo.",
     "The print is off by {0} mm across and {1} mm down, more than can be corrected ({2} mm); check the paper size "
     "in the print dialogue, and your measurements."},
    {"printer.turned",
     "Trang in bị xoay {0} độ, hơn mức chỉnh được ({1} độ); hãy chỉnh thanh dẫn giấy rồi đo lại.",
     "The print is turned by {0} degrees, more than can be corrected ({1}); set the paper guides and measure again."},
    {"stock.cell",
     "{0}, dòng {1}, cột {2}: “{3}” không dùng được, phải là {4}.",
     "{0}, row {1}, column {2}: “{3}” cannot be used, it must be {4}."},
    {"stock.empty",
     "{0} không có dòng nào; hãy ghi tên các cột ở dòng đầu, xem templates/README.md.",
     "{0} has no rows; name the columns in the first row, see templates/README.md."},
    {"stock.grid_outside",
     "{0}, dòng {1}: ô tem của {2} vượt mép tờ {3} mm (hướng {4}); hãy đo lại lề và bước.",
     "{0}, row {1}: the stickers of {2} run {3} mm over the sheet's edge (towards {4}); measure margin and pitch "
     "again."},
    {"stock.grid_overlap",
     "{0}, dòng {1}: các ô tem của {2} chồng lên nhau (hướng {3}); hãy để bước bằng hoặc lớn hơn cỡ ô tem.",
     "{0}, row {1}: the stickers of {2} overlap (towards {3}); the pitch must be at least the sticker's size."},
    {"stock.heading_missing",
     "{0} thiếu cột “{1}”; xem templates/README.md.",
     "{0} has no column “{1}”; see templates/README.md."},
    {"stock.heading_unknown",
     "{0} có cột lạ “{1}”; hãy sửa tên cột hoặc bỏ đi, xem templates/README.md.",
     "{0} has an unknown column “{1}”; correct its name or leave it out, see templates/README.md."},
    {"stock.no_position",
     "Không có vị trí {0}; tờ này có {1} ô tem.",
     "There is no position {0}; this sheet has {1} {1|sticker|stickers}."},
    {"stock.no_room_for_bleed",
     "Loại giấy {0} không đủ chỗ cho {1} mm tràn lề, nhiều nhất {2} mm; hãy giảm --bleed hoặc chọn loại giấy khác.",
     "Sticker paper {0} has no room for {1} mm of bleed, at most {2} mm; lower --bleed or use another paper."},
    {"stock.no_room_for_marks",
     "Loại giấy {0} chỉ có lề {1} mm, dấu xén cần ít nhất {2} mm; hãy bỏ --marks hoặc chọn loại giấy khác.",
     "Sticker paper {0} has a margin of {1} mm and crop marks need {2} mm; leave --marks out or use another paper."},
    {"stock.too_many",
     "{0} có hơn {1} loại giấy; hãy chia thành nhiều tệp.",
     "{0} has more than {1} kinds of paper; split it into several files."},
    {"stock.twice",
     "{0}, dòng {1}: loại giấy {2} đã có ở trên; hãy bỏ một dòng.",
     "{0}, row {1}: {2} is already in a row above; remove one of them."},
    {"ticket.bar", "Vạch này phải dài đúng 100 mm.", "This bar must measure exactly 100 mm."},
    {"ticket.date", "Ngày", "Date"},
    {"ticket.lot", "Số lô", "Lot"},
    {"ticket.measured", "Đã đo (mm)", "Measured (mm)"},
    {"ticket.printed_by", "Người in", "Printed by"},
    {"ticket.sample", "Hình mẫu ở {0} % cỡ thật; không dùng để in.", "Sample at {0} % of true size; not for printing."},
    {"ticket.scale", "In ở 100 %, không co giãn", "Print at 100 %, do not scale"},
    {"ticket.title", "Phiếu in tem", "Label job ticket"},
};

} // namespace

extern constinit const Table page{rows};

} // namespace temsao::sentences
