#include "sheet/by_gnumeric.h"

#include "system/separate_program.h"

#include <algorithm>
#include <pugixml.hpp>

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

// The bytes that ssconvert writes, which begin with `start`.
Result<std::string> convert(std::string_view bytes,
                            std::string_view file_name,
                            FileKind kind,
                            const std::string& exporter,
                            std::string_view start) {
    const auto* importer = importer_of(kind);
    ENSURE(importer);
    const std::string name(file_name), ending(importer->ending);
    // The locale decides nothing: numbers and dates stay values with formats. Without a home and a store of settings it
    // has nothing of its own to write.
    const auto run = run_program({"ssconvert",
                                  "--import-type=" + std::string(importer->name),
                                  "--export-type=" + exporter,
                                  input_file,
                                  "fd://" + std::to_string(output_descriptor)},
                                 {.output_bytes = most_output, .seconds = most_seconds, .seeks_in_output = true},
                                 bytes,
                                 {.environment = {"LC_ALL=C.UTF-8", "GSETTINGS_BACKEND=memory", "HOME=/nonexistent"}});
    if (!run.started) return error(Cause::data, "table.no_gnumeric", {name, ending});
    if (!run.in_time) return error(Cause::data, "table.too_slow", {name, std::to_string(most_seconds)});
    if (run.output.size() >= most_output) return error(Cause::data, "table.too_large", {name, "64 MB"});
    if (run.status != 0 || !run.output.starts_with(start))
        return error(Cause::data, "table.not_converted", {name, ending});
    return run.output;
}

// "A&amp;B" as it is read.
std::string unescaped(std::string_view xml) {
    pugi::xml_document document;
    document.load_string(("<n>" + std::string(xml) + "</n>").c_str(),
                         pugi::parse_default | pugi::parse_ws_pcdata_single);
    return document.document_element().text().get();
}

} // namespace

bool reads_by_gnumeric(FileKind kind) {
    return importer_of(kind) != nullptr;
}

Result<std::string> xlsx_by_gnumeric(std::string_view bytes, std::string_view file_name, FileKind kind) {
    return convert(bytes, file_name, kind, "Gnumeric_Excel:xlsx", "PK");
}

// Of a large file only the few tags that name sheets are of use, so it is searched and not parsed: a text in it has no
// bare `<`.
Result<std::set<std::string>> hidden_by_gnumeric(std::string_view bytes, std::string_view file_name, FileKind kind) {
    const auto xml = TRY(convert(bytes, file_name, kind, "Gnumeric_XmlIO:sax:0", "<?xml"));
    constexpr std::string_view sheet = "<gnm:Sheet ", name = "<gnm:Name>";
    constexpr std::string_view visible = "Visibility=\"GNM_SHEET_VISIBILITY_VISIBLE\"";
    std::set<std::string> hidden;
    for (auto at = xml.find(sheet); at != xml.npos; at = xml.find(sheet, at + 1)) {
        const auto tag_end = xml.find('>', at), named = xml.find(name, at);
        if (tag_end == xml.npos || named == xml.npos) break;
        if (std::string_view(xml).substr(at, tag_end - at).find(visible) != std::string_view::npos) continue;
        const auto start = named + name.size();
        hidden.insert(unescaped(xml.substr(start, xml.find('<', start) - start)));
    }
    return hidden;
}

} // namespace temsao::sheet
