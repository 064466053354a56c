#include "sheet/table_reading.h"

#include "sheet/by_gnumeric.h"
#include "sheet/file_kind.h"
#include "sheet/text_file.h"
#include "sheet/xlsx.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

Result<catalog::Table>
read_converted(std::string_view bytes, std::string_view file_name, std::string_view sheet, const GnumericKind& kind);

Result<catalog::Table> read_package(std::string_view bytes, std::string_view file_name, std::string_view sheet) {
    const auto package = TRY(Package::open(bytes, file_name));
    const auto links = TRY(package.relationships(""));
    const auto main =
        std::find_if(links.begin(), links.end(), [](const Relationship& one) { return one.type == "officeDocument"; });
    auto part = main == links.end() ? std::string() : main->target;
    if (part.empty() && package.has("xl/workbook.xml")) part = "xl/workbook.xml"; // nothing says so, but it is there
    const auto kind = other_kind(package, part);
    if (kind.empty()) return read_xlsx(package, part, sheet);
    if (const auto other = gnumeric_kind(kind); !other.importer.empty())
        return read_converted(bytes, file_name, sheet, other);
    return package.fail(std::string(kind));
}

Result<catalog::Table>
read_converted(std::string_view bytes, std::string_view file_name, std::string_view sheet, const GnumericKind& kind) {
    const auto converted = TRY(xlsx_by_gnumeric(bytes, file_name, kind));
    auto table = TRY(read_package(converted, file_name, sheet));
    table.read_by = "Gnumeric";
    return table;
}

} // namespace

Result<catalog::Table> read_table(std::string_view bytes, std::string_view file_name, std::string_view sheet) {
    const std::string name(file_name);
    if (bytes.size() > catalog::most_table_bytes) return error(Cause::data, "table.too_large", {name, "64 MB"});
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return read_package(bytes, name, sheet);
    const auto kind = other_kind(bytes);
    if (const auto other = gnumeric_kind(kind); !other.importer.empty())
        return read_converted(bytes, name, sheet, other);
    if (!kind.empty()) return error(Cause::data, std::string(kind), {name});
    return read_text_file(bytes, name);
}

} // namespace temsao::sheet
