#pragma once
// Proofs about the log as files to hand on: that an entry is in it (c2sp.org/tlog-proof), and that an older checkpoint
// is a beginning of a newer one. With the log's key anybody can check both, without network and without the log. Pure;
// any thread.
#include "trace/note.h"

namespace temsao::trace {

inline constexpr std::size_t largest_proof = 256 << 10; // bytes

// A .tlog-proof file; its `extra` line carries the entry itself, since people want to read what was proved.
struct InclusionProof {
    std::string entry;
    std::int64_t index = 0;
    merkle::Path path;
    std::string checkpoint; // signed
};

std::string write_proof(const InclusionProof& proof);

// Our own format, since C2SP has none for this: "temsao consistency 1", one hash per line, an empty line, the older
// checkpoint, an empty line, the newer one.
struct ConsistencyProof {
    std::string older, newer; // signed checkpoints
    merkle::Path path;
};

std::string write_proof(const ConsistencyProof& proof);

// What a proof file proved.
struct Proved {
    std::string entry;      // empty: consistency
    std::int64_t index = 0; // of the entry
    std::int64_t older_size = 0;
    Checkpoint checkpoint; // the newer one
    std::string note;      // that checkpoint with its signatures, those of witnesses too
};

// Reads either kind; the first line tells which. Errors (Cause::data): proof.form; those of open_checkpoint; proof.bad:
// the hashes do not lead to the signed root.
Result<Proved> check_proof(std::string_view file, const NoteVerifier& verifier);

} // namespace temsao::trace
