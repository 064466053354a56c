#pragma once
// What was read from a photo, and the verdict on it, as JSON: the members of `verify --json`. Pure; any thread.
#include "job/json.h"
#include "photo/reading.h"
#include "verify/judge.h"

namespace temsao::check {

job::Json to_json(const std::array<photo::Point, 4>& corners); // [[x, y], …] in pixels
job::Json to_json(const photo::Ean13& ean13);

// The members of a label, but for its badge, into an object that is open.
void write_members(job::JsonText& out,
                   const photo::Reading& reading,
                   const verify::Claim& claim,
                   const verify::Verdict& verdict,
                   Lang lang);

} // namespace temsao::check
