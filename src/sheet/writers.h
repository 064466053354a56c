#pragma once
// Inside `sheet` only: a writer for each kind of workbook. The file's bytes; empty when there was no memory for it.
#include "sheet/table_writing.h"

namespace temsao::sheet {

std::string write_xlsx(const catalog::TextRows& rows, const std::vector<ColumnGuide>& guides = {});
std::string write_ods(const catalog::TextRows& rows);

} // namespace temsao::sheet
