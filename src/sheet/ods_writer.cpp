// OpenDocument 1.2 (ISO/IEC 26300): `mimetype` first and unpacked (part 3, 3.3), the manifest, the content.
#include "base/html.h"
#include "sheet/writers.h"

#include <utility>
#include <zip.h>

namespace temsao::sheet {
namespace {

constexpr auto mime = "application/vnd.oasis.opendocument.spreadsheet";
constexpr auto manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">)"
    R"(<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>)"
    R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>)";

constexpr std::string_view head =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
    R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
    R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
    R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
    R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2">)"
    R"(<office:automatic-styles><style:style style:name="heading" style:family="table-cell">)"
    R"(<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>)"
    R"(<office:body><office:spreadsheet><table:table table:name="OCOP">)";
constexpr std::string_view foot = "</table:table></office:spreadsheet></office:body></office:document-content>";
constexpr std::string_view heading_cell =
    R"(<table:table-cell table:style-name="heading" office:value-type="string"><text:p>)";
constexpr std::string_view text_cell = R"(<table:table-cell office:value-type="string"><text:p>)";
constexpr std::string_view cell_end = "</text:p></table:table-cell>";

// Empty cells in a row are one element (part 1, 19.675), so that a wide list stays small.
void add_empty(std::string& content, std::size_t count) {
    if (count == 1) content += "<table:table-cell/>";
    if (count > 1) content += "<table:table-cell table:number-columns-repeated=\"" + std::to_string(count) + "\"/>";
}

// Written as text and not as a tree, which takes three times the memory.
std::string content_of(const catalog::TextRows& rows) {
    std::string content(head);
    for (const auto& row : rows) {
        content += "<table:table-row>";
        std::size_t empty = 0;
        for (const auto& text : row) {
            if (text.empty()) {
                ++empty;
                continue;
            }
            add_empty(content, std::exchange(empty, 0));
            content += &row == &rows.front() ? heading_cell : text_cell;
            content += escape(text);
            content += cell_end;
        }
        add_empty(content, empty);
        content += "</table:table-row>";
    }
    content += foot;
    return content;
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
