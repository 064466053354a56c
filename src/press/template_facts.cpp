#include "press/template_facts.h"

#include "job/json.h"
#include "press/templates.h"

namespace temsao::press {

Result<std::vector<TemplateFacts>> template_facts(const job::Surroundings& around) {
    std::vector<TemplateFacts> all;
    for (auto& name : TRY(template_names(around))) {
        const auto design = TRY(load_template(around, name));
        all.push_back({std::move(name), design.title, design.size});
    }
    return all;
}

job::Json to_json(const TemplateFacts& facts) {
    return {{"name", facts.name},
            {"title", facts.title},
            {"width_mm", facts.size.width.value},
            {"height_mm", facts.size.height.value}};
}

} // namespace temsao::press
