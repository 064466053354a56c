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

Result<std::vector<std::string>> svg_names(const job::Surroundings& around, const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& of_templates : template_folders(around))
        for (const auto& file : TRY(content_of(of_templates / folder)))
            if (file.extension() == ".svg") names.push_back(file.stem().string());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Result<std::optional<std::filesystem::path>> find_svg(const job::Surroundings& around,
                                                      const std::filesystem::path& file) {
    for (const auto& folder : template_folders(around))
        if (TRY(is_there(folder / file))) return std::optional(folder / file);
    return std::optional<std::filesystem::path>();
}

Result<std::vector<std::string>> template_names(const job::Surroundings& around) {
    return svg_names(around, ".");
}

Result<std::filesystem::path> find_template(const job::Surroundings& around, const std::string& name) {
    if (name.ends_with(".svg")) return std::filesystem::path(name);
    std::optional<std::filesystem::path> file;
    if (name.find('/') == name.npos) file = TRY(find_svg(around, name + ".svg"));
    if (!file) return error(Cause::missing, "template.missing", {name});
    return *std::move(file);
}

Result<label::Template> load_template(const job::Surroundings& around, const std::string& name) {
    const auto file = TRY(find_template(around, name));
    const auto svg = TRY(read_file(file, most_template_bytes));
    return label::parse_template(svg, file.stem().string(), pictures_beside(file), patterns_of(around));
}

} // namespace temsao::press
