#pragma once
// LogMark: how far a print log had come, as a signed list says it: the office's machine writes it when it publishes.
// A data directory that was restored from before knows by it that its print log went on elsewhere.
//
// It stands in the trusted comment of the bundle's signature, so the root key signs it and a reader that does not know
// it passes over it:
//
//     temsao bundle 7 log ocop-log/042318777+c74f20a3+AQ… 1000 3QmwbQ…=
//
// Pure; any thread.
#include "trace/merkle.h"

#include <optional>

namespace temsao::trace {

struct LogMark {
    std::string verifier; // name and key of the log: NoteVerifier::text()
    std::int64_t size = 0;
    merkle::Hash root = {}; // of its first `size` entries
    friend bool operator==(const LogMark&, const LogMark&) = default;
};

std::string with_mark(std::string comment, const std::optional<LogMark>& mark);

std::optional<LogMark> mark_in(std::string_view trusted_comment); // empty when there is none, or not in this form

} // namespace temsao::trace
