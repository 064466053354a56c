#include "sheet/file_kind.h"

#include "base/pieces.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

struct Start {
    std::string_view bytes;
    FileKind kind;
};

using namespace std::string_view_literals;

constexpr Start starts[] = {
    {"%PDF-", FileKind::pdf},
    {"\xff\xd8\xff", FileKind::picture},
    {"\x89PNG", FileKind::picture},
    {"GIF8", FileKind::picture},
    {"II*\0"sv, FileKind::picture},
    {"MM\0*"sv, FileKind::picture},
    {"Rar!", FileKind::archive},
    {"7z\xbc\xaf", FileKind::archive},
    {"\x1f\x8b", FileKind::archive},
    {"{\\rtf", FileKind::document},
    {"SQLite format 3", FileKind::database},
    {"ID;P", FileKind::sylk},
};

// Of text, in small letters and without what may stand in front.
constexpr Start text_starts[] = {
    {"<!doctype html", FileKind::web_page},
    {"<html", FileKind::web_page},
    {"<head", FileKind::web_page},
    {"<body", FileKind::web_page},
    {"<meta", FileKind::web_page},
    {"<style", FileKind::web_page},
    {"<div", FileKind::web_page},
    {"<table", FileKind::web_page},
    {"mime-version:", FileKind::web_page},
    {"{\"", FileKind::json},
    {"[{", FileKind::json},
    {"[internetshortcut]", FileKind::web_address},
};

std::string in_utf16(std::string_view ascii) {
    std::string wide;
    for (const char c : ascii)
        wide += {c, '\0'};
    return wide;
}

bool has(std::string_view bytes, std::string_view wanted) {
    return bytes.find(wanted) != bytes.npos;
}

// Files of Office 97, and encrypted new ones: the names in the directory tell.
FileKind kind_of_ole(std::string_view bytes) {
    if (has(bytes, in_utf16("EncryptedPackage"))) return FileKind::encrypted;
    if (has(bytes, in_utf16("WordDocument")) || has(bytes, in_utf16("PowerPoint Document"))) return FileKind::document;
    return FileKind::xls;
}

// The first 2,000 bytes in small letters, without byte order mark, white space and comments in front.
std::string start_of_text(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    std::string text;
    for (const char c : bytes.substr(0, 2000))
        if (c != '\0') text += lower(c);
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) text.erase(0, 2);
    while (true) {
        text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        const auto end = text.find("-->");
        if (!text.starts_with("<!--") || end == text.npos) return text;
        text.erase(0, end + 3);
    }
}

constexpr std::size_t longest_blank = 2000; // more is looked at as a table

// "https://docs.google.com/…" and nothing behind it, not even a cell.
bool is_address(std::string_view text) {
    if (!text.starts_with("http://") && !text.starts_with("https://")) return false;
    const auto end = text.find_first_of(" \t\r\n,;|");
    return text.find_first_not_of(" \t\r\n", std::min(end, text.size())) == text.npos;
}

} // namespace

FileKind kind_of(std::string_view bytes) {
    if (bytes.starts_with("\xd0\xcf\x11\xe0")) return kind_of_ole(bytes);
    if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return FileKind::picture;
    if (bytes.size() > 8 && bytes.substr(4, 4) == "ftyp") return FileKind::picture; // HEIC, AVIF
    for (const auto& one : starts)
        if (bytes.starts_with(one.bytes)) return one.kind;
    if (bytes.size() > 6 && bytes[1] == 0 && (bytes[0] == '\x09') && bytes[2] <= 8 && bytes[3] == 0)
        return FileKind::xls; // before Excel 95
    const auto text = start_of_text(bytes);
    if (text.empty() && bytes.size() < longest_blank) return FileKind::empty;
    if (is_address(text)) return FileKind::web_address;
    for (const auto& one : text_starts)
        if (text.starts_with(one.bytes)) return one.kind;
    if (!text.starts_with("<?xml") && !text.starts_with("<?mso")) return FileKind::may_be_table;
    if (has(text, "<html") || has(text, "<!doctype html")) return FileKind::web_page;
    return has(text, "urn:schemas-microsoft-com:office:spreadsheet") ? FileKind::xml_2003 : FileKind::xml;
}

FileKind kind_of(const Package& package, std::string_view main) {
    const auto any = [&](std::string_view start, std::string_view end) {
        return std::any_of(package.names().begin(), package.names().end(), [&](const std::string& name) {
            return name.starts_with(start) && name.ends_with(end);
        });
    };
    if (main.ends_with(".bin")) return FileKind::xlsb;
    if (any("word/", "") || any("ppt/", "")) return FileKind::document;
    if (package.has("mimetype")) {
        const auto type = package.text("mimetype");
        if (type && has(*type, "opendocument.spreadsheet")) return FileKind::ods;
        return FileKind::document;
    }
    if (any("index/", ".iwa") || any("", "index.zip")) return FileKind::numbers;
    return main.empty() ? FileKind::archive : FileKind::may_be_table;
}

std::string_view message_of(FileKind kind) {
    switch (kind) {
    case FileKind::numbers: return "table.is_numbers";
    case FileKind::encrypted: return "table.encrypted";
    case FileKind::pdf: return "table.is_pdf";
    case FileKind::picture: return "table.is_picture";
    case FileKind::archive: return "table.is_archive";
    case FileKind::document: return "table.is_document";
    case FileKind::database: return "table.is_database";
    case FileKind::web_page: return "table.is_web_page";
    case FileKind::json: return "table.is_json";
    case FileKind::xml: return "table.is_xml";
    case FileKind::sylk: return "table.is_slk";
    case FileKind::web_address: return "table.is_address";
    case FileKind::empty: return "table.is_empty";
    case FileKind::may_be_table:
    case FileKind::xls:
    case FileKind::ods:
    case FileKind::xlsb:
    case FileKind::xml_2003: break; // read, by us or by another program
    }
    check_failed("kind", __FILE__, __LINE__);
}

} // namespace temsao::sheet
