#pragma once
// Inside `press`: templates by their names.
#include "job/job.h"
#include "label/template.h"

namespace temsao::press {

inline constexpr std::uint64_t most_template_bytes = 256 * 1024;

// The folders of templates: the user's first, then ours.
std::vector<std::filesystem::path> template_folders(const job::Surroundings& around);

// The names of the SVG files in a folder of theirs, "." or "patterns"; sorted, each once.
Result<std::vector<std::string>> svg_names(const job::Surroundings& around, const std::string& folder);

// The file at this path in the first of these folders that has it.
Result<std::optional<std::filesystem::path>> find_svg(const job::Surroundings& around,
                                                      const std::filesystem::path& file);

// The names of all templates in these folders.
Result<std::vector<std::string>> template_names(const job::Surroundings& around);

// The template's file. Error template.missing.
Result<std::filesystem::path> find_template(const job::Surroundings& around, const std::string& name);

// Reads a template by its name in these folders, or from an SVG file. Error template.missing, those of read_file and
// label::parse_template.
Result<label::Template> load_template(const job::Surroundings& around, const std::string& name);

} // namespace temsao::press
