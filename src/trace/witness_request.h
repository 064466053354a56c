#pragma once
// What a log sends to a witness (c2sp.org/tlog-witness, add-checkpoint), and what a witness makes of it. Pure; any
// thread.
#include "trace/note.h"

namespace temsao::trace {

inline constexpr std::size_t most_request_bytes = 64 << 10;

struct WitnessRequest {
    std::int64_t old_size = 0; // of the checkpoint that the witness signed last, as the log believes
    merkle::Path proof;        // from there to the new checkpoint; at most 63 hashes
    std::string checkpoint;    // a signed note
};

std::string write_witness_request(const WitnessRequest& request);
std::optional<WitnessRequest> read_witness_request(std::string_view body); // empty when it is not in this form

// The first line of the checkpoint in a request: the log's name; empty when it has none.
std::string_view origin_of(std::string_view checkpoint);

// The longest history of a log that a witness signed; at first that of no entries.
struct SeenHistory {
    std::int64_t size = 0;
    merkle::Hash root = merkle::empty_root();
    friend bool operator==(const SeenHistory&, const SeenHistory&) = default;
};

enum class WitnessAnswer {
    cosign,     // 200
    malformed,  // 400: not in the form, or the old size is larger than the new one
    not_signed, // 403: not by the log's key
    conflict,   // 409: the witness's last size is another, or two roots of one size
    not_grown,  // 422: the proof does not lead from what was seen to the new root
};

struct WitnessJudgement {
    WitnessAnswer answer = WitnessAnswer::malformed;
    SeenHistory next = {}; // with cosign: what was seen then
    std::string text = {}; // with cosign: what to sign
};

WitnessJudgement judge_request(const WitnessRequest& request, const NoteVerifier& log, const SeenHistory& seen);

} // namespace temsao::trace
