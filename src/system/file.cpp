#include "system/file.h"

#include "base/pieces.h"
#include "base/thread_annotations.h"
#include "system/folder.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
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

// Files that some thread makes just now and has not noted down yet; and whether the program is being ended by a signal.
std::atomic<int> being_made = 0;
std::atomic<bool> is_ending = false;

// While it lives no signal comes between making a file and noting it down: not to this thread, and the handler, which
// may run in another one, waits for it. Once the program is ending, no more files are made.
class SignalsWait {
public:
    SignalsWait() {
        sigset_t both;
        ::sigemptyset(&both);
        ::sigaddset(&both, SIGINT);
        ::sigaddset(&both, SIGTERM);
        ::pthread_sigmask(SIG_BLOCK, &both, &before_);
        ++being_made;
        if (!is_ending) return;
        --being_made;
        for (;;) // the handler ends the program
            ::pause();
    }

    ~SignalsWait() {
        --being_made;
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

    SignalsWait(const SignalsWait&) = delete;
    SignalsWait& operator=(const SignalsWait&) = delete;

private:
    sigset_t before_{};
};

Error unwritable(const std::filesystem::path& path) {
    return error(Cause::io, "file.unwritable", {path.string(), std::strerror(errno)});
}

// Where a link leads to, link by link; a path that is not a link is returned as it is.
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
        const auto next = path.parent_path() / target; // an absolute target replaces all

        struct stat behind {};

        // A link of /proc to an open pipe: what it says does not name a file, but the link itself can be opened.
        if (::lstat(next.c_str(), &behind) != 0 && ::stat(path.c_str(), &behind) == 0) return path;
        path = next;
    }
    return error(Cause::io, "file.unwritable", {path.string(), std::strerror(ELOOP)});
}

// A device or a pipe, opened for writing; -1 for a plain file, and where there is none. Error file.unwritable.
Result<int> open_device(const std::filesystem::path& path) {
    struct stat facts {};

    if (::stat(path.c_str(), &facts) != 0 || S_ISREG(facts.st_mode) || S_ISDIR(facts.st_mode)) return -1;
    const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); // not waiting for a reader
    if (device < 0 || ::fcntl(device, F_SETFL, O_WRONLY) != 0) return unwritable(path);
    return device;
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

} // namespace

std::string ending_of(const std::filesystem::path& path) {
    return lower(path.extension().string());
}

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

Result<bool> is_there(const std::filesystem::path& path) {
    struct stat facts {};

    if (::stat(path.c_str(), &facts) == 0) return true;
    const int why = errno;
    // Nothing is there, unless a link is, which leads nowhere: to a disk that is not mounted, perhaps.
    if (why == ENOENT && ::lstat(path.c_str(), &facts) != 0 && errno == ENOENT) return false;
    return error(Cause::io, "file.unreadable", {path.string(), std::strerror(why)});
}

Result<std::optional<std::string>> read_if_there(const std::filesystem::path& path, std::uint64_t limit_bytes) {
    if (!TRY(is_there(path))) return std::optional<std::string>();
    return std::optional(TRY(read_file(path, limit_bytes)));
}

Result<NewFile> NewFile::create(const std::filesystem::path& named) {
    if (named == "-") return error(Cause::usage, "file.dash", {});
    const auto path = TRY(end_of_links(named));
    auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return error(Cause::missing, "file.folder_missing", {path.string(), folder.string()});
    if (std::filesystem::is_directory(path, ignored)) return error(Cause::usage, "file.is_folder", {path.string()});
    NewFile file(path, nullptr, -1, TRY(open_device(path)));
    if (file.device_ >= 0) folder = std::filesystem::temp_directory_path(ignored);
    sweep_once(folder);
    auto temporary = unfinished_name(folder).string();
    const SignalsWait wait;
    file.descriptor_ = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (file.descriptor_ < 0) return unwritable(path);
    ::fchmod(file.descriptor_, file.device_ >= 0 ? 0600 : 0644);
    file.place_ = remember(std::move(temporary));
    return file;
}

NewFile::NewFile(std::filesystem::path path, void* place, int descriptor, int device)
    : path_(std::move(path)),
      place_(place),
      descriptor_(descriptor),
      device_(device) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      place_(std::exchange(other.place_, nullptr)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      device_(std::exchange(other.device_, -1)) {}

NewFile::~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (device_ >= 0) ::close(device_);
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
    return write_all(descriptor_, bytes) ? Outcome(done) : unwritable(path_);
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
    if (from < 0) return unwritable(path_);
    std::array<char, 1 << 16> part;
    ssize_t count = 0;
    while ((count = ::read(from, part.data(), part.size())) != 0) {
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 || !write_all(device_, {part.data(), static_cast<std::size_t>(count)})) break;
    }
    const auto why = unwritable(path_); // of errno as it is now
    ::close(from);
    if (count != 0) return why;
    ::unlink(place->path.c_str());
    forget(place);
    place_ = nullptr;
    return done;
}

Outcome NewFile::rename() {
    if (device_ >= 0) return send();
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
        if (file->device_ < 0) folders.insert(file->path_.parent_path());
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
    constexpr timespec one_millisecond{0, 1'000'000};
    constexpr int longest_wait_ms = 2'000;
    is_ending = true;
    for (int waited = 0; being_made > 0 && waited < longest_wait_ms; ++waited)
        ::nanosleep(&one_millisecond, nullptr);
    for (auto* place = unfinished.load(); place; place = place->next)
        if (place->marked) ::unlink(place->path.c_str());
}

} // namespace temsao
