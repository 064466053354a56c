#pragma once
// Inside `press`: the print shop's colour profile, as --icc names it.
#include "render/press_look.h"

#include <filesystem>

namespace temsao::press {

// Errors: those of read_file and render::read_output_profile.
Result<render::OutputProfile> read_press_profile(const std::filesystem::path& file);

// How labels look through it. Errors: those above and of PressLook::open.
Result<render::PressLook> read_press_look(const std::filesystem::path& file);

} // namespace temsao::press
