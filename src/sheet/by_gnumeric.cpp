#include "sheet/by_gnumeric.h"

#include "system/separate_program.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

struct Importer {
    FileKind kind;
    std::string_view ending, name; // how such files end, and what ssconvert calls its reader
};

constexpr Importer importers[] = {
    {FileKind::xls, ".xls", "Gnumeric_Excel:excel"},
    {FileKind::ods, ".ods", "Gnumeric_OpenCalc:openoffice"},
    {FileKind::xml_2003, ".xml", "Gnumeric_Excel:excel_xml"},
};

const Importer* importer_of(FileKind kind) {
    const auto* found = std::find_if(
        std::begin(importers), std::end(importers), [&](const auto& importer) { return importer.kind == kind; });
    return found == std::end(importers) ? nullptr : found;
}

constexpr int most_seconds = 30;
constexpr std::size_t most_output = 64u << 20;

} // namespace

bool reads_by_gnumeric(FileKind kind) {
    return importer_of(kind) != nullptr;
}

Result<std::string> xlsx_by_gnumeric(std::string_view bytes, std::string_view file_name, FileKind kind) {
    const auto* importer = importer_of(kind);
    ENSURE(importer);
    const std::string name(file_name), ending(importer->ending);
    // The locale decides nothing: numbers and dates stay values with formats. Without a home and a store of settings it
    // has nothing of its own to write.
    const auto run = run_program({"ssconvert",
                                  "--import-type=" + std::string(importer->name),
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
