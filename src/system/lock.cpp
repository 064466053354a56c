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

Result<FileLock> FileLock::take(const std::filesystem::path& file, std::chrono::milliseconds patience) {
    FileLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (lock.descriptor_ < 0) return error(Cause::io, "file.unwritable", {file.string(), std::strerror(errno)});
    const auto until = std::chrono::steady_clock::now() + patience;
    while (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return error(Cause::io, "file.unwritable", {file.string(), std::strerror(errno)});
        if (std::chrono::steady_clock::now() > until) return error(Cause::io, "file.locked", {file.string()});
        std::this_thread::sleep_for(between_tries);
    }
    return lock;
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
