#pragma once
// Cosignatures of witnesses on a log's checkpoint (c2sp.org/tlog-cosignature, version v1: Ed25519, signature type
// 0x04), and the policy that says whose are needed (a part of c2sp.org/tlog-policy). A witness signs that, at the time
// it says, this was the longest history of the log that it had seen, and that it grew out of all that it saw before. So
// a log cannot show one history here and another there, unless as many witnesses as a policy asks for help it.
//
// Pure; any thread. Times are seconds since 1970.
#include "trace/note.h"

namespace temsao::trace {

struct Witness {
    std::string name; // no space, no plus sign
    PublicKey key;

    // NAME+0a1b2c3d+base64, as witnesses print it. Error witness.key {text} (Cause::usage).
    static Result<Witness> parse(std::string_view text);
    std::string text() const;
    friend bool operator==(const Witness&, const Witness&) = default;
};

// The signature line, with its newline, on a checkpoint's text; `time` is 0 or later (ENSURE).
std::string cosign(std::string_view checkpoint_text, const std::string& name, const SecretKey& key, std::int64_t time);

struct Cosignature {
    std::string line; // with its newline
    std::int64_t time = 0;
};

// The witness's newest good cosignature on this note, which may have signatures of others; empty when there is none.
// One that does not verify counts as none. The note's own signature is the caller's to check.
std::optional<Cosignature> cosignature_on(std::string_view note, const Witness& witness);

// The note with those of `lines` (what witnesses answered) that are good cosignatures of `witness`; empty when none is.
std::optional<std::string> with_cosignature(const std::string& note, std::string_view lines, const Witness& witness);

inline constexpr std::size_t most_witnesses = 32;

// Whose cosignatures a checkpoint needs.
struct WitnessPolicy {
    struct Member {
        Witness witness;
        std::string url = {}; // where it answers; empty: not told
        friend bool operator==(const Member&, const Member&) = default;
    };

    std::optional<NoteVerifier> log = {}; // the one log that it is about; empty: any
    std::vector<Member> members;          // by name; no name and no key twice; at most most_witnesses
    int needed = 0;                       // 0 … members
};

// The names of those members whose good cosignature is on the note.
std::vector<std::string> cosigners(std::string_view note, const WitnessPolicy& policy);

// Error (Cause::refused) witness.too_few {how many, needed, of how many, names of the others}.
Outcome meets(std::string_view note, const WitnessPolicy& policy);

// Lines `log`, `witness`, `group` and `quorum`, as C2SP writes a policy; the same bytes each time.
std::string write_policy(const WitnessPolicy& policy);
// Reads only what was written so; empty for anything else.
std::optional<WitnessPolicy> read_policy(std::string_view text);

} // namespace temsao::trace
