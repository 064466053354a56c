#include "press/label_profile.h"

#include "office/trusted_list.h"

namespace temsao::press {

Result<LabelProfile> open_profile(const ProfileWish& wish, const job::Surroundings& around) {
    LabelProfile profile;
    if (wish.kind == ProfileWish::Kind::till) profile.modules = label::till_modules;
    if (wish.kind != ProfileWish::Kind::with_signature) return profile;
    auto trusted = TRY(office::load_trusted(around.home));
    if (trusted) profile.keys = std::make_shared<const trace::KeyRing>(std::move(trusted->keys));
    auto key = TRY(office::KeyFolder(around.home).unlock(wish.key, wish.passphrase, around.lang));
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
