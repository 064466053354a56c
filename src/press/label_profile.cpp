#include "press/label_profile.h"

#include "office/key_folder.h"
#include "office/trusted_list.h"

namespace temsao::press {

Result<LabelProfile> read_profile(const job::Request& request, const job::Surroundings& around) {
    const auto kind = request.has("profile") ? request.text("profile") : "plain";
    if (kind != "plain" && kind != "signed" && kind != "till") return error(Cause::usage, "option.profile", {kind});
    const bool is_signed = kind == "signed";
    if (is_signed && !request.has("key")) return error(Cause::usage, "profile.key_needed");
    if (!is_signed && request.has("key")) return error(Cause::usage, "profile.key_unused");
    LabelProfile profile;
    if (kind == "till") profile.modules = label::till_modules;
    if (!is_signed) return profile;
    auto trusted = TRY(office::load_trusted(around.home));
    if (trusted) profile.keys = std::make_shared<const trace::KeyRing>(std::move(trusted->keys));
    auto key = TRY(office::KeyFolder(around.home).unlock(request.text("key"), request, around));
    profile.key = std::make_shared<const trace::SecretKey>(std::move(key));
    return profile;
}

Result<std::string> code_text(const LabelProfile& profile, trace::TraceCode code, int stars, Date made) {
    if (!profile.key) return trace::make_uri(code);
    code.made = made;
    if (profile.keys)
        if (const auto why = trace::why_not_believed(profile.key->public_key(), code.key(), made, *profile.keys))
            return Error{Cause::refused, why->message()};
    return trace::make_signed_uri(std::move(code), stars, *profile.key);
}

} // namespace temsao::press
