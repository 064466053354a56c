#pragma once
// A file of record: one that others rely on, such as the revocations or the used sheets. It changes in one call that
// locks, reads, changes, replaces and syncs, and nobody writes it in any other way:
//
//     TRY(change_record(path, limit, [&](const std::string& now) -> Result<std::string> { return now + line; }));
//
// So two programs at once lose nothing, a reader sees the old bytes or the new ones and needs no lock, and after a
// power cut one of the two is there. Where more has to happen between reading and writing, hold the file:
//
//     const auto held = TRY(RecordFile::hold(path));
//     const auto now = TRY(held.read(limit));
//     TRY(held.replace(new_bytes));
#include "system/file.h"
#include "system/lock.h"

#include <functional>

namespace temsao {

// Held against every other process and thread as long as the object lives. The lock is an empty file beside it,
// ".NAME.lock", which stays.
class [[nodiscard]] RecordFile {
public:
    // Makes the folder if it is missing. Waits for others, at most a minute. Errors: file.locked, file.unwritable.
    static Result<RecordFile> hold(const std::filesystem::path& path);

    // Empty when there is no such file. Errors: those of read_if_there.
    Result<std::string> read(std::uint64_t limit_bytes) const;
    // Errors: those of write_file.
    Outcome replace(std::string_view bytes) const;

    const std::filesystem::path& path() const { return path_; }

private:
    RecordFile(std::filesystem::path path, FileLock lock) : path_(std::move(path)), lock_(std::move(lock)) {}

    std::filesystem::path path_;
    FileLock lock_;
};

// `change` is given the bytes there are, empty when there is no such file, and returns the new ones. After an error of
// its own nothing is changed, and the error is returned. Errors also: those of RecordFile.
Outcome change_record(const std::filesystem::path& path,
                      std::uint64_t limit_bytes,
                      const std::function<Result<std::string>(const std::string& now)>& change);

} // namespace temsao
