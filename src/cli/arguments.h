#pragma once
// The command line as the table of options has it: arguments -> a request. Called once, by the main thread.
#include "base/result.h"
#include "job/job.h"

namespace temsao::cli {

struct Arguments {
    job::Request request = {};
    std::string home = {}; // empty: not given
    bool json = false, quiet = false;
    std::string printed = {}; // what --help, --version, --completion or --man print; there is nothing else to do then
};

// What must be known also when the rest is not understood: in which language to answer, and whether as JSON.
struct FirstLook {
    Lang lang;
    bool json = false;
};

FirstLook first_look(int count, const char* const* arguments, Lang otherwise);

// Errors cli.*, in the words of the table. Help and messages of the parser are in `lang`.
Result<Arguments> read_arguments(int count, const char* const* arguments, Lang lang);

} // namespace temsao::cli
