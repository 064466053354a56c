// The one user of libcsv. Delimiter and encoding are found by looking.
#include "base/text.h"
#include "catalog/legacy_text.h"

#include <algorithm>
#include <csv.h>

namespace temsao::catalog {
namespace {

// The delimiter that cuts the first lines into most cells, quotes respected.
char find_delimiter(std::string_view text) {
    char best = ',';
    long most = 0;
    for (const char candidate : {';', ',', '\t', '|'}) {
        long count = 0;
        int lines = 0;
        bool quoted = false;
        for (const char c : text.substr(0, 64 * 1024)) {
            quoted = quoted != (c == '"');
            count += !quoted && c == candidate;
            if (c == '\n' && !quoted && ++lines == 40) break;
        }
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

struct Filling {
    Table table;
    std::vector<Cell> row;
    std::size_t cells = 0;
    const char* over = nullptr; // which limit was passed
};

void end_cell(void* bytes, std::size_t length, void* target) {
    auto& filling = *static_cast<Filling*>(target);
    if (length > longest_cell * 4)
        filling.over = "10,000 characters a cell";
    else if (filling.row.size() >= most_columns)
        filling.over = "200 columns";
    else if (++filling.cells > most_cells)
        filling.over = "3,000,000 cells";
    else
        filling.row.push_back({tidy({static_cast<const char*>(bytes), length})});
}

void end_row(int, void* target) {
    auto& filling = *static_cast<Filling*>(target);
    if (filling.table.rows.size() >= most_rows)
        filling.over = "200,000 rows";
    else
        filling.table.rows.push_back(std::move(filling.row));
    filling.row.clear();
}

} // namespace

Result<Table> read_csv(std::string_view bytes, std::string_view file_name) {
    const std::string name(file_name);
    Filling filling;
    std::string text;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        text = from_utf16(bytes.substr(2), bytes.starts_with("\xfe\xff"));
    else
        text = bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes;
    if (text.find('\0') != text.npos) return error(Cause::data, "table.nul_bytes", {name});
    if (!is_utf8(text)) {
        const auto legacy = detect_legacy(text);
        if (!legacy) return error(Cause::data, "table.encoding", {name});
        filling.table.legacy = *legacy == Legacy::vni ? "VNI" : "TCVN3";
        std::string converted;
        for (std::size_t start = 0; start < text.size();) { // line by line: tidying would join them
            const auto end = std::min(text.find('\n', start), text.size());
            auto line = from_legacy(std::string_view(text).substr(start, end - start), *legacy);
            if (filling.table.legacy_after.empty() && converted.size() + line.size() > 0 &&
                line != text.substr(start, end - start))
                filling.table.legacy_after = line.substr(0, line.size());
            converted += line + "\n";
            start = end + 1;
        }
        text = std::move(converted);
    }
    csv_parser parser;
    csv_init(&parser, CSV_APPEND_NULL);
    csv_set_delim(&parser, static_cast<unsigned char>(find_delimiter(text)));
    // libcsv leaves out empty lines; a line number that people can find needs them, so they are put back as one space.
    std::string lines;
    bool quoted = false, at_start = true;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (c == '\n' && at_start && !quoted) lines += ' ';
        at_start = c == '\n';
        if (c != '\r') lines += c;
    }
    const auto parsed = csv_parse(&parser, lines.data(), lines.size(), end_cell, end_row, &filling);
    csv_fini(&parser, end_cell, end_row, &filling);
    const bool broken = parsed != lines.size();
    csv_free(&parser);
    if (filling.over) return error(Cause::data, "table.too_large", {name, filling.over});
    if (broken) return error(Cause::data, "table.broken", {name, "CSV"});
    return std::move(filling.table);
}

} // namespace temsao::catalog
