#pragma once
// Every job and every option, in one table. Command-line flags, `--help` and the options that jobs read come from here.
#include "base/message.h"

namespace temsao::app {

enum class Kind { flag, text, whole_number, date, file, many }; // many: a list of texts, positional

struct Option {
    std::string_view name; // without dashes
    Kind kind;
    bool positional, required;
    std::string_view shown; // FILE, N, DATE
    std::string_view vi, en;
};

struct Job {
    std::string_view name; // "list import"
    std::string_view vi, en;
    std::string_view example;
    std::vector<Option> options;
};

const std::vector<Job>& jobs();

// A title for all commands with the same first word: "list import" -> "The product list".
std::string_view group_words(std::string_view job, Lang lang);

} // namespace temsao::app
