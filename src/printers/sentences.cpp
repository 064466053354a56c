// What a person may read from src/printers; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"printer.address",
     "“{0}” không phải địa chỉ máy in; hãy ghi như 192.168.1.40, 192.168.1.40:9101 hoặc /dev/usb/lp0.",
     "“{0}” is not the address of a printer; write it like 192.168.1.40, 192.168.1.40:9101 or /dev/usb/lp0."},
    {"printer.in_use",
     "Máy in {0} đang được chương trình khác dùng; hãy chờ chương trình đó in xong rồi thử lại.",
     "Another program is using the printer {0}; wait until it is done, then try again."},
    {"printer.no_answer",
     "Không nối được với máy in {0} ({1}); hãy xem máy đã bật và đã cắm dây mạng hoặc USB chưa, rồi thử lại.",
     "No connection to the printer {0} ({1}); see that it is switched on and its cable is in, then try again."},
    {"printer.not_found",
     "Không tìm thấy “{0}” trong mạng; hãy ghi địa chỉ IP in trên trang tự kiểm tra của máy in.",
     "“{0}” is not found in the network; give the IP address from the printer's own configuration label."},
    {"printer.not_local",
     "“{0}” ({1}) không nằm trong mạng nội bộ; temsao chỉ gửi tem tới máy in trong mạng của mình.",
     "“{0}” ({1}) is not in the local network; temsao sends labels only to printers of one's own network."},
    {"printer.port",
     "Cổng {0} không phải cổng của máy in tem; hãy dùng cổng 9100 đến 9103.",
     "Port {0} is not one of a label printer; use a port from 9100 to 9103."},
};

} // namespace

extern constinit const Table printers{rows};

} // namespace temsao::sentences
