#include "store/log_folders.h"

#include "system/record_file.h"

#include <sstream>

namespace temsao::store {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t most_folders_bytes = 64 << 10;
constexpr std::size_t most_folders = 10;

fs::path folders_file(const fs::path& home) {
    return home / "log-folders";
}

} // namespace

Result<std::vector<fs::path>> log_folders(const fs::path& home) {
    std::vector<fs::path> folders;
    std::istringstream lines(TRY(read_if_there(folders_file(home), most_folders_bytes)).value_or(""));
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) folders.emplace_back(line);
    return folders;
}

Outcome remember_log_folder(const fs::path& home, const fs::path& folder) {
    const auto path = fs::absolute(folder).lexically_normal().string();
    if (path.find('\n') != path.npos) return done; // lines could not hold it
    const auto known = TRY(log_folders(home));
    if (!known.empty() && known.front() == path) return done;
    return change_record(folders_file(home), most_folders_bytes, [&](const std::string& now) -> Result<std::string> {
        auto text = path + "\n";
        std::istringstream lines(now);
        std::size_t count = 1;
        for (std::string line; std::getline(lines, line) && count < most_folders;)
            if (line != path && ++count > 0) text += line + "\n";
        return text;
    });
}

} // namespace temsao::store
