#pragma once
// The entrance for all doors: a request names a job and its options; the report has text for people, JSON for programs,
// and the exit status. Command line and server fill in the same request; one table lists all jobs and their options
// (app/options.h). Values: a Request and a Report belong to one thread at a time, and any number of jobs run at once,
// each on a thread of its own. A job that works with several threads calls the functions of Surroundings from the one
// that runs it only.
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
    std::map<std::string, std::vector<std::string>> options; // by name, without dashes

    bool has(const std::string& name) const { return options.contains(name); }

    const std::string& text(const std::string& name) const; // empty when absent
};

// What a job may use of the outside world: handed in, so that a job is repeatable.
struct Surroundings {
    std::filesystem::path home;  // the data directory
    std::filesystem::path share; // where fonts/ and templates/ are
    Lang lang = Lang::en;
    Date today;
    std::string time = {}; // of the day, "10:32"; may be empty
    Progress progress;     // may be empty
    // While a printer prints (true), Ctrl-C makes is_cancelled true; else (false) it ends the program at once.
    std::function<void(bool)> stops_gently = {};
    std::function<bool()> is_cancelled = {}; // polled by long jobs, which end with job.cancelled when it is true
    unsigned workers = 1;                    // threads that a job may use; results do not depend on the number
    bool wants_json = true;                  // false: the report's JSON is not read; a job may leave out long parts
    std::string printers_of = {};            // whose printers are used before the machine's: a producer, or empty
    // For jobs that work line by line, `trace parse -`. `input` gives lines; `output` receives each result line and
    // returns false once the reader has gone, and the job should stop. Other jobs ignore both.
    std::istream* input = nullptr;
    std::function<bool(std::string_view)> output = {};
    // Asks a person for a password: shows `words` and returns what was typed, without echo; a new one is typed twice
    // and must agree. Empty when there is nobody to ask, or nothing was typed. The function may be empty.
    std::function<std::optional<std::string>(const std::string& words, bool is_new)> ask_secret = {};
};

struct Report {
    int exit_status = 0;
    std::string words;                // for stdout without --json; ends with a newline unless empty
    Json json;                        // one document, or with `trace parse -` one per line
    std::vector<std::string> remarks; // for stderr, one line each
};

// Appends the first twenty of `more` to `lines`, and for the others one line by the sentence `rest` {how many}.
void append_first(std::vector<std::string>& lines, const std::vector<std::string>& more, const char* rest, Lang lang);

} // namespace temsao::job
