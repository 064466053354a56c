// The commands of the server: accounts, and the server itself.
#include "app/shared_options.h"

namespace temsao::app {

const std::vector<Job>& server_commands() {
    using enum Kind;
    using enum Place;
    using enum Need;
    // Of a command: its name, what it does in Vietnamese and English, an example. Of an option: a row; the English text
    // stands under the Vietnamese one, and the words to choose from under both.
    //
    // The rows stand in columns, with at most 160 characters a line:
    // clang-format off
    static const std::vector<Job> table = {
        //  name              kind     place       need      shown        text

        {"account add",
         "Thêm tài khoản dùng máy chủ; chương trình hỏi mật khẩu",
         "Add an account for the server; asks for its password",
         "temsao account add lan --role office",
         {{"name",            text,    positional, required, "NAME",      "tên: a-z, 0-9, chấm, gạch nối",
                                                                          "name: a-z, 0-9, dot, hyphen"},
          {"role",            choice,  named,      required, "ROLE",      "producer (chủ thể), inspector (kiểm tra), office (cơ quan), admin (quản trị)",
                                                                          "producer, inspector, office or admin",
                                                                          "producer inspector office admin"},
          {"producer",        text,    named,      optional, "NAME",      "chủ thể, như trong danh sách",
                                                                          "the producer, as in the list"},
          shared::passphrase,
          shared::store}},

        {"account list",
         "Xem các tài khoản của máy chủ",
         "List the server's accounts",
         "temsao account list",
         {shared::store}},

        {"account passwd",
         "Đổi mật khẩu của một tài khoản; chương trình hỏi mật khẩu mới",
         "Change an account's password; asks for the new one",
         "temsao account passwd lan",
         {{"name",            text,    positional, required, "NAME",      "tên tài khoản",
                                                                          "the account's name"},
          shared::passphrase,
          shared::store}},

        {"account remove",
         "Bỏ một tài khoản và kết thúc phiên của tài khoản đó",
         "Remove an account and end its sessions",
         "temsao account remove lan",
         {{"name",            text,    positional, required, "NAME",      "tên tài khoản",
                                                                          "the account's name"},
          shared::store}},

        {"serve",
         "Chạy máy chủ: trang web và API; mặc định chỉ máy này mở được",
         "Start the server: pages and API; by default only this machine can open them",
         "temsao serve --listen 127.0.0.1:8080",
         {{"listen",          text,    named,      optional, "ADDR:PORT", "địa chỉ và cổng; mặc định 127.0.0.1:8080; cổng 0: cổng còn trống",
                                                                          "address and port (default: 127.0.0.1:8080); port 0: any free one"},
          {"lan",             flag,    named,      optional, "",          "cho điện thoại trong cùng mạng: TLS bằng chứng chỉ gốc của riêng máy này, mã QR "
                                                                          "để ghép máy",
                                                                          "for phones in the same network: TLS with this machine's own certificate "
                                                                          "authority, a QR code to pair them"},
          {"pages",           file,    named,      optional, "DIR",       "thư mục trang web; mặc định đi kèm chương trình",
                                                                          "folder of the pages (default: the program's own)"},
          {"cert",            file,    named,      optional, "FILE",      "chứng chỉ TLS (PEM)",
                                                                          "TLS certificate chain (PEM)"},
          {"key",             file,    named,      optional, "FILE",      "khóa của chứng chỉ (PEM)",
                                                                          "the certificate's key (PEM)"},
          shared::host,
          shared::store}},
    };
    // clang-format on
    return table;
}

} // namespace temsao::app
