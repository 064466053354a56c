#pragma once
// One process at a time: who reads a file, thinks and writes it anew must not do so while another does.
#include "base/result.h"

#include <chrono>
#include <filesystem>
#include <utility>

namespace temsao {

// Held as long as it lives; the system lets go of it whatever becomes of the process. The file is made where it is not
// there, stays, and has nothing in it. Between the threads of one process it holds too.
class FileLock {
public:
    // Waits for others as long as `patience`. Errors (Cause::io): file.locked {file}, file.unwritable {file, why}.
    static Result<FileLock> take(const std::filesystem::path& file, std::chrono::milliseconds patience);

    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

} // namespace temsao
