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

    std::filesystem::path temporary() const; // where it is being written

    Outcome write(std::string_view bytes); // error file.unwritable
    Outcome settle(); // onto the disk, and its descriptor closed: for many files that appear together
    Outcome commit(); // settle(), then rename; error file.unwritable

private:
    NewFile(std::filesystem::path path, void* place, int descriptor);
    std::filesystem::path path_;
    void* place_ = nullptr; // in the list that the signal handler walks
    int descriptor_ = -1;
};

// All at once.
Outcome write_file(const std::filesystem::path& path, std::string_view bytes);

// Async-signal-safe: unlinks every NewFile not yet committed.
void remove_unfinished_files();

} // namespace temsao
