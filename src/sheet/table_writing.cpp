#include "sheet/table_writing.h"

#include "sheet/writers.h"
#include "system/file.h"

namespace temsao::sheet {

Result<TableFormat> table_format(const std::filesystem::path& file) {
    const auto ending = ending_of(file);
    if (ending == ".csv") return TableFormat::csv;
    if (ending == ".tsv" || ending == ".txt") return TableFormat::tsv;
    if (ending == ".xlsx") return TableFormat::xlsx;
    if (ending == ".ods") return TableFormat::ods;
    return error(Cause::usage, "table.ending", {file.string()});
}

Result<std::string> write_form(const catalog::TextRows& rows, const std::vector<ColumnGuide>& guides) {
    auto bytes = write_xlsx(rows, guides);
    if (bytes.empty()) return error(Cause::io, "table.not_written", {"XLSX"});
    return bytes;
}

Result<std::string> write_table(catalog::TextRows rows, TableFormat format) {
    switch (format) {
    case TableFormat::csv: return catalog::csv_of(rows);
    case TableFormat::tsv: return catalog::csv_of(rows, '\t');
    case TableFormat::xlsx:
    case TableFormat::ods: break;
    }
    for (auto& row : rows) // cells of text need no guard, but the import takes off what looks like one
        for (auto& text : row)
            if (text.starts_with('\'')) text = catalog::guarded(text);
    auto bytes = format == TableFormat::xlsx ? write_xlsx(rows) : write_ods(rows);
    if (bytes.empty()) return error(Cause::io, "table.not_written", {format == TableFormat::xlsx ? "XLSX" : "ODS"});
    return bytes;
}

} // namespace temsao::sheet
