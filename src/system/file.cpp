#include "system/file.h"

#include "base/thread_annotations.h"
#include "system/folder.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace temsao {
namespace {

// The files being written, for the signal handler, which may not allocate, lock or wait: a list that only grows at its
// head. A place is filled before it is marked, and used again once its file is there.
struct Unfinished {
    std::string path;
    std::atomic<bool> marked = false;
    Unfinished* next = nullptr;
};

std::atomic<Unfinished*> unfinished = nullptr;
Mutex free_places_lock;
std::vector<Unfinished*> free_places GUARDED_BY(free_places_lock);

Unfinished* remember(std::string path) {
    const Lock guard(free_places_lock);
    if (free_places.empty()) {
        auto* place = new Unfinished; // stays for as long as the program, as the handler may come at any time
        place->next = unfinished;
        unfinished = place;
        free_places.push_back(place);
    }
    auto* place = free_places.back();
    free_places.pop_back();
    place->path = std::move(path);
    place->marked = true;
    return place;
}

void forget(Unfinished* place) {
    const Lock guard(free_places_lock);
    place->marked = false;
    free_places.push_back(place);
}

Mutex swept_lock;
std::set<std::filesystem::path> swept GUARDED_BY(swept_lock);

// Once for each folder and process: a folder may hold many files, and be written to many times.
void sweep_once(const std::filesystem::path& folder) {
    std::error_code unknown;
    const auto place = std::filesystem::absolute(folder, unknown);
    {
        const Lock guard(swept_lock);
        if (unknown || !swept.insert(place).second) return;
    }
    sweep_unfinished(place);
}

// While it lives no signal comes between making a file and noting it down.
class SignalsWait {
public:
    SignalsWait() {
        sigset_t both;
        ::sigemptyset(&both);
        ::sigaddset(&both, SIGINT);
        ::sigaddset(&both, SIGTERM);
        ::pthread_sigmask(SIG_BLOCK, &both, &before_);
    }

    ~SignalsWait() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

    SignalsWait(const SignalsWait&) = delete;
    SignalsWait& operator=(const SignalsWait&) = delete;

private:
    sigset_t before_{};
};

Error unwritable(const std::filesystem::path& path) {
    return error(Cause::io, "file.unwritable", {path.string(), std::strerror(errno)});
}

// Where a link leads to, link by link; a path that is no link is its own end.
Result<std::filesystem::path> end_of_links(std::filesystem::path path) {
    constexpr int most_links = 40;
    for (int i = 0; i < most_links; ++i) {
        struct stat facts {};

        if (::lstat(path.c_str(), &facts) != 0 || !S_ISLNK(facts.st_mode)) return path;
        if (facts.st_uid != ::geteuid() && facts.st_uid != 0)
            return error(Cause::io, "file.foreign_link", {path.string()});
        std::error_code failed;
        const auto target = std::filesystem::read_symlink(path, failed);
        if (failed) return error(Cause::io, "file.unwritable", {path.string(), failed.message()});
        path = path.parent_path() / target; // an absolute target replaces all
    }
    return error(Cause::io, "file.unwritable", {path.string(), std::strerror(ELOOP)});
}

bool is_device(const std::filesystem::path& path) {
    std::error_code unknown;
    const auto status = std::filesystem::status(path, unknown);
    return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
           !std::filesystem::is_directory(status);
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

Result<NewFile> NewFile::create(const std::filesystem::path& named) {
    const auto path = TRY(end_of_links(named));
    const bool to_device = is_device(path);
    auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return error(Cause::missing, "file.folder_missing", {path.string(), folder.string()});
    if (std::filesystem::is_directory(path, ignored)) return error(Cause::usage, "file.is_folder", {path.string()});
    if (to_device) folder = std::filesystem::temp_directory_path(ignored);
    sweep_once(folder);
    auto temporary = unfinished_name(folder).string();
    const SignalsWait wait;
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) return unwritable(path);
    ::fchmod(descriptor, to_device ? 0600 : 0644);
    return NewFile(path, remember(std::move(temporary)), descriptor, to_device);
}

NewFile::NewFile(std::filesystem::path path, void* place, int descriptor, bool is_device)
    : path_(std::move(path)),
      place_(place),
      descriptor_(descriptor),
      is_device_(is_device) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      place_(std::exchange(other.place_, nullptr)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      is_device_(other.is_device_) {}

NewFile::~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!place_) return;
    auto* place = static_cast<Unfinished*>(place_);
    ::unlink(place->path.c_str());
    forget(place);
}

std::filesystem::path NewFile::temporary() const {
    return static_cast<Unfinished*>(place_)->path;
}

Outcome NewFile::make_private() {
    return ::fchmod(descriptor_, 0600) == 0 ? Outcome(done) : Outcome(unwritable(path_));
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
    if (descriptor_ < 0) return done; // it was
    if (::fsync(descriptor_) != 0) return unwritable(path_);
    ::close(std::exchange(descriptor_, -1));
    return done;
}

// What was written goes to the device or pipe, from the first byte to the last.
Outcome NewFile::send() {
    auto* place = static_cast<Unfinished*>(place_);
    const int from = ::open(place->path.c_str(), O_RDONLY | O_CLOEXEC);
    const int to =
        ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); // a pipe that nobody reads fails

    struct Closer {
        int from, to;

        ~Closer() {
            if (from >= 0) ::close(from);
            if (to >= 0) ::close(to);
        }
    } closer{from, to};

    if (from < 0 || to < 0 || ::fcntl(to, F_SETFL, O_WRONLY) != 0) return unwritable(path_);
    descriptor_ = ::dup(to);
    std::array<char, 1 << 16> part;
    for (;;) {
        const auto count = ::read(from, part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return unwritable(path_);
        if (count == 0) break;
        TRY(write({part.data(), static_cast<std::size_t>(count)}));
    }
    ::close(std::exchange(descriptor_, -1));
    ::unlink(place->path.c_str());
    forget(place);
    place_ = nullptr;
    return done;
}

Outcome NewFile::rename() {
    if (is_device_) return send();
    auto* place = static_cast<Unfinished*>(place_);
    if (::rename(place->path.c_str(), path_.c_str()) != 0) return unwritable(path_);
    forget(place);
    place_ = nullptr;
    return done;
}

Outcome NewFile::commit() {
    NewFile* const alone[] = {this};
    return commit_together(alone);
}

Outcome commit_together(std::span<NewFile* const> files) {
    for (auto* file : files)
        TRY(file->settle());
    std::set<std::filesystem::path> folders;
    for (auto* file : files) {
        TRY(file->rename());
        if (!file->is_device_) folders.insert(file->path_.parent_path());
    }
    for (const auto& folder : folders)
        TRY(sync_folder(folder));
    return done;
}

Outcome write_file(const std::filesystem::path& path, std::string_view bytes) {
    auto file = TRY(NewFile::create(path));
    TRY(file.write(bytes));
    return file.commit();
}

void remove_unfinished_files() {
    for (auto* place = unfinished.load(); place; place = place->next)
        if (place->marked) ::unlink(place->path.c_str());
}

} // namespace temsao
