#pragma once
// Files whole or not at all. Reading is limited before it starts; writing goes to a temporary name in the same folder
// and is renamed into place, so that a reader, Ctrl-C or a full disk never leaves half a file.
#include "base/result.h"

#include <cstdint>
#include <filesystem>

namespace temsao {

// The whole file. Errors: file.missing, file.is_folder, file.too_large (more than `limit_bytes`), file.unreadable.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes);

// A file being written; appears under its name only by commit(). Destroyed before that, it leaves nothing behind.
// SIGINT and SIGTERM also remove it (remove_unfinished_files(), called by the door's handler).
class NewFile {
public:
    // Errors: file.folder_missing, file.unwritable.
    static Result<NewFile> create(const std::filesystem::path& path);
    NewFile(NewFile&&) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    const std::filesystem::path& temporary() const { return temporary_; }

    Outcome write(std::string_view bytes); // error file.unwritable
    Outcome settle();                      // fsync: the disk has it all; error file.unwritable
    Outcome commit();                      // fsync, rename; error file.unwritable

private:
    NewFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor);
    std::filesystem::path path_, temporary_;
    int descriptor_ = -1;
};

// All at once.
Outcome write_file(const std::filesystem::path& path, std::string_view bytes);

// Async-signal-safe: unlinks every NewFile not yet committed.
void remove_unfinished_files();

} // namespace temsao
