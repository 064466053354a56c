#pragma once
// The templates there are, as the command line and the server list them. Values; any thread; files are read whole.
#include "base/units.h"
#include "job/job.h"

namespace temsao::press {

struct TemplateFacts {
    std::string name, title;
    SizeMm size;
};

// The user's and ours, by name. Errors: those of load_template (press/templates.h).
Result<std::vector<TemplateFacts>> template_facts(const job::Surroundings& around);

// {"name", "title", "width_mm", "height_mm"}
job::Json to_json(const TemplateFacts& facts);

} // namespace temsao::press
