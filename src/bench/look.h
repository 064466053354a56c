#pragma once
// Inside `bench`: files -> what is seen in them, on all cores. The expensive half of a check: reading the photos.
// Nothing here depends on the list or the day, so results can be kept in a journal, and an interrupted run continues
// where it stopped.
#include "check/check_report.h"
#include "job/job.h"
#include "scan/read.h"

namespace temsao::bench {

class Journal;

struct LookPlan {
    scan::Effort effort = scan::Effort::normal;
    bool thumbnails = false; // for HTML reports
    bool crops = false;      // a picture of each symbol, for evidence
    bool print = false;      // words around each trace code
};

// What each file shows, in the order of the files, without verdicts. `journal` (journal.h) may be null.
std::vector<check::CheckedFile> look_at_all(const std::vector<std::filesystem::path>& files,
                                            const LookPlan& plan,
                                            Journal* journal,
                                            const Progress& progress);

} // namespace temsao::bench
