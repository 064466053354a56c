#include "press/press_profile.h"

#include "system/file.h"

namespace temsao::press {

Result<render::OutputProfile> read_press_profile(const std::filesystem::path& file) {
    auto bytes = TRY(read_file(file, render::most_profile_bytes));
    return render::read_output_profile(std::move(bytes), file.string());
}

} // namespace temsao::press
