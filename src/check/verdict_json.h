#pragma once
// What was read from a photo, and the verdict on it, as JSON: the members of `verify --json`. Pure; any thread.
#include "job/json.h"
#include "photo/reading.h"
#include "verify/judge.h"

namespace temsao::check {

// An empty object with room for so many members. Without it, an object that grows copies all that it holds already,
// whole lists of labels included, since its members' names are constant.
job::Json object_with_room(std::size_t members);

job::Json to_json(const std::array<photo::Point, 4>& corners); // [[x, y], …] in pixels
job::Json to_json(const photo::Ean13& ean13);
job::Json to_json(const photo::Reading& reading, const verify::Claim& claim, const verify::Verdict& verdict, Lang lang);

} // namespace temsao::check
