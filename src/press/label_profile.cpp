#include "press/label_profile.h"

#include "office/permits.h"

namespace temsao::press {

Result<LabelProfile> open_profile(const ProfileWish& wish, const job::Surroundings& around) {
    LabelProfile profile;
    if (wish.kind == ProfileWish::Kind::till) profile.modules = label::till_modules;
    if (auto permits = TRY(office::known_permits(around.home)); !permits.certificates().empty())
        profile.keys = std::make_shared<const trace::KeyRing>(std::move(permits));
    if (wish.kind != ProfileWish::Kind::with_signature) return profile;
    auto key = TRY(office::KeyFolder(around.home).unlock(wish.key, wish.passphrase, around.lang));
    profile.key = std::make_shared<const trace::SecretKey>(std::move(key));
    return profile;
}

namespace {

Result<std::string> plain_text(const LabelProfile& profile, const CodeGoods& goods) {
    auto code = goods.code;
    if (profile.keys) {
        const auto since = office::sealed_since(*profile.keys, code.key(), goods.producer);
        if (since && *since <= goods.made)
            return error(Cause::refused, "profile.seal_needed", {goods.producer, since->vietnamese()});
        if (since) code.made = goods.made;
    }
    return trace::make_uri(code);
}

} // namespace

Result<std::string> code_text(const LabelProfile& profile, const CodeGoods& goods) {
    if (!profile.key) return plain_text(profile, goods);
    auto code = goods.code;
    code.made = goods.made;
    if (profile.keys)
        if (const auto why = trace::why_not_believed(profile.key->public_key(), code.key(), goods.made, *profile.keys))
            return Error{Cause::refused, why->message()};
    return trace::make_signed_uri(std::move(code), goods.stars, *profile.key);
}

} // namespace temsao::press
