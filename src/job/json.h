#pragma once
// JSON out and in: documents as text, and the one reader of documents from outside. In what is written, a text that is
// not UTF-8 gets U+FFFD. What a noun looks like as JSON stands beside the noun, in a to_json of its own.
#include "base/finding.h"
#include "base/result.h"

#include <nlohmann/json.hpp>

namespace temsao::job {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json);

// What a document from outside may hold. Copying and writing a document calls itself for each level, and an object is
// searched from its start for each new member, so both are counted before anything is built.
struct JsonLimits {
    std::size_t bytes = 64U << 20;
    int depth = 32;               // nothing that we write nests deeper than ten
    std::size_t members = 10'000; // of one object
    std::size_t values = 2'000'000;
};

// The one reader of JSON from outside: files, HTTP bodies, journals, the output of our own program on a stranger's
// photo. Errors (Cause::data): json.form where the text is not JSON; json.bytes, json.depth, json.members, json.values
// {most} where it is over a limit. Any thread.
Result<Json> read_json(std::string_view text, const JsonLimits& limits = {});

// What this program keeps for itself as an object (a run's wish, an answer); an empty object when it cannot be read.
Json read_object(std::string_view text);

// As read_json, into a document whose members are sorted by name, for objects with very many members.
Result<nlohmann::json> read_sorted_json(std::string_view text, const JsonLimits& limits = {});

Json to_json(const Finding& finding, Lang lang);

// {"error": {"cause": …, "id": …, "message": …}}: what --json prints when a job could not be done.
std::string error_json(const Error& why, Lang lang);

} // namespace temsao::job
