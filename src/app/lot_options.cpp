// The commands of the lot book.
#include "app/shared_options.h"

namespace temsao::app {

const std::vector<Job>& lot_commands() {
    using enum Kind;
    using enum Place;
    using enum Need;
    // The rows stand as in office_options.cpp.
    // clang-format off
    static const std::vector<Job> table = {
        //  name              kind     place       need      shown        text

        {"lot add",
         "Ghi một việc vào sổ lô: nhập, thu hoạch, chế biến, kiểm nghiệm, đóng gói, giao",
         "Write an entry in the lot book: receive, harvest, transform, test, pack, ship",
         "temsao lot add receive \"Cá cơm tươi\" CC-251102 --amount \"1200 kg\" --from \"Hộ ông Lý\" --producer \"HTX Nguyễn Hạnh Mẫu\"",
         {{"kind",            text,    positional, required, "KIND",      "receive | harvest | transform | test | pack | ship, hoặc tiếng Việt: nhập, giao …",
                                                                          "receive | harvest | transform | test | pack | ship"},
          {"item",            text,    positional, required, "GOODS",     "mã hoặc tên sản phẩm, hoặc tên hàng",
                                                                          "the product's code or name, or what the goods are called"},
          {"lot",             text,    positional, optional, "LOT",       "số lô; mặc định ghép từ mã hàng và ngày",
                                                                          "lot (default: made of the goods' code and the day)"},
          {"amount",          text,    named,      optional, "AMOUNT",    "lượng, như 1200 kg; 0,5 tấn; 600 chai",
                                                                          "how much, such as 1200 kg; 0,5 tấn; 600 chai"},
          {"at",              text,    named,      optional, "TIME",      "ngày giờ; mặc định lúc này",
                                                                          "when (default: now)"},
          {"use",             texts,   named,      optional, "LOT=AMOUNT", "lô được dùng và lượng dùng; ghi nhiều lần được",
                                                                          "a lot that goes in, and how much of it; may be repeated"},
          {"from",            text,    named,      optional, "NAME",      "nhận từ ai, hoặc GLN",
                                                                          "from whom, or a GLN"},
          {"to",              text,    named,      optional, "NAME",      "giao cho ai, hoặc GLN",
                                                                          "to whom, or a GLN"},
          {"place",           text,    named,      optional, "NAME",      "ở đâu, hoặc GLN",
                                                                          "where, or a GLN"},
          {"process",         text,    named,      optional, "TEXT",      "cách làm, như ủ chượp 12 tháng",
                                                                          "how, such as fermented 12 months"},
          {"started",         date,    named,      optional, "DATE",      "bắt đầu làm từ ngày",
                                                                          "since when it was made"},
          {"passed",          flag,    named,      optional, "",          "kiểm nghiệm đạt",
                                                                          "the test was passed"},
          {"failed",          flag,    named,      optional, "",          "kiểm nghiệm không đạt",
                                                                          "the test was not passed"},
          {"report",          text,    named,      optional, "TEXT",      "số hoặc địa chỉ phiếu kiểm nghiệm",
                                                                          "number or address of the test report"},
          {"paper",           text,    named,      optional, "TEXT",      "số phiếu nhập, phiếu xuất",
                                                                          "number of the delivery note"},
          {"run",             text,    named,      optional, "N",         "lần in tem",
                                                                          "the print run"},
          {"made",            date,    named,      optional, "DATE",      "ngày sản xuất trên bao bì",
                                                                          "production date on the packs"},
          {"expires",         date,    named,      optional, "DATE",      "hạn sử dụng trên bao bì",
                                                                          "expiry date on the packs"},
          {"note",            text,    named,      optional, "TEXT",      "ghi chú",
                                                                          "a note"},
          {"instead-of",      text,    named,      optional, "ENTRY",     "việc ghi sai mà việc này thay cho; việc đó bị gạch",
                                                                          "the wrong entry that this one replaces; it is struck through"},
          {"request",         text,    named,      optional, "ID",        "mã của lần ghi này; ghi lại cùng mã thì không thêm gì",
                                                                          "an id of this request; the same id again adds nothing"},
          shared::whose, shared::host, shared::store}},

        {"lot correct",
         "Gạch một việc đã ghi sai; việc đúng thì ghi thêm bằng lot add",
         "Strike through an entry that is wrong; write the right one with lot add",
         "temsao lot correct 8acbf5be",
         {{"event",           text,    positional, required, "ENTRY",     "tám ký tự đầu của việc, như lot show in ra",
                                                                          "the entry's first eight digits, as lot show prints them"},
          {"by",              text,    named,      optional, "ENTRY",     "việc đúng thay cho nó; không có nghĩa là việc không xảy ra",
                                                                          "the right one in its place (default: it did not happen)"},
          shared::host, shared::store}},

        {"lot show",
         "Xem các lô, hoặc những việc của một lô",
         "Show all lots, or what happened to one",
         "temsao lot show NM-261124",
         {shared::goods_item, shared::goods_lot, shared::host, shared::store}},

        {"lot trace",
         "Lần theo một lô: làm từ những lô nào, thành những lô nào, đã giao cho ai",
         "Trace a lot: what it was made of, what it became, to whom it went",
         "temsao lot trace CC-251102",
         {shared::goods_item, shared::goods_lot, shared::host, shared::store}},

        {"lot recall",
         "Thu hồi một lô và mọi lô làm từ nó",
         "Recall a lot and all that was made of it",
         "temsao lot recall \"Cá cơm tươi\" CC-251102 --reason \"nhiễm histamin\" --dry-run",
         {{"item",            text,    positional, required, "GOODS",     "sản phẩm hoặc tên hàng",
                                                                          "the product, or what the goods are called"},
          {"lot",             text,    positional, required, "LOT",       "số lô",
                                                                          "lot"},
          {"reason",          text,    named,      required, "TEXT",      "lý do",
                                                                          "the reason"},
          {"dry-run",         flag,    named,      optional, "",          "chỉ xem sẽ thu hồi gì, không ghi",
                                                                          "only show what would be recalled, and store nothing"},
          {"lift",            flag,    named,      optional, "",          "dỡ bỏ lệnh thu hồi này, kèm lý do",
                                                                          "lift this recall, with the reason"},
          {"spare",           texts,   named,      optional, "LOT",       "lô không thu hồi; phải có lý do",
                                                                          "a lot that is not recalled; needs a reason"},
          {"spare-reason",    text,    named,      optional, "TEXT",      "vì sao không thu hồi lô đó",
                                                                          "why it is not recalled"},
          {"out",             file,    named,      optional, "OUT",       "bảng những nơi đã nhận: CSV, TSV, XLSX, ODS",
                                                                          "a table of those who received it: CSV, TSV, XLSX, ODS"},
          {"letters",         file,    named,      optional, "OUT",       "thư gửi mỗi nơi đã nhận, để in: HTML",
                                                                          "a letter to each receiver, to print: HTML"},
          shared::whose, shared::host, shared::store}},

        {"lot import",
         "Nhập sổ lô từ bảng tính hoặc tệp EPCIS 2.0 (JSON-LD)",
         "Import lot entries from a spreadsheet or an EPCIS 2.0 file (JSON-LD)",
         "temsao lot import so-lo.xlsx",
         {{"file",            file,    positional, required, "FILE",      "bảng tính hoặc tệp EPCIS",
                                                                          "spreadsheet or EPCIS file"},
          {"sheet",           text,    named,      optional, "NAME",      "trang tính",
                                                                          "the sheet"},
          shared::whose, shared::host, shared::store}},

        {"lot export",
         "Xuất sổ lô thành tệp EPCIS 2.0 (JSON-LD)",
         "Write the lot book as an EPCIS 2.0 file (JSON-LD)",
         "temsao lot export so-lo.jsonld",
         {{"file",            file,    positional, required, "FILE",      "tệp kết quả",
                                                                          "the file to write"},
          shared::goods_item, shared::goods_lot, shared::host, shared::store}},

        {"lot template",
         "Tạo bảng tính trống để ghi sổ lô",
         "Write an empty workbook to keep the lot book in",
         "temsao lot template so-lo.xlsx",
         {{"file",            file,    positional, required, "FILE",      "tệp .xlsx",
                                                                          "an .xlsx file"}}},
    };
    // clang-format on
    return table;
}

} // namespace temsao::app
