#pragma once
// Inside `app`: files -> what is seen in them, on all cores. The expensive half of a check: reading the photos. Nothing
// here depends on the list or the day, so results can be kept in a journal, and an interrupted run continues where it
// stopped.
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

// A journal of the files read: one line of JSON each, written when the file is done. Files are identified by path, size
// and time of change. An incomplete last line is ignored.
class Journal {
public:
    // Continues the file, or creates it. Errors: journal.other {path} when another version of temsao wrote it, or it is
    // for other pictures, journal.form {path, line}, those of base/file.h.
    static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& path, const LookPlan& plan);
    ~Journal();

    std::optional<std::vector<check::CheckedFile>> find(const std::filesystem::path& file) const;
    // Any thread. If the journal cannot be written, the run continues without it.
    void add(const std::filesystem::path& file, const std::vector<check::CheckedFile>& seen);

private:
    Journal() = default;
    int descriptor_ = -1;
    std::mutex writing_;
    std::unordered_map<std::string, std::string> done_; // by path, size and time: the line
};

// What each file shows, in the order of the files, without verdicts. `journal` may be null.
std::vector<check::CheckedFile> look_at_all(const std::vector<std::filesystem::path>& files,
                                            const LookPlan& plan,
                                            Journal* journal,
                                            const Progress& progress);

} // namespace temsao::bench
