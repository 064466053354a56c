#pragma once
// Products and refused rows as JSON: the members of `list show --json` and `list import --json`. Pure; any thread.
#include "catalog/import.h"
#include "job/json.h"

namespace temsao::office {

job::Json to_json(const catalog::Product& product, Date day); // with the certificate that counts on the day
job::Json to_json(const catalog::RefusedRow& refused, Lang lang);

} // namespace temsao::office
