// What a person may read from src/http; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"fetch.failed",
     "Không hỏi được {0}: {1}; hãy kiểm tra địa chỉ và mạng, rồi thử lại.",
     "No answer from {0}: {1}; check the address and the network, and try again."},
    {"fetch.too_large",
     "{0} gửi nhiều hơn {1} byte, nên không đọc; hãy hỏi bên đó xem địa chỉ có đúng không.",
     "{0} sent more than {1} bytes, which is not read; ask that office whether the address is right."},
    {"serve.address",
     "Không hiểu địa chỉ “{0}”; hãy viết như 127.0.0.1:8080.",
     "The address “{0}” is not understood; write it like 127.0.0.1:8080."},
    {"serve.certificate",
     "Không dùng được {0} cho TLS: {1}; hãy kiểm tra tệp PEM.",
     "Cannot use {0} for TLS: {1}; check the PEM file."},
    {"serve.lan_broken",
     "Không dùng được {0}; hãy chép lại bản sao lưu, hoặc xóa thư mục {1} rồi chạy lại và ghép lại các điện thoại.",
     "Cannot use {0}; restore your backup, or delete the folder {1}, start again and pair the phones again."},
    {"serve.listen",
     "Không mở được {0}: {1}; hãy chọn cổng khác bằng --listen.",
     "Cannot listen on {0}: {1}; choose another port with --listen."},
};

} // namespace

extern constinit const Table http{rows};

} // namespace temsao::sentences
