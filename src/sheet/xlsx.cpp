// Workbooks: the one user of libzip, and of pugixml in `catalog`.
#include "sheet/xlsx.h"

#include "base/date.h"
#include "base/text.h"
#include "catalog/legacy_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <pugixml.hpp>
#include <set>
#include <zip.h>

namespace temsao::sheet {
namespace {

constexpr zip_int64_t most_entries = 2000;
constexpr zip_uint64_t most_unpacked = 256ull << 20;
constexpr std::ptrdiff_t most_tags = 4 * catalog::most_cells;        // a cell and its value, opened and closed
constexpr std::string_view utf16_encrypt("E\0n\0c\0r\0y\0p\0t", 13); // EncryptedPackage, in the OLE directory

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') == name.npos ? 0 : name.find(':') + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    return parent.find_child([&](const pugi::xml_node& node) { return local_name(node) == name; });
}

// All text under a string item, tidied; phonetic hints left out. Runs of formatting do not nest.
std::string text_of(const pugi::xml_node& item) {
    std::string text;
    for (const auto& part : item.children()) {
        if (local_name(part) == "t") text += part.text().get();
        if (local_name(part) == "r") text += child(part, "t").text().get();
    }
    return tidy(text);
}

struct Place {
    std::size_t column = 0, row = 0;
};

std::optional<Place> parse_place(std::string_view reference) {
    Place place;
    std::size_t i = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && i < 3; ++i)
        place.column = place.column * 26 + static_cast<std::size_t>(reference[i] - 'A' + 1);
    const auto digits = reference.substr(i);
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), place.row);
    if (i == 0 || failed != std::errc{} || end != digits.data() + digits.size() || place.row == 0) return {};
    return Place{place.column - 1, place.row - 1};
}

// Does the number format show a day? Built-in ids by ECMA-376 18.8.30; own formats by their letters outside quotes.
bool is_date_format(int id, std::string_view code) {
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
    bool quoted = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        quoted = quoted != (code[i] == '"');
        if (code[i] == '\\' || code[i] == '[') {
            i = code[i] == '[' ? std::min(code.find(']', i), code.size()) : i + 1;
            continue;
        }
        if (!quoted && (code[i] == 'd' || code[i] == 'y' || code[i] == 'D' || code[i] == 'Y')) return true;
    }
    return false;
}

class Workbook {
public:
    Workbook(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}

    Result<catalog::Table> read(std::string_view sheet) {
        if (bytes_.starts_with("\xd0\xcf\x11\xe0"))
            return fail(bytes_.find(utf16_encrypt) != bytes_.npos ? "table.encrypted" : "table.old_excel");
        zip_error_t why;
        zip_error_init(&why);
        auto* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &why);
        archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &why));
        zip_error_fini(&why);
        if (!archive_) {
            zip_source_free(source);
            return fail("table.not_zip");
        }
        TRY(check_size());
        if (zip_name_locate(archive_.get(), "xl/vbaProject.bin", 0) >= 0) return fail("table.macros");
        return read_parts(sheet);
    }

