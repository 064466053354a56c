#pragma once
// Submissions: the logs of other machines that were handed in here, and what of this log was handed in elsewhere. Part
// of a Ledger, which outlives it: `ledger.submissions()`. Threads and errors: ledger.h.
#include "store/ledger.h"
#include "trace/submission.h"

#include <functional>
#include <map>

namespace temsao::store {

class Submissions {
public:
    // The logs of other machines, each a sequence of its own, without a clock between them.
    struct TakenLog {
        std::string verifier, producer; // the producer's name as the permit of the key says that signed
        std::int64_t size = 0;
        std::string root; // base64
        Date day;         // when it was taken last
    };

    struct Taking {
        std::int64_t before = 0, size = 0; // entries that were here before, and that are here now
    };

    // Compares the submission with what was taken before of the same log, keeps what is new and gives our log an entry,
    // in one step. An old submission changes nothing. Errors (Cause::refused): submission.gap {log, entries here, first
    // entry}; submission.fork {log, producer, entry}: the log's history is another than the one taken before;
    // submission.other_producer {log, producer, who}.
    Result<Taking> take(const trace::OpenedSubmission& opened, const std::string& producer, Date day);
    Result<std::vector<TakenLog>> taken_logs(); // by verifier
    Outcome each_taken_entry(const std::string& verifier, const std::function<void(const std::string& entry)>& take);

    // This log's entries since those that were handed in last, or all; with the proof. Error log.empty.
    Result<trace::Submission> entries_to_submit(bool all, Date day);
    Outcome note_submitted(const trace::Submission& submission); // its file is written

private:
    friend class Ledger;

    explicit Submissions(Ledger& ledger) : ledger_(&ledger) {}

    // Logs that are not as they were taken. `told`, by log: its newest entry in ours.
    Result<std::int64_t> inconsistent(std::map<std::string, std::string> told);

    Ledger* ledger_;
};

} // namespace temsao::store
