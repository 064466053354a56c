#include "press/templates.h"

#include "press/patterns.h"
#include "press/template_pictures.h"
#include "system/file.h"
#include "system/folder.h"

#include <algorithm>

namespace temsao::press {

std::vector<std::filesystem::path> template_folders(const job::Surroundings& around) {
    return {around.home / "templates", around.share / "templates"};
}

Result<std::vector<std::string>> template_names(const job::Surroundings& around) {
    std::vector<std::string> names;
    for (const auto& folder : template_folders(around))
        for (const auto& file : TRY(content_of(folder)))
            if (file.extension() == ".svg") names.push_back(file.stem().string());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Result<std::filesystem::path> find_template(const job::Surroundings& around, const std::string& name) {
    std::filesystem::path file;
    if (name.ends_with(".svg"))
        file = name;
    else if (name.find('/') == name.npos)
        for (const auto& folder : template_folders(around))
            if (file.empty() && TRY(is_there(folder / (name + ".svg")))) file = folder / (name + ".svg");
    if (file.empty()) return error(Cause::missing, "template.missing", {name});
    return file;
}

Result<label::Template> load_template(const job::Surroundings& around, const std::string& name) {
    const auto file = TRY(find_template(around, name));
    const auto svg = TRY(read_file(file, most_template_bytes));
    return label::parse_template(svg, file.stem().string(), pictures_beside(file), patterns_of(around));
}

} // namespace temsao::press
