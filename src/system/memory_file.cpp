#include "system/memory_file.h"

#include <algorithm>
#include <cerrno>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace temsao {

MemoryFile::MemoryFile() : number_(::memfd_create("temsao", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
    if (number_ >= 0) ::close(number_);
}

std::string MemoryFile::path() const {
    return "/proc/self/fd/" + std::to_string(number_);
}

bool MemoryFile::fill(std::string_view bytes) {
    while (is_open() && !bytes.empty()) {
        const auto count = ::write(number_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::lseek(number_, 0, SEEK_SET) == 0;
}

std::string MemoryFile::content(std::size_t most) const {
    struct stat facts {};

    if (::fstat(number_, &facts) != 0) return {};
    std::string bytes(std::min(most, static_cast<std::size_t>(facts.st_size)), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto count = ::pread(number_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        at += static_cast<std::size_t>(count);
    }
    bytes.resize(at);
    return bytes;
}

} // namespace temsao
