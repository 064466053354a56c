#include "sheet/by_gnumeric.h"

#include "system/separate_program.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

constexpr GnumericKind kinds[] = {
    {"table.is_xls", ".xls", "Gnumeric_Excel:excel"},
    {"table.is_ods", ".ods", "Gnumeric_OpenCalc:openoffice"},
    {"table.is_xml_2003", ".xml", "Gnumeric_Excel:excel_xml"},
};

constexpr int most_seconds = 30;
constexpr std::size_t most_output = 64u << 20;

} // namespace

GnumericKind gnumeric_kind(std::string_view message) {
    const auto* found =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& kind) { return kind.message == message; });
    return found == std::end(kinds) ? GnumericKind{} : *found;
}

Result<std::string> xlsx_by_gnumeric(std::string_view bytes, std::string_view file_name, const GnumericKind& kind) {
    const std::string name(file_name), ending(kind.ending);
    // The locale decides nothing: numbers and dates stay values with formats. Without a home and a store of settings it
    // has nothing of its own to write.
    const auto run = run_program({"ssconvert",
                                  "--import-type=" + std::string(kind.importer),
                                  "--export-type=Gnumeric_Excel:xlsx",
                                  input_file,
                                  "fd://" + std::to_string(output_descriptor)},
                                 {.output_bytes = most_output, .seconds = most_seconds, .seeks_in_output = true},
                                 bytes,
                                 {.environment = {"LC_ALL=C.UTF-8", "GSETTINGS_BACKEND=memory", "HOME=/nonexistent"}});
    if (!run.started) return error(Cause::data, "table.no_gnumeric", {name, ending});
    if (!run.in_time) return error(Cause::data, "table.too_slow", {name, std::to_string(most_seconds)});
    if (run.output.size() >= most_output) return error(Cause::data, "table.too_large", {name, "64 MB"});
    if (run.status != 0 || !run.output.starts_with("PK"))
        return error(Cause::data, "table.not_converted", {name, ending});
    return run.output;
}

} // namespace temsao::sheet
