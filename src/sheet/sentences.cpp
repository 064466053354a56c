// What a person may read from src/sheet; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"table.encrypted",
     "Tệp {0} có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.",
     "File {0} is protected by a password; remove it and import again."},
    {"table.macros",
     "Tệp {0} có macro; hãy lưu lại thành .xlsx không macro.",
     "File {0} has macros; save it as .xlsx without them."},
    {"table.no_sheet",
     "Tệp {0} không có trang tính “{1}”; các trang: {2}.",
     "File {0} has no sheet “{1}”; there are: {2}."},
    {"table.not_zip",
     "Tệp {0} không phải bảng tính XLSX nguyên vẹn; hãy lưu lại và nhập lại.",
     "File {0} is not a complete XLSX workbook; save it again and import again."},
    {"table.old_excel",
     "Tệp {0} là Excel đời cũ (.xls); hãy lưu lại thành .xlsx.",
     "File {0} is an old Excel file (.xls); save it as .xlsx."},
};

} // namespace

extern constinit const Table sheet{rows};

} // namespace temsao::sentences
