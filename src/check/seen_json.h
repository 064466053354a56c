#pragma once
// What was seen of a label, as JSON and back: the expensive half of a check, kept in a journal on a computer and in the
// page on a phone, to be judged against any list, for any day. Both directions take any text from outside. Any thread.
#include "check/check_report.h"

namespace temsao::check {

// Not the verdict; a crop only where there is one.
job::Json seen_json(const CheckedLabel& label);

// The claim is made from it as when the label was looked at. Empty for anything that seen_json does not write.
std::optional<CheckedLabel> read_seen(const job::Json& json);

} // namespace temsao::check
