#pragma once
// Inside `sheet` only: files that are given for a spreadsheet and are something else, told by their content.
#include "sheet/package.h"

namespace temsao::sheet {

enum class FileKind {
    may_be_table, // text, or a ZIP file with a workbook
    xls,
    ods,
    xml_2003, // the XML of Excel 2003
    xlsb,
    numbers,
    encrypted,
    pdf,
    picture,
    archive,
    document,
    database,
    web_page,
    json,
    xml,
    sylk,
    web_address, // a text that holds one and nothing else, or a shortcut file
    empty
};

// Of a file that is not a ZIP file.
FileKind kind_of(std::string_view bytes);

// Of a ZIP file. `main` is its main part, or empty.
FileKind kind_of(const Package& package, std::string_view main);

// The sentence for a file that neither we nor another program can read for us: "table.is_pdf" {file}.
std::string_view message_of(FileKind kind);

} // namespace temsao::sheet
