// What a person may read from src/printers; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"printer.address",
     "“{0}” không phải địa chỉ máy in; hãy ghi như 192.168.1.40, 192.168.1.40:9101, /dev/usb/lp0 hoặc "
     "ipp://192.168.1.50.",
     "“{0}” is not the address of a printer; write it like 192.168.1.40, 192.168.1.40:9101, /dev/usb/lp0 or "
     "ipp://192.168.1.50."},
    {"printer.certificate_taken",
     "Dấu vân tay chứng chỉ của máy in: {0}. Hãy so với dấu trên màn hình hoặc trang web của máy; từ nay chỉ chứng chỉ "
     "này được nhận.",
     "Fingerprint of the printer's certificate: {0}. Compare it with the one on its display or its web page; from now "
     "on "
     "only this certificate is taken."},
    {"printer.counts_nothing",
     "Máy in không đếm trang đã ra: sau mỗi lần in, hãy cho biết tem tốt cuối cùng.",
     "It does not count the pages that come out: after each run, say which label is the last good one."},
    {"printer.counts_pages",
     "Máy in tự đếm số trang: mỗi tem in ra đều được ghi nhận.",
     "It counts its pages: what became of each label is known."},
    {"printer.cover_open", "Nắp máy in đang mở: hãy đóng lại.", "The printer's cover is open: close it."},
    {"printer.has_canceled", "Lệnh in đã bị hủy ở máy in.", "Somebody cancelled the job at the printer."},
    {"printer.has_refused",
     "Máy in không nhận lệnh in này: hãy xem màn hình của máy, loại và cỡ giấy trong khay.",
     "The printer refuses the job: look at its display, and at the kind and size of paper in its tray."},
    {"printer.in_use",
     "Máy in {0} đang được chương trình khác dùng; hãy chờ chương trình đó in xong rồi thử lại.",
     "Another program is using the printer {0}; wait until it is done, then try again."},
    {"printer.ink_out", "Hết mực: hãy thay hộp mực.", "Out of ink or toner: replace the cartridge."},
    {"printer.ipp_port",
     "Cổng {0} không phải cổng của IPP; hãy dùng cổng 631 hoặc bỏ số cổng.",
     "Port {0} is not the one of IPP; use port 631, or leave the port out."},
    {"printer.kind_unused",
     "{0} đã cho biết cách nói chuyện với máy in; hãy bỏ --kind.",
     "{0} says already how the printer is spoken to; leave out --kind."},
    {"printer.may_scale",
     "Máy in {0} không cho biết có in đúng cỡ hay không: hãy in thử rồi đo bằng thước (temsao printer test {0}).",
     "The printer {0} does not say that it prints without scaling: print a test and measure it with a ruler (temsao "
     "printer test {0})."},
    {"printer.no_answer",
     "Không nối được với máy in {0} ({1}); hãy xem máy đã bật và đã cắm dây mạng hoặc USB chưa, rồi thử lại.",
     "No connection to the printer {0} ({1}); see that it is switched on and its cable is in, then try again."},
    {"printer.no_ipp",
     "{0} không trả lời như một máy in IPP Everywhere; hãy bật IPP (AirPrint) ở trang cài đặt của máy, hoặc tạo tệp "
     "PDF "
     "bằng -o rồi in từ chương trình khác.",
     "{0} does not answer as an IPP Everywhere printer; switch on IPP (AirPrint) in its settings, or make a PDF with "
     "-o "
     "and print it from another program."},
    {"printer.no_jobs",
     "Máy in {0} không cho theo dõi lệnh in (IPP cũ); hãy tạo tệp PDF bằng -o rồi in từ chương trình khác.",
     "The printer {0} does not let a job be followed (an old IPP); make a PDF with -o and print it from another "
     "program."},
    {"printer.no_pages",
     "Máy in {0} không nhận PDF hay PWG Raster; hãy thêm hàng đợi CUPS của máy này (ipp://127.0.0.1/printers/TÊN), "
     "hoặc "
     "tạo tệp PDF bằng -o rồi in từ chương trình khác.",
     "The printer {0} takes neither PDF nor PWG Raster; add the CUPS queue that this machine has for it "
     "(ipp://127.0.0.1/printers/NAME), or make a PDF with -o and print it from another program."},
    {"printer.no_such_paper",
     "Máy in {0} không có giấy {1}; máy có {2}. Hãy chọn --stock có cỡ tờ như vậy, hoặc đặt cỡ giấy này ở máy in.",
     "The printer {0} has no paper of {1}; it has {2}. Choose a --stock with such a sheet, or set this size up at the "
     "printer."},
    {"printer.not_found",
     "Không tìm thấy “{0}” trong mạng; hãy ghi địa chỉ IP in trên trang tự kiểm tra của máy in.",
     "“{0}” is not found in the network; give the IP address from the printer's own configuration label."},
    {"printer.not_local",
     "“{0}” ({1}) không nằm trong mạng nội bộ; temsao chỉ gửi tem tới máy in trong mạng của mình.",
     "“{0}” ({1}) is not in the local network; temsao sends labels only to printers of one's own network."},
    {"printer.other_certificate",
     "Máy in {0} đưa ra chứng chỉ khác với lúc được thêm; nếu máy đã được đặt lại hoặc thay mới, hãy thêm lại bằng "
     "temsao "
     "printer add, còn không thì máy khác đang dùng địa chỉ này.",
     "The printer {0} shows another certificate than when it was added; if it was reset or replaced, add it again with "
     "temsao printer add, else another machine has its address."},
    {"printer.port",
     "Cổng {0} không phải cổng của máy in tem; hãy dùng cổng 9100 đến 9103.",
     "Port {0} is not one of a label printer; use a port from 9100 to 9103."},
};

} // namespace

extern constinit const Table printers{rows};

} // namespace temsao::sentences
