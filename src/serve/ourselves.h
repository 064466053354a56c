#pragma once
// The command line run by the server, for whatever reads files of strangers: in a process of its own with limits, so
// that a decoder's crash or hang is one request's trouble; and what it prints is, to the letter, what people get who
// type the command.
#include "serve/route.h"

namespace temsao::serve {

// `temsao --home HOME --lang LANG --json --quiet WORDS…` in `folder`: its document. Errors: check.no_process,
// check.photo_failed where it crashed, hung or said nothing sensible; its own error as the document tells it.
Result<std::string> run_ourselves(const Call& call,
                                  const std::filesystem::path& home,
                                  const std::vector<std::string>& words,
                                  const std::filesystem::path& folder);

// A folder below uploads/ that goes with its content.
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
