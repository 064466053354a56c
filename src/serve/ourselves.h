#pragma once
// Runs our own command line from the server, for everything that reads strangers' files: in a separate process with
// limits, so that a crash or hang of a decoder affects one request only. The output is exactly what a person gets who
// types the command. Any thread; each call blocks until its process ended.
#include "serve/route.h"

namespace temsao::serve {

// What the command reads. A photo has 20 seconds; a list, which the office sends once a month, three minutes.
enum class Sent { photo, list };

// `temsao --home HOME --lang LANG --json --quiet WORDS…` in `folder`: its document. Errors: check.no_process (of a
// list: proposal.no_process); check.photo_failed (proposal.failed) when it crashed, hung or printed no valid document;
// the command's own error, from its document.
Result<std::string> run_ourselves(const Call& call,
                                  Sent sent,
                                  const std::filesystem::path& home,
                                  const std::vector<std::string>& words,
                                  const std::filesystem::path& folder);

// A folder below uploads/, deleted with its content.
class Scratch {
public:
    explicit Scratch(const Call& call);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace temsao::serve
