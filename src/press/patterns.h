#pragma once
// Inside `press`: patterns by name. They are the files patterns/NAME.svg beside the templates, ours and the user's; one
// of the user's with our name replaces ours. Any thread.
#include "job/job.h"
#include "label/pattern.h"

namespace temsao::press {

Result<std::vector<std::string>> pattern_names(const job::Surroundings& around); // sorted

// Errors: pattern.missing {name, the names there are} (Cause::missing); those of read_file and parse_pattern.
Result<std::shared_ptr<const label::Pattern>> open_pattern(const job::Surroundings& around, const std::string& name);

// For templates. Errors: template.pattern_missing (Cause::missing; label/pattern.h); else as open_pattern.
label::PatternLoader patterns_of(const job::Surroundings& around);

} // namespace temsao::press
