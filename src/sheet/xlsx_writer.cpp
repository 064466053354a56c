// The one user of libxlsxwriter, which writes files by name only: it is given a file in memory.
#include "base/text.h"
#include "sheet/writers.h"

#include <algorithm>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace temsao::sheet {
namespace {

class FileInMemory {
public:
    FileInMemory() : number_(::memfd_create("temsao-xlsx", MFD_CLOEXEC)) {}

    ~FileInMemory() {
        if (number_ >= 0) ::close(number_);
    }

    FileInMemory(const FileInMemory&) = delete;
    FileInMemory& operator=(const FileInMemory&) = delete;

    std::string name() const { return "/proc/self/fd/" + std::to_string(number_); }

    std::string content() const {
        std::string bytes(static_cast<std::size_t>(std::max<off_t>(0, ::lseek(number_, 0, SEEK_END))), '\0');
        std::size_t at = 0;
        while (at < bytes.size()) {
            const auto count = ::pread(number_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
            if (count <= 0) return {};
            at += static_cast<std::size_t>(count);
        }
        return bytes;
    }

private:
    int number_;
};

constexpr double narrowest = 9, widest = 46; // of a column, in characters

void set_widths(lxw_worksheet* sheet, const catalog::TextRows& rows, lxw_format* text) {
    std::vector<double> widths;
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (widths.size() <= i) widths.push_back(narrowest);
            widths[i] = std::clamp(static_cast<double>(count_characters(row[i])) + 2, widths[i], widest);
        }
    for (std::size_t i = 0; i < widths.size(); ++i)
        worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i], text);
}

} // namespace

std::string write_xlsx(const catalog::TextRows& rows) {
    const FileInMemory file;
    lxw_workbook_options options{};
    auto* book = workbook_new_opt(file.name().c_str(), &options);
    if (!book) return {};
    auto* sheet = workbook_add_worksheet(book, "OCOP");
    auto *text = workbook_add_format(book), *heading = workbook_add_format(book);
    format_set_num_format(text, "@"); // what a person types into a cell stays as it was typed
    format_set_bold(heading);
    format_set_num_format(heading, "@");
    set_widths(sheet, rows, text);
    bool is_whole = true;
    for (std::size_t y = 0; y < rows.size(); ++y)
        for (std::size_t x = 0; x < rows[y].size(); ++x)
            if (!rows[y][x].empty())
                is_whole &= worksheet_write_string(sheet,
                                                   static_cast<lxw_row_t>(y),
                                                   static_cast<lxw_col_t>(x),
                                                   rows[y][x].c_str(),
                                                   y == 0 ? heading : text) == LXW_NO_ERROR;
    worksheet_freeze_panes(sheet, 1, 0);
    is_whole &= workbook_close(book) == LXW_NO_ERROR;
    return is_whole ? file.content() : std::string();
}

} // namespace temsao::sheet
