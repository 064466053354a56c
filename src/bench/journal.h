#pragma once
// Inside `bench`: the journal of the files that were read, so that an interrupted check goes on where it stopped: one
// line of JSON each, written when the file is done. Files are identified by path, size and time of change. An
// incomplete last line is ignored.
#include "base/thread_annotations.h"
#include "bench/look.h"

#include <unordered_map>

namespace temsao::bench {

class Journal {
public:
    // Continues the file, or creates it. Errors: journal.other {path} when another version of temsao wrote it, or it is
    // for other pictures, journal.form {path, line}, those of system/file.h.
    static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& path, const LookPlan& plan);
    ~Journal();

    std::optional<std::vector<check::CheckedFile>> find(const std::filesystem::path& file) const;
    // Any thread. If the journal cannot be written, the run continues without it.
    void add(const std::filesystem::path& file, const std::vector<check::CheckedFile>& seen);

private:
    using Lines = std::unordered_map<std::string, std::string>;

    Journal(int descriptor, Lines done) : descriptor_(descriptor), done_(std::move(done)) {}

    Mutex writing_;
    int descriptor_ GUARDED_BY(writing_) = -1; // -1: it cannot be written
    const Lines done_;                         // by path, size and time: the line
};

} // namespace temsao::bench
