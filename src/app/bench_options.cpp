// The commands of the bench: photos and codes checked, evidence, grades.
#include "app/shared_options.h"

namespace temsao::app {

const std::vector<Job>& bench_commands() {
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

        {"verify",
         "Kiểm tra ảnh tem theo danh sách",
         "Check photos of labels against the list",
         "temsao verify anh/ --report ket-qua.html --place 'Chợ Vinh' --inspector 'Trần Văn An'",
         {{"file",            files,   positional, required, "FILE|DIR",  "ảnh (JPEG, PNG, WebP, HEIC, AVIF, TIFF), tệp PDF hoặc thư mục",
                                                                          "photos (JPEG, PNG, WebP, HEIC, AVIF, TIFF), PDF files or folders"},
          shared::date,
          {"report",          file,    named,      optional, "OUT",       "báo cáo .csv, .html hoặc .json",
                                                                          "report as .csv, .html or .json"},
          {"evidence",        file,    named,      optional, "DIR",       "thư mục ghi bằng chứng có ký cho mỗi lần kiểm tra; cần --key",
                                                                          "folder for signed evidence of each check; needs --key"},
          {"key",             text,    named,      optional, "NAME",      "khóa ký bằng chứng; xem key new",
                                                                          "key that signs the evidence; see key new"},
          shared::passphrase,
          {"journal",         file,    named,      optional, "FILE",      "sổ ghi dở dang; chạy lại cùng lệnh để làm tiếp chỗ bị ngắt",
                                                                          "journal; run the same command again to continue an interrupted run"},
          {"effort",          choice,  named,      optional, "E",         "công sức đọc mỗi ảnh: fast, normal hoặc max (ảnh 12 megapixel: tối đa 0,15, 0,3 "
                                                                          "hoặc 2 giây); mặc định normal",
                                                                          "work for each photo: fast, normal or max (12 megapixels: at most 0.15, 0.3 or 2 "
                                                                          "s) (default: normal)",
                                                                          "fast normal max"},
          {"ocr",             flag,    named,      optional, "",          "đọc cả chữ in quanh mã và so tên, ngày, số lô; chậm hơn",
                                                                          "also read the print around the code and compare name, dates and lot; slower"},
          {"record",          flag,    named,      optional, "",          "ghi lại lần kiểm tra này",
                                                                          "record this check"},
          {"place",           text,    named,      optional, "TEXT",      "nơi kiểm tra",
                                                                          "where the check is made"},
          {"inspector",       text,    named,      optional, "NAME",      "người kiểm tra",
                                                                          "name of the inspector"},
          {"number",          text,    named,      optional, "TEXT",      "số của báo cáo; mặc định theo ngày và ảnh",
                                                                          "number of the report (default: made from the day and the photos)"},
          shared::store,
          shared::host}},

        {"evidence check",
         "Kiểm tra lại một tệp bằng chứng",
         "Check an evidence file again",
         "temsao evidence check chung-cu/nhan.evidence --photo anh.jpg",
         {{"file",            file,    positional, required, "FILE",      "tệp .evidence",
                                                                          "an .evidence file"},
          {"photo",           file,    named,      optional, "PHOTO",     "ảnh gốc để so",
                                                                          "the original photo, to compare"},
          {"key",             text,    named,      optional, "KEY",       "khóa công khai phải khớp: tên, tệp .pub hoặc RW…",
                                                                          "the public key that must match: a name, a .pub file or RW…"}}},

        {"grade",
         "Ước lượng chất lượng in của mã QR trên ảnh quét phẳng",
         "Estimate the print quality of a QR code on a flat scan",
         "temsao grade quet-600dpi.png --dpi 600 --report chat-luong.html",
         {{"file",            file,    positional, required, "FILE",      "ảnh quét JPEG, PNG, TIFF hoặc PDF",
                                                                          "scan as JPEG, PNG, TIFF or PDF"},
          {"dpi",             number,  named,      optional, "N",         "độ phân giải khi quét, dpi; mặc định theo tệp",
                                                                          "resolution of the scan in dpi (default: from the file)"},
          {"print-dpi",       number,  named,      optional, "N",         "độ phân giải của máy in, dpi, để biết bản in có bị co giãn; mặc định xét 203, 300 "
                                                                          "và 600",
                                                                          "resolution of the printer in dpi, to tell a scaled print (default: 203, 300 and "
                                                                          "600)"},
          {"report",          file,    named,      optional, "OUT",       "báo cáo .html, .pdf hoặc .json",
                                                                          "report as .html, .pdf or .json"}}},

        {"picture",
         "Thu nhỏ một ảnh để đăng lên trang, bỏ mọi điều máy ảnh ghi kèm",
         "Make a photo small enough for a page, without what the camera noted",
         "temsao picture anh.jpg -o nho.jpg",
         {{"file",            file,    positional, required, "FILE",      "ảnh JPEG, PNG, WebP, HEIC, AVIF hoặc TIFF",
                                                                          "photo as JPEG, PNG, WebP, HEIC, AVIF or TIFF"},
          shared::out}},

        {"trace parse",
         "Tách một mã truy vết",
         "Take a trace code apart",
         "temsao trace parse https://id.ocop.vn/01/09520000010003/10/L1",
         {{"text",            text,    positional, required, "TEXT",      "nội dung mã; - đọc mỗi dòng một mã",
                                                                          "the code's text; - reads one per line"}}},

        {"trace make",
         "Tạo một mã truy vết không ký; mã có chữ ký do label --profile signed tạo",
         "Make an unsigned trace code; label --profile signed makes signed ones",
         "temsao trace make 09520000010003 --lot L1 --expires 2027-01-31",
         {{"key",             text,    positional, required, "PRODUCT",   "GTIN, mã nội bộ hoặc tên",
                                                                          "GTIN, internal code or name"},
          shared::lot,
          {"serial",          text,    named,      optional, "S",         "số sê-ri",
                                                                          "serial number"},
          shared::made,
          shared::expires,
          shared::host}},

        {"trace check",
         "So mã truy vết với danh sách, không cần ảnh",
         "Compare trace codes with the list, without a photo",
         "temsao trace check https://id.ocop.vn/01/09520000010003/10/L1",
         {{"text",            texts,   positional, required, "TEXT",      "nội dung mã",
                                                                          "the codes' texts"},
          shared::date,
          shared::store,
          shared::host}},

        {"checks show",
         "Xem các lần kiểm tra đã ghi",
         "Show the recorded checks",
         "temsao checks show",
         {shared::store}},

        {"checks export",
         "Ghi các lần kiểm tra ra tệp để gộp ở máy khác",
         "Write the checks to a file, to merge on another machine",
         "temsao checks export kiem-tra.jsonl",
         {{"file",            file,    positional, required, "FILE",      "tệp kết quả",
                                                                          "the file to write"},
          shared::store}},

        {"checks merge",
         "Gộp các lần kiểm tra của người khác",
         "Merge checks from other machines",
         "temsao checks merge kiem-tra-cua-an.jsonl",
         {{"file",            files,   positional, required, "FILE",      "tệp do checks export ghi",
                                                                          "files written by checks export"},
          shared::store}},
    };
    // clang-format on
    return table;
}

} // namespace temsao::app
