#pragma once
// Inside `office`: a copy of a print log as files of C2SP tlog-tiles, in a folder or at an address (http:// or
// https://), such as `log export` writes and any web server hands out. Any thread.
#include "trace/note.h"

namespace temsao::office {

bool is_copy_of_log(const std::string& place); // an address, or a folder

struct CopyOfLog {
    trace::Checkpoint head;
    std::string note; // the signed checkpoint
};

// Reads every entry and every tile, and compares them with the signed root. Errors: those of read_file and http::fetch;
// those of open_checkpoint; log.copy_broken {place, file} (Cause::data). Memory does not grow with the log.
Result<CopyOfLog> read_copy(const std::string& place, const trace::NoteVerifier& verifier);

} // namespace temsao::office
