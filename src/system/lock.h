#pragma once
// A lock between processes, for reading a file, changing it and writing it back: only one may do so at a time.
#include "base/result.h"

#include <chrono>
#include <filesystem>
#include <utility>

namespace temsao {

// Held as long as the object lives; the system releases it when the process ends, however it ends. The lock file is
// created if it is missing, is empty unless the holder writes who it is, and stays. `TRY(FileLock::take(…));` alone
// would release it at once, which clang refuses (nodiscard); give it a name. It also excludes other threads of the same
// process.
class [[nodiscard]] FileLock {
public:
    // Waits for other holders at most `patience`. Errors (Cause::io): file.locked {file}, file.unwritable {file, why}.
    static Result<FileLock> take(const std::filesystem::path& file, std::chrono::milliseconds patience);

    // Nothing when another holds it. Error file.unwritable {file, why}.
    static Result<std::optional<FileLock>> try_take(const std::filesystem::path& file);

    // What others may read in the lock file, such as who holds it. Error file.unwritable {file, why}.
    Outcome tell(const std::filesystem::path& file, std::string_view text) const;

    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    static Result<FileLock> open(const std::filesystem::path& file);

    int descriptor_;
};

} // namespace temsao
