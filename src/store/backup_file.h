#pragma once
// A backup as one file: the files of a data directory one after the other, and the digest of them all.
//
//     temsao backup 1\n
//     file SIZE NAME\n        NAME is the path in the data directory, with / between folders
//     SIZE bytes, \n          and so on for each file, in the order of their names
//     end COUNT SHA256\n      how many files there were; the digest of every byte before this line, in hexadecimal
//
// Nothing follows. Files are read and written in parts, so their size does not matter. Any thread may use its own.
#include "system/file.h"
#include "trace/sodium.h"

#include <functional>

namespace temsao::store {

// Is it a path inside the data directory, and nothing else?
bool is_backup_name(const std::string& name);

class BackupWriter {
public:
    // Mode 0600, since it holds what the data directory holds. Errors: those of NewFile.
    static Result<BackupWriter> create(const std::filesystem::path& file);

    // Copies `from` as it is now. Errors: backup.name {name}, those of read_file and NewFile.
    Outcome add_file(const std::string& name, const std::filesystem::path& from);
    Outcome add(const std::string& name, std::string_view bytes);

    // Ends the file, reads it again as a restore would, and gives it its name. Returns its digest, hexadecimal. Errors:
    // those of NewFile and walk_backup.
    Result<std::string> finish();

    std::size_t files() const { return files_; }

private:
    explicit BackupWriter(NewFile file) : file_(std::move(file)), digest_(std::make_unique<trace::sodium::Sha256>()) {}

    Outcome begin(const std::string& name, std::uint64_t size);
    Outcome put(std::string_view bytes);

    NewFile file_;
    std::unique_ptr<trace::sodium::Sha256> digest_;
    std::size_t files_ = 0;
};

// What to do with a backup's files, in their order.
struct BackupVisitor {
    std::function<Outcome(const std::string& name, std::uint64_t size)> begin;
    std::function<Outcome(std::string_view bytes)> bytes;
    std::function<Outcome()> end;
};

// Reads the whole file and compares its digest, which it returns. With a visitor, hands over each file; call it without
// one first, since the digest stands at the end. Errors: those of read_file; backup.form {file} (Cause::data): no
// backup, cut short or damaged.
Result<std::string> walk_backup(const std::filesystem::path& file, const BackupVisitor* visitor = nullptr);

} // namespace temsao::store