private:
    Error fail(std::string id, std::vector<std::string> facts = {}) const {
        facts.insert(facts.begin(), name_);
        return error(Cause::data, std::move(id), std::move(facts));
    }

    Outcome check_size() const {
        const auto entries = zip_get_num_entries(archive_.get(), 0);
        if (entries > most_entries) return fail("table.too_large", {"2,000 entries"});
        zip_uint64_t total = 0;
        for (zip_int64_t i = 0; i < entries; ++i) {
            zip_stat_t facts;
            if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(i), 0, &facts) != 0)
                return fail("table.broken", {"ZIP"});
            total += std::min(facts.size, most_unpacked + 1);
            if (total > most_unpacked) return fail("table.too_large", {"256 MB unpacked"});
        }
        return done;
    }

    // One part of the workbook; never more than it declared, which check_size() has added up.
    Result<pugi::xml_document> part(const std::string& path) const {
        zip_stat_t facts;
        if (zip_stat(archive_.get(), path.c_str(), 0, &facts) != 0) return fail("table.broken", {path});
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive_.get(), path.c_str(), 0),
                                                                     zip_fclose);
        std::string xml(facts.size, '\0');
        if (!file || zip_fread(file.get(), xml.data(), facts.size) != static_cast<zip_int64_t>(facts.size))
            return fail("table.broken", {path});
        if (std::count(xml.begin(), xml.end(), '<') > most_tags) return fail("table.too_large", {"3,000,000 cells"});
        pugi::xml_document document;
        if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
            return fail("table.broken", {path});
        return document;
    }

    Result<catalog::Table> read_parts(std::string_view sheet) {
        auto book = TRY(part("xl/workbook.xml"));
        auto links = TRY(part("xl/_rels/workbook.xml.rels"));
        const auto root = book.document_element();
        const std::string_view epoch = child(root, "workbookPr").attribute("date1904").value();
        epoch_1904_ = epoch == "1" || epoch == "true";
        std::string id, names;
        for (const auto& one : child(root, "sheets").children()) {
            const std::string_view name = one.attribute("name").value();
            names += (names.empty() ? "" : ", ") + std::string(name);
            if (id.empty() && (sheet.empty() || match_key(name) == match_key(sheet))) {
                id = one.attribute("r:id").value();
                table_.sheet = name;
            }
        }
        if (id.empty()) return fail("table.no_sheet", {std::string(sheet), names});
        std::string path;
        for (const auto& link : links.document_element().children())
            if (link.attribute("Id").value() == id) path = link.attribute("Target").value();
        path = path.starts_with('/') ? path.substr(1) : "xl/" + path;
        TRY(read_strings());
        TRY(read_styles());
        auto cells = TRY(part(path));
        TRY(read_cells(cells.document_element()));
        mend_encoding();
        return std::move(table_);
    }

    Outcome read_strings() {
        if (zip_name_locate(archive_.get(), "xl/sharedStrings.xml", 0) < 0) return done;
        auto document = TRY(part("xl/sharedStrings.xml"));
        for (const auto& item : document.document_element().children())
            if (local_name(item) == "si") strings_.push_back(text_of(item));
        return done;
    }

    Outcome read_styles() {
        if (zip_name_locate(archive_.get(), "xl/styles.xml", 0) < 0) return done;
        auto document = TRY(part("xl/styles.xml"));
        const auto root = document.document_element();
        std::set<int> own_dates;
        for (const auto& format : child(root, "numFmts").children())
            if (is_date_format(-1, format.attribute("formatCode").value()))
                own_dates.insert(format.attribute("numFmtId").as_int());
        for (const auto& style : child(root, "cellXfs").children()) {
            const int id = style.attribute("numFmtId").as_int();
            style_is_date_.push_back(is_date_format(id, "") || own_dates.contains(id));
        }
        return done;
    }

    Outcome read_cells(const pugi::xml_node& sheet) {
        std::size_t next_row = 0;
        for (const auto& row : child(sheet, "sheetData").children()) {
            const auto given = row.attribute("r").as_ullong();
            const auto number = given > 0 ? given - 1 : next_row;
            next_row = number + 1;
            std::size_t next_column = 0;
            for (const auto& cell : row.children()) {
                const auto place = parse_place(cell.attribute("r").value());
                const auto column = place ? place->column : next_column;
                next_column = column + 1;
                auto read = read_cell(cell);
                if (read.text.empty()) continue;
                TRY(put(number, column, std::move(read)));
            }
        }
        return fill_merged(child(sheet, "mergeCells"));
    }

    // What is put is counted, so that neither one far cell nor a block merged a thousand times fills the memory.
    Outcome put(std::size_t row, std::size_t column, catalog::Cell cell) {
        if (row >= catalog::most_rows) return fail("table.too_large", {"200,000 rows"});
        if (column >= catalog::most_columns) return fail("table.too_large", {"200 columns"});
        if (cell.text.size() > catalog::longest_cell * 4) return fail("table.too_large", {"10,000 characters a cell"});
        if (table_.rows.size() <= row) table_.rows.resize(row + 1);
        auto& cells = table_.rows[row];
        cells_ += cells.size() <= column ? column + 1 - cells.size() : 1;
        text_bytes_ += cell.text.size();
        if (cells_ > catalog::most_cells) return fail("table.too_large", {"3,000,000 cells"});
        if (text_bytes_ > catalog::most_text_bytes) return fail("table.too_large", {"256 MB of text"});
        if (cells.size() <= column) cells.resize(column + 1);
        cells[column] = std::move(cell);
        return done;
    }

    catalog::Cell read_cell(const pugi::xml_node& cell) const {
        const std::string_view type = cell.attribute("t").value();
        const std::string_view value = child(cell, "v").text().get();
        if (type == "s") {
            std::size_t index = 0;
            std::from_chars(value.data(), value.data() + value.size(), index);
            return {index < strings_.size() ? strings_[index] : ""};
        }
        if (type == "inlineStr") return {text_of(child(cell, "is"))};
        if (type == "e") return {};
        const auto style = cell.attribute("s").as_ullong();
        double number = 0;
        const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
        if (type.empty() || type == "n") {
            if (parsed.ec == std::errc{} && style < style_is_date_.size() && style_is_date_[style])
                if (const auto date = Date::from_excel_serial(number, epoch_1904_)) return {date->vietnamese(), true};
            if (parsed.ec == std::errc{} && number == std::floor(number) && std::abs(number) < 1e15)
                return {std::to_string(static_cast<long long>(number))}; // 8.93850000012E+12 is a GTIN
        }
        return {tidy(value)};
    }

    // A merged block shows its first cell's text in each of its cells, as people read it.
    Outcome fill_merged(const pugi::xml_node& merges) {
        for (const auto& merge : merges.children()) {
            const std::string_view range = merge.attribute("ref").value();
            const auto colon = range.find(':');
            if (colon == range.npos) continue;
            const auto first = parse_place(range.substr(0, colon)), last = parse_place(range.substr(colon + 1));
            if (!first || !last || first->row >= table_.rows.size() || last->column >= catalog::most_columns ||
                first->column >= table_.rows[first->row].size())
                continue;
            const auto cell = table_.rows[first->row][first->column];
            const auto end_row = std::min(last->row, table_.rows.size() - 1);
            for (auto row = first->row; row <= end_row; ++row)
                for (auto column = first->column; column <= last->column; ++column)
                    TRY(put(row, column, cell));
        }
        return done;
    }

    void mend_encoding() {
        std::string all;
        for (const auto& row : table_.rows)
            for (const auto& cell : row)
                if (const auto bytes = catalog::to_windows_1252(cell.text))
                    all += *bytes + "\n";
                else
                    return; // characters that the old encodings have not: this is Unicode
        const auto legacy = catalog::detect_legacy(all);
        if (!legacy) return;
        table_.legacy = *legacy == catalog::Legacy::vni ? "VNI" : "TCVN3";
        for (auto& row : table_.rows)
            for (auto& cell : row) {
                const auto before = cell.text;
                cell.text = catalog::from_legacy(*catalog::to_windows_1252(before), *legacy);
                if (table_.legacy_before.empty() && before != cell.text) {
                    table_.legacy_before = before;
                    table_.legacy_after = cell.text;
                }
            }
    }

    std::string_view bytes_;
    std::string name_;
    std::unique_ptr<zip_t, Discard> archive_;
    std::vector<std::string> strings_;
    std::vector<bool> style_is_date_;
    bool epoch_1904_ = false;
    std::size_t cells_ = 0, text_bytes_ = 0;
    catalog::Table table_;
};

} // namespace

Result<catalog::Table> read_xlsx(std::string_view bytes, std::string_view file_name, std::string_view sheet) {
    return Workbook(bytes, file_name).read(sheet);
}

} // namespace temsao::sheet
