// OpenDocument 1.2 (ISO/IEC 26300): `mimetype` first and unpacked (part 3, 3.3), the manifest, the content.
#include "sheet/writers.h"

#include <pugixml.hpp>
#include <sstream>
#include <zip.h>

namespace temsao::sheet {
namespace {

constexpr auto mime = "application/vnd.oasis.opendocument.spreadsheet";
constexpr auto manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">)"
    R"(<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>)"
    R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>)";

std::string content_of(const catalog::TextRows& rows) {
    pugi::xml_document document;
    auto root = document.append_child("office:document-content");
    for (const auto* name : {"office", "style", "text", "table", "fo"})
        root.append_attribute(("xmlns:" + std::string(name)).c_str())
            .set_value(name == std::string_view("fo")
                           ? "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                           : ("urn:oasis:names:tc:opendocument:xmlns:" + std::string(name) + ":1.0").c_str());
    root.append_attribute("office:version").set_value("1.2");
    auto bold = root.append_child("office:automatic-styles").append_child("style:style");
    bold.append_attribute("style:name").set_value("heading");
    bold.append_attribute("style:family").set_value("table-cell");
    bold.append_child("style:text-properties").append_attribute("fo:font-weight").set_value("bold");
    auto table = root.append_child("office:body").append_child("office:spreadsheet").append_child("table:table");
    table.append_attribute("table:name").set_value("OCOP");
    for (const auto& row : rows) {
        auto line = table.append_child("table:table-row");
        for (const auto& text : row) {
            auto cell = line.append_child("table:table-cell");
            if (text.empty()) continue;
            if (&row == &rows.front()) cell.append_attribute("table:style-name").set_value("heading");
            cell.append_attribute("office:value-type").set_value("string");
            cell.append_child("text:p").text().set(text.c_str());
        }
    }
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

bool add(zip_t* zip, const char* name, std::string_view bytes, bool packed) {
    auto* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    if (!source) return false;
    const auto index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return packed || zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) == 0;
}

std::string all_of(zip_source_t* source) {
    std::string bytes;
    zip_stat_t facts;
    if (zip_source_stat(source, &facts) != 0 || zip_source_open(source) != 0) return bytes;
    bytes.resize(facts.size);
    const auto count = zip_source_read(source, bytes.data(), facts.size);
    zip_source_close(source);
    return count == static_cast<zip_int64_t>(facts.size) ? bytes : std::string();
}

} // namespace

std::string write_ods(const catalog::TextRows& rows) {
    const auto content = content_of(rows);
    auto* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    if (!memory) return {};
    zip_source_keep(memory);
    auto* zip = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
    if (!zip) {
        zip_source_free(memory);
        zip_source_free(memory);
        return {};
    }
    const bool is_whole = add(zip, "mimetype", mime, false) && add(zip, "META-INF/manifest.xml", manifest, true) &&
                          add(zip, "content.xml", content, true);
    std::string bytes;
    if (is_whole && zip_close(zip) == 0)
        bytes = all_of(memory);
    else
        zip_discard(zip);
    zip_source_free(memory);
    return bytes;
}

} // namespace temsao::sheet
