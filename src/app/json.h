#pragma once
// JSON out and in: reports as documents, and the one reader of documents from outside. In what is written, a text that
// is not UTF-8 gets U+FFFD.
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
Json to_json(const catalog::Product& product, Date day);
Json to_json(const scan::Reading& reading, const verify::Claim& claim, const verify::Verdict& verdict, Lang lang);
Json to_json(const catalog::RefusedRow& refused, Lang lang);

} // namespace temsao::app
