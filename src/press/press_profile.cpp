#include "press/press_profile.h"

#include "system/file.h"

namespace temsao::press {

Result<render::OutputProfile> read_press_profile(const std::filesystem::path& file) {
    auto bytes = TRY(read_file(file, render::most_profile_bytes));
    return render::read_output_profile(std::move(bytes), file.string());
}

Result<render::PressLook> read_press_look(const std::filesystem::path& file) {
    return render::PressLook::open(TRY(read_press_profile(file)), file.string());
}

} // namespace temsao::press
