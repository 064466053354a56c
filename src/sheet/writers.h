#pragma once
// Inside `sheet` only: a writer for each kind of workbook. The file's bytes; empty when there was no memory for it.
#include "catalog/list_rows.h"

namespace temsao::sheet {

std::string write_xlsx(const catalog::TextRows& rows);
std::string write_ods(const catalog::TextRows& rows);

} // namespace temsao::sheet
