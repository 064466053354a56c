#pragma once
// Reports as JSON, in product.md's words. The one user of nlohmann-json; texts that are no UTF-8 get U+FFFD.
#include "catalog/import.h"
#include "scan/read.h"
#include "verify/judge.h"

#include <nlohmann/json.hpp>

namespace temsao::app {

using Json = nlohmann::ordered_json;

Json to_json(const std::array<scan::Point, 4>& corners);
Json to_json(const scan::Ean13& ean13);
std::string dump(const Json& json);

// A document from outside; nothing when it is none, or nests so deep that copying or writing it, which calls itself,
// could use up the stack. Nothing that we write nests deeper than ten.
std::optional<Json> read_json(std::string_view text);

Json to_json(const Finding& finding, Lang lang);
Json to_json(const catalog::Product& product, Date day);
Json to_json(const scan::Reading& reading, const verify::Claim& claim, const verify::Verdict& verdict, Lang lang);
Json to_json(const catalog::RefusedRow& refused, Lang lang);

} // namespace temsao::app
