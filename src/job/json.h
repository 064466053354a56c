#pragma once
// JSON out and in: documents as text, and the only reader of documents from outside. Bytes that are not valid UTF-8 are
// written as U+FFFD. How a noun is written as JSON stands beside the noun, in a to_json of its own.
#include "base/finding.h"
#include "base/result.h"
#include "job/json_text.h"

#include <nlohmann/json.hpp>

namespace temsao::job {

using Json = nlohmann::ordered_json;

// One line, with its newline.
std::string dump(const Json& json, Obeyed obeyed = Obeyed::escaped);

// The document of a text that this program has just written (JsonText). Never for a text from outside.
Json read_own(std::string_view text);

// Limits of a document from outside. Copying and writing a document is recursive, and each new member of an object is
// compared with all members before it; so levels, members and values are counted as they are read, and the first one
// too many ends the reading.
struct JsonLimits {
    std::size_t bytes = 64U << 20;
    int depth = 32;               // nothing that we write is nested deeper than ten
    std::size_t members = 10'000; // of one object
    std::size_t values = 2'000'000;
};

// The only reader of JSON from outside: files, HTTP bodies, journals, the output of our own program on a stranger's
// photo. Errors (Cause::data): json.form when the text is not JSON; json.bytes, json.depth, json.members, json.values
// {most} when it exceeds a limit. Any thread.
Result<Json> read_json(std::string_view text, const JsonLimits& limits = {});

// Like read_json, but empty when the text is not JSON: its errors are those of the limits.
Result<std::optional<Json>> read_json_if_any(std::string_view text, const JsonLimits& limits = {});

// An object that this program stored for itself (a run's request, an answer); an empty object when it cannot be read.
Json read_object(std::string_view text);

// Like read_json, but the document's members are sorted by name, for objects with very many members.
Result<nlohmann::json> read_sorted_json(std::string_view text, const JsonLimits& limits = {});

Json to_json(const Finding& finding, Lang lang);

// {"error": {"cause": …, "id": …, "message": …}}: what --json prints when a job could not be done.
std::string error_json(const Error& why, Lang lang);

} // namespace temsao::job
