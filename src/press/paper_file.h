#pragma once
// Inside `press`: sheets for people (ticket, test sheet) as separate files.
#include "render/pdf.h"

namespace temsao::press {

// The format follows the file's name: .png, .svg, else PDF. Errors of render and write_file.
Result<std::string> paper_bytes(const std::shared_ptr<const label::Drawing>& drawing,
                                const std::filesystem::path& out,
                                Resolution resolution,
                                const render::DocumentFacts& facts,
                                const render::FontBook& fonts);

} // namespace temsao::press
