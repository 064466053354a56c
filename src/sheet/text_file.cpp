#include "sheet/text_file.h"

#include "base/text.h"
#include "catalog/csv.h"
#include "sheet/mend_text.h"
#include "sheet/syllables.h"

#include <algorithm>

namespace temsao::sheet {
namespace {

// UTF-16 without a mark at its start: every second byte of plain text is 0. Empty when it is not such a text.
std::optional<bool> is_big_endian(std::string_view bytes) {
    std::size_t even = 0, odd = 0;
    const auto sample = bytes.substr(0, 4096);
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
    if (bytes.size() % 2 != 0 || (even + odd) * 3 < sample.size()) return {};
    if (even == 0) return false;
    if (odd == 0) return true;
    return {};
}

std::string as_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xff\xfe")) return from_utf16(bytes.substr(2), false);
    if (bytes.starts_with("\xfe\xff")) return from_utf16(bytes.substr(2), true);
    if (const auto big_endian = is_big_endian(bytes)) return from_utf16(bytes, *big_endian);
    return std::string(bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes);
}

// The old encoding of all cells that were mended, if it is one.
std::optional<Encoding> only_encoding(const catalog::Table& table) {
    for (const auto encoding : encodings)
        if (!table.mended.empty() && std::all_of(table.mended.begin(), table.mended.end(), [&](const auto& one) {
                return one.encoding == sheet::name(encoding);
            }))
            return encoding;
    return {};
}

// What a cell says that was left as Windows-1252 shows it; empty: nobody knows. "mây" has the same bytes in CP1258 and
// "lít" in VNI, so it was right at once, and beside ASCII there may be signs only.
std::optional<std::string> right_as_it_is(const std::string& text, std::optional<Encoding> encoding) {
    const auto words = count_words(text);
    if (words.right + words.wrong == 0) return text;
    const auto bytes = to_windows_1252(text);
    auto read = encoding && bytes ? decode(*bytes, *encoding) : std::nullopt;
    return read && count_words(*read).wrong == 0 ? read : std::nullopt;
}

} // namespace

// Bytes that are not UTF-8 are shown as Windows-1252, which is how a spreadsheet program would show them; mend_text
// then finds out what they are.
Result<catalog::Table> read_text_file(std::string_view bytes, std::string_view file_name) {
    const std::string name(file_name);
    const auto text = as_utf8(bytes);
    if (text.find('\0') != text.npos) return error(Cause::data, "table.nul_bytes", {name});
    auto table = TRY(catalog::cut_csv(text, name));
    if (is_utf8(text)) {
        mend_text(table);
        return table;
    }
    std::vector<std::pair<catalog::Cell*, std::string>> strange;
    for (auto& row : table.rows)
        for (auto& cell : row)
            if (!is_utf8(cell.text)) {
                cell.text = from_windows_1252(cell.text);
                strange.emplace_back(&cell, tidy(cell.text));
            }
    mend_text(table, {}, true);
    const auto encoding = only_encoding(table);
    std::size_t unread = 0;
    for (const auto& [cell, before] : strange) {
        if (cell->text != before) continue;
        if (auto right = right_as_it_is(before, encoding)) {
            cell->text = *std::move(right);
            continue;
        }
        cell->lack = catalog::Lack::lost_letters;
        ++unread;
    }
    if (unread * 2 > strange.size()) return error(Cause::data, "table.encoding", {name});
    return table;
}

} // namespace temsao::sheet
