#include "sheet/table_reading.h"

#include "catalog/star_marks.h"
#include "sheet/by_gnumeric.h"
#include "sheet/by_libreoffice.h"
#include "sheet/file_kind.h"
#include "sheet/text_file.h"
#include "sheet/xlsx.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

Result<catalog::Table>
read_converted(std::string_view bytes, std::string_view file_name, std::string_view sheet, FileKind kind);

Result<catalog::Table> read_package(std::string_view bytes,
                                    std::string_view file_name,
                                    std::string_view sheet,
                                    const WriterTraits& writer = {}) {
    const auto package = TRY(Package::open(bytes, file_name));
    const auto links = TRY(package.relationships(""));
    const auto main =
        std::find_if(links.begin(), links.end(), [](const Relationship& one) { return one.type == "officeDocument"; });
    auto part = main == links.end() ? std::string() : main->target;
    if (part.empty() && package.has("xl/workbook.xml")) part = "xl/workbook.xml"; // nothing says so, but it is there
    const auto kind = kind_of(package, part);
    if (kind == FileKind::may_be_table) return read_xlsx(package, part, sheet, writer);
    if (reads_by_gnumeric(kind) || kind == FileKind::xlsb) return read_converted(bytes, file_name, sheet, kind);
    return package.fail(std::string(message_of(kind)));
}

// Gnumeric writes texts as they are, and leaves out which sheets are hidden: among several it is asked for that.
Result<WriterTraits>
traits_of_gnumeric(std::string_view bytes, std::string_view converted, std::string_view file_name, FileKind kind) {
    WriterTraits writer{.escapes_text = false};
    const auto package = TRY(Package::open(converted, file_name));
    const auto sheets = std::count_if(package.names().begin(), package.names().end(), [](const std::string& name) {
        return name.starts_with("xl/worksheets/sheet");
    });
    if (sheets > 1) writer.hidden_sheets = TRY(hidden_by_gnumeric(bytes, file_name, kind));
    return writer;
}

Result<catalog::Table>
read_converted(std::string_view bytes, std::string_view file_name, std::string_view sheet, FileKind kind) {
    const bool by_office = kind == FileKind::xlsb;
    const auto converted =
        TRY(by_office ? xlsx_by_libreoffice(bytes, file_name) : xlsx_by_gnumeric(bytes, file_name, kind));
    WriterTraits writer;
    if (!by_office) writer = TRY(traits_of_gnumeric(bytes, converted, file_name, kind));
    auto table = TRY(read_package(converted, file_name, sheet, writer));
    table.read_by = by_office ? "LibreOffice" : "Gnumeric";
    return table;
}

} // namespace

Result<catalog::Table> read_table(std::string_view bytes, std::string_view file_name, std::string_view sheet) {
    const std::string name(file_name);
    if (name.starts_with("~$")) return error(Cause::data, "table.is_lock", {name, name.substr(2)});
    if (bytes.size() > catalog::most_table_bytes) return error(Cause::data, "table.too_large", {name, "64 MB"});
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return read_package(bytes, name, sheet);
    const auto kind = kind_of(bytes);
    if (reads_by_gnumeric(kind)) return read_converted(bytes, name, sheet, kind);
    if (kind != FileKind::may_be_table) return error(Cause::data, std::string(message_of(kind)), {name});
    if (!sheet.empty()) return error(Cause::data, "table.no_sheets", {name, std::string(sheet)});
    auto table = TRY(read_text_file(bytes, name));
    catalog::join_star_columns(table);
    return table;
}

} // namespace temsao::sheet
