#pragma once
// Submission: what a producer's machine hands to the office: the entries of its print log since the last time, with the
// log's signed checkpoint and the proof that it still begins as before, signed by the producer's certified key. One
// file, trace/FORMAT.md, section 8. Pure; any thread.
#include "base/date.h"
#include "trace/entry_bundle.h"
#include "trace/note.h"

namespace temsao::trace {

struct Submission {
    NoteVerifier log;      // whose entries these are
    std::int64_t from = 0; // entries before this one were handed in before
    Date day;
    merkle::Path path;                // that the first `from` entries are a beginning of the checkpoint's
    std::string checkpoint;           // signed by the log
    std::vector<std::string> entries; // from, from + 1 … to the checkpoint's size
};

inline constexpr std::size_t most_submitted = 2'000'000;     // entries
inline constexpr std::size_t largest_submission = 512 << 20; // bytes, also of the entries unpacked

// Errors: submission.too_many {most} (Cause::usage): too many entries, or too many bytes.
Result<std::string> write_submission(const Submission& submission, const SecretKey& key);

// Who signed, and what it says: all of it is checked but who may sign, and what was taken before.
struct OpenedSubmission {
    Submission submission;
    Checkpoint checkpoint;
    PublicKey signer;
};

// Errors (Cause::data): submission.form; those of open_note and open_checkpoint; submission.damaged: the entries are
// not those that were signed, or not as many as the checkpoint has.
Result<OpenedSubmission> read_submission(std::string_view file);

} // namespace temsao::trace
