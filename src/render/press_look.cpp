#include "render/press_look.h"

#include <algorithm>
#include <lcms2.h>

namespace temsao::render {
namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};

using Profile = std::unique_ptr<void, CloseProfile>;

} // namespace

Result<PressLook> PressLook::open(const OutputProfile& profile, const std::string& file) {
    const auto damaged = [&] { return error(Cause::data, "icc.damaged", {file}); };
    const Profile press(
        cmsOpenProfileFromMem(profile.bytes.data(), static_cast<cmsUInt32Number>(profile.bytes.size())));
    const Profile screen(cmsCreate_sRGBProfile());
    if (!press || !screen) return damaged();
    std::shared_ptr<void> transform(cmsCreateTransform(press.get(),
                                                       TYPE_CMYK_DBL,
                                                       screen.get(),
                                                       TYPE_RGB_DBL,
                                                       INTENT_RELATIVE_COLORIMETRIC,
                                                       cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION),
                                    [](void* made) {
                                        if (made) cmsDeleteTransform(made);
                                    });
    if (!transform) return damaged();
    return PressLook(std::move(transform));
}

label::Ink PressLook::on_screen(const label::Ink& ink) const {
    if (ink.c == 0 && ink.m == 0 && ink.y == 0) return ink;
    const double inks[] = {ink.c, ink.m, ink.y, ink.k}; // percent, as lcms2 takes them
    double light[3] = {};
    cmsDoTransform(transform_.get(), inks, light, 1);
    const auto complement = [](double part) { return 100 * (1 - std::clamp(part, 0.0, 1.0)); };
    return {complement(light[0]), complement(light[1]), complement(light[2]), 0};
}

label::Drawing PressLook::on_screen(const label::Drawing& drawing) const {
    auto shown = drawing;
    for (auto& item : shown.items)
        std::visit(
            [&](auto& one) {
                if constexpr (requires { one.ink; }) one.ink = on_screen(one.ink);
            },
            item);
    return shown;
}

} // namespace temsao::render
