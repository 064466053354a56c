// What a person may read from src/sheet; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"table.cell_twice",
     "Tệp {0} có ô {1} hai lần, nên không rõ giá trị nào đúng; hãy mở bằng Excel hoặc LibreOffice, lưu lại rồi nhập.",
     "File {0} has cell {1} twice, so that nobody knows which value is right; open it in Excel or LibreOffice, save it "
     "again and import that."},
    {"table.encrypted",
     "Tệp {0} có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.",
     "File {0} is protected by a password; remove it and import again."},
    {"table.is_address",
     "Tệp {0} chỉ chứa một địa chỉ web, không phải bảng tính; hãy mở địa chỉ ấy, tải bảng tính về dạng .xlsx rồi nhập.",
     "File {0} holds a web address only and no spreadsheet; open that address, download the spreadsheet as .xlsx and "
     "import that."},
    {"table.is_archive",
     "Tệp {0} là tệp nén, không phải bảng tính; hãy giải nén rồi nhập bảng tính bên trong.",
     "File {0} is an archive and no spreadsheet; unpack it and import the spreadsheet that is in it."},
    {"table.is_database",
     "Tệp {0} là cơ sở dữ liệu, không phải bảng tính; hãy xuất ra CSV hoặc XLSX rồi nhập.",
     "File {0} is a database and no spreadsheet; export it as CSV or XLSX and import that."},
    {"table.is_document",
     "Tệp {0} là văn bản hoặc bản trình chiếu (Word, PowerPoint, RTF, ODT); hãy chép bảng sang Excel hoặc LibreOffice, "
     "lưu thành .xlsx rồi nhập.",
     "File {0} is a document or slides (Word, PowerPoint, RTF, ODT); copy the table into Excel or LibreOffice, save it "
     "as .xlsx and import that."},
    {"table.is_empty",
     "Tệp {0} trống; hãy xem đã lưu hoặc tải về xong chưa, rồi nhập lại.",
     "File {0} is empty; see whether it was saved or downloaded to the end, and import it again."},
    {"table.is_json",
     "Tệp {0} là JSON, không phải bảng tính; hãy xuất ra CSV hoặc XLSX rồi nhập.",
     "File {0} is JSON and no spreadsheet; export it as CSV or XLSX and import that."},
    {"table.is_lock",
     "Tệp {0} chỉ là tệp khóa của Excel khi {1} đang mở; hãy nhập {1}.",
     "File {0} is only the lock file that Excel keeps while {1} is open; import {1}."},
    {"table.is_numbers",
     "Tệp {0} là bảng tính Apple Numbers; trong Numbers hãy chọn Tệp > Xuất sang > Excel rồi nhập tệp .xlsx.",
     "File {0} is an Apple Numbers spreadsheet; in Numbers choose File > Export To > Excel and import the .xlsx."},
    {"table.is_pdf",
     "Tệp {0} là PDF, không phải bảng tính; hãy hỏi nơi gửi tệp bản Excel, hoặc chép bảng sang Excel rồi nhập.",
     "File {0} is a PDF and no spreadsheet; ask its author for the Excel file, or copy the table into Excel and import "
     "that."},
    {"table.is_picture",
     "Tệp {0} là ảnh, không phải bảng tính; hãy ghi danh sách vào Excel rồi nhập.",
     "File {0} is a picture and no spreadsheet; write the list in Excel and import that."},
    {"table.is_slk",
     "Tệp {0} là bảng tính SYLK (.slk), temsao không đọc; hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi "
     "nhập.",
     "File {0} is a SYLK spreadsheet (.slk), which temsao does not read; open it in Excel or LibreOffice, save it as "
     ".xlsx and import that."},
    {"table.is_web_page",
     "Tệp {0} là trang web, dù tên có thể là .xls; hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nhập.",
     "File {0} is a web page, though its name may end in .xls; open it in Excel or LibreOffice, save it as .xlsx and "
     "import that."},
    {"table.is_xlsb",
     "Tệp {0} là Excel nhị phân (.xlsb), temsao cần LibreOffice để đọc; hãy cài gói libreoffice-calc, hoặc lưu tệp "
     "thành "
     ".xlsx rồi nhập.",
     "File {0} is a binary Excel workbook (.xlsb), for which temsao needs LibreOffice; install the package "
     "libreoffice-calc, or save the file as .xlsx and import that."},
    {"table.is_xml",
     "Tệp {0} là XML, không phải bảng tính; hãy xuất ra CSV hoặc XLSX rồi nhập.",
     "File {0} is XML and no spreadsheet; export it as CSV or XLSX and import that."},
    {"table.macros",
     "Tệp {0} có macro; hãy lưu lại thành .xlsx không macro.",
     "File {0} has macros; save it as .xlsx without them."},
    {"table.no_cells",
     "Tệp {0} không có trang tính nào có ô; hãy xem lại tệp.",
     "File {0} has no sheet with cells; look whether it is the right file."},
    {"table.ending",
     "{0} không cho biết loại bảng tính; hãy đặt tên tệp kết thúc bằng .csv, .tsv, .xlsx hoặc .ods.",
     "{0} does not say which kind of spreadsheet; give the file a name that ends in .csv, .tsv, .xlsx or .ods."},
    {"table.no_gnumeric",
     "Để đọc tệp {1} như {0}, temsao cần chương trình ssconvert; hãy cài gói gnumeric, hoặc lưu tệp thành .xlsx rồi "
     "nhập.",
     "To read a {1} file such as {0}, temsao needs the program ssconvert; install the package gnumeric, or save the "
     "file as "
     ".xlsx and import that."},
    {"table.no_sheet",
     "Tệp {0} không có trang tính “{1}”; các trang: {2}.",
     "File {0} has no sheet “{1}”; there are: {2}."},
    {"table.no_sheets",
     "Tệp {0} là tệp văn bản, không có trang tính; hãy bỏ --sheet “{1}”.",
     "File {0} is a text file and has no sheets; leave out --sheet “{1}”."},
    {"table.no_such_text",
     "Ô {1} của tệp {0} trỏ đến một văn bản không có trong tệp; hãy xem ô này trong Excel hoặc LibreOffice, lưu lại "
     "rồi "
     "nhập.",
     "Cell {1} of file {0} points to a text that the file does not have; look at the cell in Excel or LibreOffice, "
     "save "
     "the file again and import that."},
    {"table.not_by_libreoffice",
     "LibreOffice không đọc được tệp {0}, có thể tệp hỏng; hãy mở bằng Excel, lưu thành .xlsx rồi nhập.",
     "LibreOffice cannot read file {0}, which may be damaged; open it in Excel, save it as .xlsx and import that."},
    {"table.not_converted",
     "Gnumeric không đọc được tệp {0} ({1}), có thể tệp hỏng; hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi "
     "nhập.",
     "Gnumeric cannot read file {0} ({1}), which may be damaged; open it in Excel or LibreOffice, save it as .xlsx and "
     "import that."},
    {"table.not_zip",
     "Tệp {0} không phải bảng tính XLSX hay ODS nguyên vẹn; hãy lưu lại, hoặc tải lại, rồi nhập lại.",
     "File {0} is not a complete XLSX or ODS workbook; save it again, or download it again, and import it."},
    {"table.not_written",
     "Không ghi được tệp {0}; hãy thử lại, hoặc chọn .csv.",
     "The {0} file could not be written; try again, or choose .csv."},
    {"table.too_slow",
     "Đọc tệp {0} quá {1} giây; hãy lưu tệp thành .xlsx, hoặc chia nhỏ, rồi nhập.",
     "Reading file {0} takes more than {1} seconds; save it as .xlsx, or in parts, and import that."},
};

} // namespace

extern constinit const Table sheet{rows};

} // namespace temsao::sentences
