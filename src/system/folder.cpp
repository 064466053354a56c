#include "system/folder.h"

#include "system/file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace temsao {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished_prefix = ".temsao-";
constexpr std::size_t tag_figures = 8, random_characters = 6;
constexpr std::string_view journal_suffix = "-journal"; // SQLite's, beside a database that is being copied
constexpr auto stranger_patience = std::chrono::hours(24);

// FNV-1a: enough to tell machines apart.
std::uint32_t short_hash(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

// What makes a process number meaningful: this machine since it was started, and this container on it.
const std::string& machine_tag() {
    static const std::string tag = [] {
        std::string from;
        if (auto* file = std::fopen("/proc/sys/kernel/random/boot_id", "re")) {
            std::array<char, 64> text{};
            from.assign(text.data(), std::fread(text.data(), 1, text.size(), file));
            std::fclose(file);
        }
        struct stat facts {};

        if (::stat("/proc/self/ns/pid", &facts) == 0) from += std::to_string(facts.st_ino);
        std::array<char, tag_figures + 1> figures{};
        std::snprintf(figures.data(), figures.size(), "%08x", short_hash(from));
        return std::string(figures.data());
    }();
    return tag;
}

// May this file be removed? Its name is ".temsao-TAG-PROCESS-XXXXXX".
bool is_left_over(const fs::path& file) {
    auto name = file.filename().string();
    if (name.ends_with(journal_suffix)) name.resize(name.size() - journal_suffix.size());
    const auto begin = unfinished_prefix.size() + tag_figures + 1;
    if (!name.starts_with(unfinished_prefix) || name.size() <= begin + random_characters + 1) return false;
    const auto process_end = name.size() - random_characters - 1;
    int process = 0;
    const auto [end, failed] = std::from_chars(name.data() + begin, name.data() + process_end, process);
    if (name[begin - 1] != '-' || name[process_end] != '-' || failed != std::errc{} ||
        end != name.data() + process_end || process <= 0)
        return false;
    if (name.substr(unfinished_prefix.size(), tag_figures) == machine_tag())
        return ::kill(process, 0) != 0 && errno == ESRCH;
    std::error_code unknown;
    const auto changed = fs::last_write_time(file, unknown);
    return !unknown && fs::file_time_type::clock::now() - changed > stranger_patience;
}

} // namespace

Outcome make_private_folder(const fs::path& folder) {
    std::error_code ignored;
    if (folder.empty() || fs::is_directory(folder, ignored)) return done;
    if (folder.has_parent_path() && folder.parent_path() != folder) TRY(make_private_folder(folder.parent_path()));
    if (::mkdir(folder.c_str(), 0700) == 0 || (errno == EEXIST && fs::is_directory(folder, ignored))) return done;
    return error(Cause::io, "file.unwritable", {folder.string(), std::strerror(errno)});
}

Result<std::vector<fs::path>> content_of(const fs::path& folder) {
    std::vector<fs::path> all;
    if (!TRY(is_there(folder))) return all;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        all.push_back(at->path());
    if (failed) return error(Cause::io, "file.unreadable", {folder.string(), failed.message()});
    std::sort(all.begin(), all.end());
    return all;
}

Outcome sync_folder(const fs::path& folder) {
    const auto place = folder.empty() ? fs::path(".") : folder;
    const int descriptor = ::open(place.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return done; // one that may be written and not read
    const int synced = ::fsync(descriptor);
    const int why = errno;
    ::close(descriptor);
    if (synced == 0 || why == EINVAL || why == EROFS || why == ENOTSUP) return done;
    return error(Cause::io, "file.not_synced", {place.string(), std::strerror(why)});
}

fs::path unfinished_name(const fs::path& folder) {
    return folder / (std::string(unfinished_prefix) + machine_tag() + "-" + std::to_string(::getpid()) + "-XXXXXX");
}

std::size_t sweep_unfinished(const fs::path& folder) {
    std::size_t gone = 0;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        std::error_code kept;
        if (is_left_over(at->path()) && fs::remove_all(at->path(), kept) > 0) ++gone;
    }
    return gone;
}

} // namespace temsao
