#pragma once
// Inside `app`: files -> what is seen in them, on every core. The dear half of a check: nothing here depends on the
// list or the day, so that it may be kept in a journal and a run that was interrupted goes on where it stopped.
#include "check/check_report.h"
#include "job/job.h"
#include "scan/read.h"

#include <mutex>
#include <unordered_map>

namespace temsao::bench {

struct LookPlan {
    scan::Effort effort = scan::Effort::normal;
    bool thumbnails = false; // for HTML reports
    bool crops = false;      // a picture of each symbol, for evidence
    bool print = false;      // words around each trace code
};

// A journal of files that were looked at: a line of JSON each, written when the file is done. A file counts as the same
// by path, size and time of change. A last line that was cut short is left aside.
class Journal {
public:
    // Goes on with the file, or begins it. Errors: journal.other {path} when it was begun by another version of temsao
    // or for other pictures, journal.form {path, line}, those of base/file.h.
    static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& path, const LookPlan& plan);
    ~Journal();

    std::optional<std::vector<check::CheckedFile>> find(const std::filesystem::path& file) const;
    // Any thread. A journal that cannot be written is not worth stopping for: the run goes on without it.
    void add(const std::filesystem::path& file, const std::vector<check::CheckedFile>& seen);

private:
    Journal() = default;
    int descriptor_ = -1;
    std::mutex writing_;
    std::unordered_map<std::string, std::string> done_; // by path, size and time: the line
};

// What each file shows, in the files' order; verdicts are still open. `journal` may be null.
std::vector<check::CheckedFile> look_at_all(const std::vector<std::filesystem::path>& files,
                                            const LookPlan& plan,
                                            Journal* journal,
                                            const Progress& progress);

} // namespace temsao::bench
