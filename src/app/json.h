#pragma once
// JSON out and in: reports as documents, and the only reader of documents from outside. Bytes that are not valid UTF-8
// are written as U+FFFD.
#include "base/result.h"
#include "catalog/import.h"
#include "scan/read.h"
#include "verify/judge.h"

#include <nlohmann/json.hpp>

namespace temsao::app {

using Json = nlohmann::ordered_json;

Json to_json(const std::array<scan::Point, 4>& corners);
Json to_json(const scan::Ean13& ean13);
std::string dump(const Json& json);

// Limits of a document from outside. Copying and writing a document is recursive, and each new member of an object is
// compared with all members before it, so levels and members are counted before anything is built.
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

// An object that this program stored for itself (a run's request, an answer); an empty object when it cannot be read.
Json read_object(std::string_view text);

// Like read_json, but the document's members are sorted by name, for objects with very many members.
Result<nlohmann::json> read_sorted_json(std::string_view text, const JsonLimits& limits = {});

Json to_json(const Finding& finding, Lang lang);
Json to_json(const catalog::Product& product, Date day);
Json to_json(const scan::Reading& reading, const verify::Claim& claim, const verify::Verdict& verdict, Lang lang);
Json to_json(const catalog::RefusedRow& refused, Lang lang);

} // namespace temsao::app
