#pragma once
// The hall's entrance: a request names a job and its options; the report has words for people, JSON for programs, and
// the exit status. Command line and server fill in the same request; what a job can do, and how it is asked for, stands
// in one table (options.h).
#include "base/date.h"
#include "base/progress.h"
#include "job/json.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>

namespace temsao::job {

// The programme's own host, used when none is given.
inline constexpr auto default_host = "id.ocop.vn";

struct Request {
    std::string job;                                         // "list import"
    std::map<std::string, std::vector<std::string>> options; // by name without dashes; positional ones by theirs

    bool has(const std::string& name) const { return options.contains(name); }

    const std::string& text(const std::string& name) const; // empty when absent
};

// What a job may use of the world: handed in, so that a job is repeatable.
struct Surroundings {
    std::filesystem::path home;  // the data directory
    std::filesystem::path share; // where fonts/ and templates/ are
    Lang lang = Lang::en;
    Date today;
    Progress progress;                       // may be empty
    std::function<bool()> is_cancelled = {}; // asked now and then by long jobs, which then end with job.cancelled
    unsigned workers = 1;                    // threads that a job may use; its results do not depend on them
    bool wants_json = true;                  // false: nobody reads the report's JSON; a job may leave out what is long
    // For jobs that work line by line, `trace parse -`: where lines come from, and who takes what is made of them; it
    // says false when nobody does any more. Other jobs leave both alone.
    std::istream* input = nullptr;
    std::function<bool(std::string_view)> output = {};
    // A passphrase, which only a person knows: shows `words` and gives what was typed, unseen; a new one is typed twice
    // and must agree. Nothing when there is nobody to ask, or they would not tell. May be empty.
    std::function<std::optional<std::string>(const std::string& words, bool is_new)> ask_secret = {};
};

struct Report {
    int exit_status = 0;
    std::string words;                // for stdout without --json; ends with a newline unless empty
    Json json;                        // one document; null when there is none, as after `trace parse -`
    std::vector<std::string> remarks; // for stderr, a line each
};

} // namespace temsao::job
