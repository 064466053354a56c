#include "sheet/xlsx.h"

#include "base/text.h"
#include "catalog/columns.h"
#include "sheet/worksheet.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

using catalog::Table;

struct SheetEntry {
    std::string name, part;
    bool is_hidden = false;
};

const Relationship* find_type(const std::vector<Relationship>& all, std::string_view type) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Relationship& one) { return one.type == type; });
    return found == all.end() ? nullptr : &*found;
}

// The sheets that have cells, in the order of their tabs; charts and dialogs have none.
std::vector<SheetEntry>
sheets_of(const pugi::xml_node& book, const std::vector<Relationship>& links, const std::set<std::string>& hidden) {
    std::vector<SheetEntry> sheets;
    for (const auto& one : child(book, "sheets").children()) {
        const auto id = attribute(one, "id");
        const auto state = attribute(one, "state");
        const auto link =
            std::find_if(links.begin(), links.end(), [&](const Relationship& each) { return each.id == id; });
        if (link == links.end() || link->type != "worksheet") continue;
        const std::string name(attribute(one, "name"));
        sheets.push_back({name, link->target, state == "hidden" || state == "veryHidden" || hidden.contains(name)});
    }
    return sheets;
}

std::string names_of(const std::vector<SheetEntry>& sheets) {
    std::string names;
    for (const auto& one : sheets)
        names += (names.empty() ? "" : ", ") + one.name;
    return names;
}

Result<Book> read_book(const Package& package,
                       const pugi::xml_node& root,
                       const std::vector<Relationship>& links,
                       bool escapes_text) {
    Book book{package, {}, {}, false, escapes_text};
    const auto epoch = attribute(child(root, "workbookPr"), "date1904");
    book.counts_from_1904 = epoch == "1" || epoch == "true";
    if (const auto* styles = find_type(links, "styles"); styles && package.has(styles->target))
        book.styles = TRY(read_styles(package, styles->target));
    const auto* strings = find_type(links, "sharedStrings");
    if (!strings || !package.has(strings->target)) return book;
    const auto document = TRY(package.xml(strings->target));
    for (const auto& item : document.document_element().children())
        if (local_name(item.name()) == "si") book.strings.push_back(read_text_item(item, escapes_text));
    return book;
}

// The first visible sheet that is a product list, else the first visible one. The others are told in the table.
Result<Table> choose_sheet(const Book& book, const std::vector<SheetEntry>& sheets) {
    std::optional<Result<Table>> first, list;
    std::vector<catalog::OtherSheet> others;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        auto table = read_worksheet(book, sheets[i].part);
        const bool here = table.ok() && !catalog::lacks_columns(*table); // in doubt, it is a list
        others.push_back({sheets[i].name, sheets[i].is_hidden, here});
        if (sheets[i].is_hidden || list) continue;
        if (here || !first) chosen = i;
        if (here)
            list = std::move(table);
        else if (!first)
            first = std::move(table);
    }
    if (!list && !first) { // all are hidden
        chosen = 0;
        first = read_worksheet(book, sheets[0].part);
    }
    auto table = TRY(*std::move(list ? list : first));
    table.sheet = sheets[chosen].name;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(chosen));
    table.other_sheets = std::move(others);
    return table;
}

} // namespace

Result<Table>
read_xlsx(const Package& package, std::string_view workbook, std::string_view sheet, const WriterTraits& writer) {
    const auto links = TRY(package.relationships(workbook));
    const bool has_macros = std::any_of(package.names().begin(), package.names().end(), [](const std::string& name) {
        return name.ends_with("vbaproject.bin");
    });
    if (has_macros || find_type(links, "vbaProject")) return package.fail("table.macros");
    const auto document = TRY(package.xml(workbook));
    const auto root = document.document_element();
    const auto sheets = sheets_of(root, links, writer.hidden_sheets);
    if (sheets.empty()) return package.fail("table.no_cells");
    const auto book = TRY(read_book(package, root, links, writer.escapes_text));
    if (sheet.empty()) return choose_sheet(book, sheets);
    for (const auto& one : sheets)
        if (match_key(one.name) == match_key(sheet)) {
            auto table = TRY(read_worksheet(book, one.part));
            table.sheet = one.name;
            return table;
        }
    return package.fail("table.no_sheet", {std::string(sheet), names_of(sheets)});
}

} // namespace temsao::sheet
