#pragma once
// Reading and writing whole files. The size is checked before reading; writing goes to a temporary name in the same
// folder and is renamed into place, so that neither a reader, Ctrl-C nor a full disk ever sees half a file. File and
// folder are synced to the disk. A file that others rely on and that is read before it is written changes by
// record_file.h. Any thread and any process.
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace temsao {

// How a file's name ends, in small letters: ".pdf" of "NHAN.PDF". Empty when it has no ending.
std::string ending_of(const std::filesystem::path& path);

// The whole file. Errors: file.missing, file.is_folder, file.too_large (more than `limit_bytes`), file.unreadable.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes);

// Is there anything under this name? False only when the system says that there is nothing: a folder that may not be
// entered, a link that leads nowhere or a file where a folder should be tells nothing. Error file.unreadable {path,
// why} (Cause::io).
Result<bool> is_there(const std::filesystem::path& path);

// The whole file, or nothing when there is none; for files that are missing until they are first written. Errors: those
// of is_there and read_file.
Result<std::optional<std::string>> read_if_there(const std::filesystem::path& path, std::uint64_t limit_bytes);

// A file being written; it appears under its name only by commit(). A link stays a link, and what it names is written;
// a link that somebody else made is refused. A printer, a pipe or another device is not replaced: it is opened
// by create(), which fails where nobody reads a pipe, and commit() sends it all that was written. If the object is
// destroyed before that, nothing is left behind. SIGINT and SIGTERM also remove it (the door's handler calls
// remove_unfinished_files()).
class NewFile {
public:
    // Also removes what killed runs left in that folder (folder.h), once for each folder. Errors: file.folder_missing,
    // file.unwritable, file.foreign_link; file.dash for "-", by which other programs mean standard output.
    static Result<NewFile> create(const std::filesystem::path& path);
    NewFile(NewFile&&) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    std::filesystem::path temporary() const; // where it is being written

    Outcome make_private();                // mode 0600 in place of 0644; error file.unwritable
    Outcome write(std::string_view bytes); // error file.unwritable
    Outcome settle(); // syncs to the disk and closes the descriptor: for many files that appear together
    Outcome commit(); // settle(), rename, sync the folder; errors file.unwritable, file.not_synced

private:
    friend Outcome commit_together(std::span<NewFile* const> files);
    Outcome rename();
    Outcome send();

    NewFile(std::filesystem::path path, void* place, int descriptor, int device);
    std::filesystem::path path_;
    void* place_ = nullptr; // its place in the list that the signal handler walks
    int descriptor_ = -1;
    int device_ = -1; // or a pipe: where all goes at last
};

// Settles all files first, then renames them into place one after the other, in this order, and syncs each folder once.
// A crash between two renames leaves the earlier ones renamed. Errors: those of commit().
Outcome commit_together(std::span<NewFile* const> files);

// Writes the whole file: create, write, commit.
Outcome write_file(const std::filesystem::path& path, std::string_view bytes);

// Async-signal-safe: unlinks every NewFile that is not committed yet. Only to end the program: no file can be made
// afterwards.
void remove_unfinished_files();

} // namespace temsao
