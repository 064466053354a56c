#include "sheet/file_kind.h"

#include "base/pieces.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

struct Start {
    std::string_view bytes, message;
};

using namespace std::string_view_literals;

constexpr Start starts[] = {
    {"%PDF-", "table.is_pdf"},
    {"\xff\xd8\xff", "table.is_picture"},
    {"\x89PNG", "table.is_picture"},
    {"GIF8", "table.is_picture"},
    {"II*\0"sv, "table.is_picture"},
    {"MM\0*"sv, "table.is_picture"},
    {"Rar!", "table.is_archive"},
    {"7z\xbc\xaf", "table.is_archive"},
    {"\x1f\x8b", "table.is_archive"},
    {"{\\rtf", "table.is_document"},
    {"SQLite format 3", "table.is_database"},
};

// Of text, in small letters and without what may stand in front.
constexpr Start text_starts[] = {
    {"<!doctype html", "table.is_web_page"},
    {"<html", "table.is_web_page"},
    {"<head", "table.is_web_page"},
    {"<body", "table.is_web_page"},
    {"<meta", "table.is_web_page"},
    {"<style", "table.is_web_page"},
    {"<div", "table.is_web_page"},
    {"<table", "table.is_web_page"},
    {"mime-version:", "table.is_web_page"},
    {"{\"", "table.is_json"},
    {"[{", "table.is_json"},
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
std::string_view kind_of_ole(std::string_view bytes) {
    if (has(bytes, in_utf16("EncryptedPackage"))) return "table.encrypted";
    if (has(bytes, in_utf16("WordDocument")) || has(bytes, in_utf16("PowerPoint Document"))) return "table.is_document";
    return "table.is_xls";
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

} // namespace

std::string_view other_kind(std::string_view bytes) {
    if (bytes.starts_with("\xd0\xcf\x11\xe0")) return kind_of_ole(bytes);
    if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "table.is_picture";
    if (bytes.size() > 8 && bytes.substr(4, 4) == "ftyp") return "table.is_picture"; // HEIC, AVIF
    for (const auto& one : starts)
        if (bytes.starts_with(one.bytes)) return one.message;
    if (bytes.size() > 6 && bytes[1] == 0 && (bytes[0] == '\x09') && bytes[2] <= 8 && bytes[3] == 0)
        return "table.is_xls"; // before Excel 95
    const auto text = start_of_text(bytes);
    for (const auto& one : text_starts)
        if (text.starts_with(one.bytes)) return one.message;
    if (!text.starts_with("<?xml") && !text.starts_with("<?mso")) return {};
    if (has(text, "<html") || has(text, "<!doctype html")) return "table.is_web_page";
    return has(text, "urn:schemas-microsoft-com:office:spreadsheet") ? "table.is_xml_2003" : "table.is_xml";
}

std::string_view other_kind(const Package& package, std::string_view main) {
    const auto any = [&](std::string_view start, std::string_view end) {
        return std::any_of(package.names().begin(), package.names().end(), [&](const std::string& name) {
            return name.starts_with(start) && name.ends_with(end);
        });
    };
    if (main.ends_with(".bin")) return "table.is_xlsb";
    if (any("word/", "") || any("ppt/", "")) return "table.is_document";
    if (package.has("mimetype")) {
        const auto type = package.text("mimetype");
        if (type && has(*type, "opendocument.spreadsheet")) return "table.is_ods";
        return "table.is_document";
    }
    if (any("index/", ".iwa") || any("", "index.zip")) return "table.is_numbers";
    return main.empty() ? "table.is_archive" : "";
}

} // namespace temsao::sheet
