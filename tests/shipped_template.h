#pragma once
// The designs of templates/ with their patterns, for tests of folders that look for no files themselves. Any thread.
#include "label/template.h"
#include "system/file.h"

#include <filesystem>

namespace temsao::label::test {

// Errors: those of read_file and parse_template.
inline Result<Template> shipped_template(const std::string& name) {
    const auto folder = std::filesystem::path(TEMSAO_SOURCE_DIR) / "templates";
    const auto svg = TRY(read_file(folder / (name + ".svg"), 1 << 20));
    return parse_template(svg, name, {}, [&](const std::string& pattern) -> Result<std::shared_ptr<const Pattern>> {
        const auto tile = TRY(read_file(folder / "patterns" / (pattern + ".svg"), 1 << 16));
        return std::make_shared<const Pattern>(TRY(parse_pattern(tile, pattern)));
    });
}

} // namespace temsao::label::test
