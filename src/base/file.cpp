#include "base/file.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace temsao {
namespace {

// Names of files being written, for the signal handler: fixed storage, since a handler may not allocate.
constexpr std::size_t max_unfinished = 64;
constexpr std::size_t max_path = 4096;

struct Slot {
    std::atomic<int> state = 0; // 0 free, 1 being filled, 2 in use
    char path[max_path];
};

Slot unfinished[max_unfinished];

void remember(const std::string& path) {
    if (path.size() >= max_path) return;
    for (auto& slot : unfinished) {
        int free = 0;
        if (slot.state.compare_exchange_strong(free, 1)) {
            std::memcpy(slot.path, path.c_str(), path.size() + 1);
            slot.state = 2;
            return;
        }
    }
}

void forget(const std::string& path) {
    for (auto& slot : unfinished)
        if (slot.state == 2 && path == slot.path) slot.state = 0;
}

Error unwritable(const std::filesystem::path& path) {
    return error(Cause::io, "file.unwritable", {path.string(), std::strerror(errno)});
}

} // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        if (errno == ENOENT || errno == ENOTDIR) return error(Cause::missing, "file.missing", {path.string()});
        return error(Cause::io, "file.unreadable", {path.string(), std::strerror(errno)});
    }

    struct Closer {
        int descriptor;

        ~Closer() { ::close(descriptor); }
    } closer{descriptor};

    struct stat facts {};

    if (::fstat(descriptor, &facts) == 0 && S_ISDIR(facts.st_mode))
        return error(Cause::data, "file.is_folder", {path.string()});

    std::string bytes;
    std::array<char, 1 << 16> part;
    for (;;) {
        const auto count = ::read(descriptor, part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return error(Cause::io, "file.unreadable", {path.string(), std::strerror(errno)});
        if (count == 0) return bytes;
        bytes.append(part.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limit_bytes)
            return error(Cause::data, "file.too_large", {path.string(), std::to_string(limit_bytes >> 20)});
    }
}

Result<NewFile> NewFile::create(const std::filesystem::path& path) {
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return error(Cause::missing, "file.folder_missing", {path.string(), folder.string()});
    if (std::filesystem::is_directory(path, ignored)) return error(Cause::usage, "file.is_folder", {path.string()});
    std::string temporary = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) return unwritable(path);
    remember(temporary);
    ::fchmod(descriptor, 0644);
    return NewFile(path, temporary, descriptor);
}

NewFile::NewFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor)
    : path_(std::move(path)),
      temporary_(std::move(temporary)),
      descriptor_(descriptor) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

NewFile::~NewFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
    forget(temporary_.string());
}

Outcome NewFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return unwritable(path_);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return done;
}

Outcome NewFile::settle() {
    if (::fsync(descriptor_) != 0) return unwritable(path_);
    return done;
}

Outcome NewFile::commit() {
    if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) return unwritable(path_);
    ::close(std::exchange(descriptor_, -1));
    forget(temporary_.string());
    return done;
}

Outcome write_file(const std::filesystem::path& path, std::string_view bytes) {
    auto file = NewFile::create(path);
    if (!file) return file.error();
    if (auto written = file->write(bytes); !written) return written;
    return file->commit();
}

void remove_unfinished_files() {
    for (auto& slot : unfinished)
        if (slot.state == 2) ::unlink(slot.path);
}

} // namespace temsao
