#pragma once
// Inside `sheet` only: XLSB, which no smaller program reads, turned into XLSX by LibreOffice's soffice. It runs
// separately, with limits on time and memory, and in a folder of its own that is gone afterwards. It is optional.
#include "base/result.h"

namespace temsao::sheet {

// Errors (Cause::data), each with the file's name: table.is_xlsb where soffice is missing, table.not_by_libreoffice,
// table.too_slow {…, seconds}, table.too_large {…, limit}; file.unwritable (Cause::io) for the folder.
Result<std::string> xlsx_by_libreoffice(std::string_view bytes, std::string_view file_name);

} // namespace temsao::sheet
