#pragma once
// Every command and every option, in one table (*_options.cpp). The command line, --help, the completions, the man
// page, the JSON that the server takes, and openapi.json come from here.
#include "base/message.h"

namespace temsao::app {

// What an option's value is: how the command line reads it, what a shell completes, and its type in JSON.
enum class Kind {
    flag,    // given or not;                               JSON: true or false
    text,    //                                             JSON: a string
    choice,  // one of the words in `choices`;              JSON: a string
    number,  // a whole number;                             JSON: an integer
    amount,  // a number or a word for one: 12, next, 10%;  JSON: a string or an integer
    lengths, // lengths in mm, one text with blanks;        JSON: an array of numbers
    date,    // 2026-11-24 or 24/11/2026;                   JSON: a string
    file,    // a file or a folder to read or write;        the server offers none
    texts,   // one text after the other;                   JSON: an array of strings
    files,   // one file or folder after the other;         the server offers none
};

enum class Place { named, positional }; // --name VALUE, or VALUE in its turn

enum class Need { optional, required };

struct Option {
    std::string_view name; // without dashes
    Kind kind;
    Place place;
    Need need;
    std::string_view shown; // what help shows for the value: FILE, N, DATE
    std::string_view vi, en;
    std::string_view choices = {}; // with a blank between two: "plain signed till"
};

struct Job {
    std::string_view name; // "list import"
    std::string_view vi, en;
    std::string_view example;
    std::vector<Option> options;
};

// All commands, in the order of help. Any thread, as all of this header.
const std::vector<Job>& jobs();

// The options that every command has: language, data directory, help …
const std::vector<Option>& global_options();

// Nothing when the table does not know it.
const Job* find_job(std::string_view name);
const Option* find_option(std::string_view job, std::string_view option);

// What the commands have in common that begin like this one: "list import" -> "The product list".
std::string_view group_words(std::string_view job, Lang lang);

// The words of `choices`, one by one.
std::vector<std::string_view> choices_of(const Option& option);

std::string_view words_of(const Option& option, Lang lang);
std::string_view words_of(const Job& job, Lang lang);

} // namespace temsao::app
