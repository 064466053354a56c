#pragma once
// Inside `press`: what kind of code a run of labels carries.
//   plain   unsigned                                  what every phone and till reads, as small as it gets
//   signed  with a producer's key (--key NAME)        needs a serial number or a lot
//   till    unsigned, modules of 0.396 to 0.990 mm    for supermarkets
#include "label/fill.h"
#include "office/key_folder.h"
#include "trace/signed_code.h"

namespace temsao::press {

struct LabelProfile {
    std::shared_ptr<const trace::SecretKey> key = {}; // signed
    std::shared_ptr<const trace::KeyRing> keys = {};  // permits known on this machine; null: none
    label::ModuleRange modules = {};
};

// --profile and --key.
struct ProfileWish {
    enum class Kind { plain, with_signature, till };

    Kind kind = Kind::plain;
    std::string key = {}; // its name; with a signature only
    office::PassphraseSource passphrase = {};
};

// Unlocks the key and reads the permits. Errors: those of KeyFolder::unlock and office::known_permits.
Result<LabelProfile> open_profile(const ProfileWish& wish, const job::Surroundings& around);

// What a symbol is to say of the goods.
struct CodeGoods {
    trace::TraceCode code; // without a production date: a plain code has none, a seal contains it
    std::string producer;
    int stars = 0;
    Date made;
};

// The symbol's text. A plain code of a producer whose goods carry a seal from a later day on has its production date,
// so that nobody asks for the seal. Errors: those of trace::make_uri and make_signed_uri; SIG_KEY_UNKNOWN,
// SIG_KEY_REVOKED, SIG_OUT_OF_SCOPE (Cause::refused) when a check would not accept this key for these goods;
// profile.seal_needed {producer, day} (Cause::refused) for a plain code where a check would ask for a seal.
Result<std::string> code_text(const LabelProfile& profile, const CodeGoods& goods);

} // namespace temsao::press
