#include "system/lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace temsao {
namespace {

constexpr std::chrono::milliseconds between_tries{20};

} // namespace

Result<FileLock> FileLock::open(const std::filesystem::path& file) {
    FileLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (lock.descriptor_ < 0) return error(Cause::io, "file.unwritable", {file.string(), std::strerror(errno)});
    return lock;
}

Result<std::optional<FileLock>> FileLock::try_take(const std::filesystem::path& file) {
    auto lock = TRY(open(file));
    while (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return std::optional<FileLock>();
        if (errno != EINTR) return error(Cause::io, "file.unwritable", {file.string(), std::strerror(errno)});
    }
    return std::optional(std::move(lock));
}

Result<FileLock> FileLock::take(const std::filesystem::path& file, std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (auto lock = TRY(try_take(file))) return *std::move(lock);
        if (std::chrono::steady_clock::now() > until) return error(Cause::io, "file.locked", {file.string()});
        std::this_thread::sleep_for(between_tries);
    }
}

Outcome FileLock::tell(const std::filesystem::path& file, std::string_view text) const {
    const auto size = static_cast<ssize_t>(text.size());
    if (::ftruncate(descriptor_, 0) == 0 && ::pwrite(descriptor_, text.data(), text.size(), 0) == size) return done;
    return error(Cause::io, "file.unwritable", {file.string(), std::strerror(errno)});
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

} // namespace temsao
