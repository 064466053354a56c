#include "sheet/table_reading.h"

#include "sheet/file_kind.h"
#include "sheet/text_file.h"
#include "sheet/xlsx.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

Result<catalog::Table> read_package(std::string_view bytes, std::string_view file_name, std::string_view sheet) {
    const auto package = TRY(Package::open(bytes, file_name));
    const auto links = TRY(package.relationships(""));
    const auto main =
        std::find_if(links.begin(), links.end(), [](const Relationship& one) { return one.type == "officeDocument"; });
    auto part = main == links.end() ? std::string() : main->target;
    if (part.empty() && package.has("xl/workbook.xml")) part = "xl/workbook.xml"; // nothing says so, but it is there
    if (const auto kind = other_kind(package, part); !kind.empty()) return package.fail(std::string(kind));
    return read_xlsx(package, part, sheet);
}

} // namespace

Result<catalog::Table> read_table(std::string_view bytes, std::string_view file_name, std::string_view sheet) {
    const std::string name(file_name);
    if (bytes.size() > catalog::most_table_bytes) return error(Cause::data, "table.too_large", {name, "64 MB"});
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return read_package(bytes, name, sheet);
    if (const auto kind = other_kind(bytes); !kind.empty()) return error(Cause::data, std::string(kind), {name});
    return read_text_file(bytes, name);
}

} // namespace temsao::sheet
