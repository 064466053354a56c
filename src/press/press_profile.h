#pragma once
// Inside `press`: the print shop's colour profile, as --icc names it.
#include "render/icc.h"

#include <filesystem>

namespace temsao::press {

// Errors: those of read_file and render::read_output_profile.
Result<render::OutputProfile> read_press_profile(const std::filesystem::path& file);

} // namespace temsao::press
