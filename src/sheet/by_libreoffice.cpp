#include "sheet/by_libreoffice.h"

#include "system/file.h"
#include "system/separate_program.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace temsao::sheet {
namespace {

namespace fs = std::filesystem;

constexpr int most_office_seconds = 60; // it starts slowly
constexpr std::uint64_t most_office_memory = 4ull << 30;
constexpr std::uint64_t most_office_output = 64u << 20;

// A folder for the workbook, what becomes of it, and soffice's own settings.
class WorkFolder {
public:
    static Result<WorkFolder> make() {
        std::error_code failed;
        auto name = (fs::temp_directory_path(failed) / "temsao-office-XXXXXX").string();
        if (failed || !::mkdtemp(name.data()))
            return error(Cause::io, "file.unwritable", {name, std::strerror(failed ? failed.value() : errno)});
        return WorkFolder(name);
    }

    WorkFolder(WorkFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }

    WorkFolder& operator=(WorkFolder&&) = delete;

    ~WorkFolder() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }

    const fs::path& path() const { return path_; }

private:
    explicit WorkFolder(fs::path path) : path_(std::move(path)) {}

    fs::path path_;
};

} // namespace

Result<std::string> xlsx_by_libreoffice(std::string_view bytes, std::string_view file_name) {
    const std::string name(file_name);
    const auto folder = TRY(WorkFolder::make());
    const auto input = folder.path() / "list.xlsb", output = folder.path() / "list.xlsx";
    TRY(write_file(input, bytes));
    const auto run =
        run_program({"soffice",
                     "-env:UserInstallation=file://" + (folder.path() / "settings").string(),
                     "--headless",
                     "--norestore",
                     "--convert-to",
                     "xlsx:Calc MS Excel 2007 XML",
                     "--outdir",
                     folder.path().string(),
                     input.string()},
                    {.output_bytes = 1 << 20,
                     .seconds = most_office_seconds,
                     .memory_bytes = most_office_memory,
                     .may_write = true},
                    {},
                    {.environment = {"LC_ALL=C.UTF-8", "HOME=" + folder.path().string()}, .folder = folder.path()});
    if (!run.started) return error(Cause::data, "table.is_xlsb", {name});
    if (!run.in_time) return error(Cause::data, "table.too_slow", {name, std::to_string(most_office_seconds)});
    std::error_code missing;
    if (run.status != 0 || !fs::is_regular_file(output, missing))
        return error(Cause::data, "table.not_by_libreoffice", {name});
    if (fs::file_size(output, missing) > most_office_output)
        return error(Cause::data, "table.too_large", {name, "64 MB"});
    auto converted = TRY(read_file(output, most_office_output));
    if (!converted.starts_with("PK")) return error(Cause::data, "table.not_by_libreoffice", {name});
    return converted;
}

} // namespace temsao::sheet
