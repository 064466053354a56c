#include "press/patterns.h"

#include "label/template.h"
#include "press/templates.h"
#include "system/file.h"
#include "trace/sodium.h"

namespace temsao::press {
namespace {

constexpr std::uint64_t most_pattern_bytes = 64 * 1024;
constexpr std::size_t longest_pattern_name = 40;

bool is_pattern_name(const std::string& name) {
    constexpr auto allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return !name.empty() && name.size() <= longest_pattern_name && name.find_first_not_of(allowed) == name.npos;
}

Result<std::string> all_names(const job::Surroundings& around) {
    std::string all;
    for (const auto& one : TRY(pattern_names(around)))
        all += (all.empty() ? "" : ", ") + one;
    return all.empty() ? "–" : all;
}

Result<std::optional<std::filesystem::path>> find_pattern(const job::Surroundings& around, const std::string& name) {
    if (!is_pattern_name(name)) return std::optional<std::filesystem::path>();
    return find_svg(around, std::filesystem::path("patterns") / (name + ".svg"));
}

Result<std::shared_ptr<const label::Pattern>> read_pattern(const std::filesystem::path& file) {
    const auto svg = TRY(read_file(file, most_pattern_bytes));
    auto pattern = TRY(label::parse_pattern(svg, file.stem().string()));
    pattern.id = trace::sodium::short_hash(svg);
    return std::make_shared<const label::Pattern>(std::move(pattern));
}

} // namespace

Result<std::vector<std::string>> pattern_names(const job::Surroundings& around) {
    auto names = TRY(svg_names(around, "patterns"));
    std::erase_if(names, [](const auto& name) { return !is_pattern_name(name); });
    return names;
}

Result<std::shared_ptr<const label::Pattern>> open_pattern(const job::Surroundings& around, const std::string& name) {
    const auto file = TRY(find_pattern(around, name));
    if (!file) return error(Cause::missing, "pattern.missing", {name, TRY(all_names(around))});
    return read_pattern(*file);
}

label::PatternLoader patterns_of(const job::Surroundings& around) {
    return [around](const std::string& name) -> Result<std::shared_ptr<const label::Pattern>> {
        const auto file = TRY(find_pattern(around, name));
        if (!file) return error(Cause::missing, "template.pattern_missing", {name, TRY(all_names(around))});
        return read_pattern(*file);
    };
}

} // namespace temsao::press
