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
    std::shared_ptr<const trace::KeyRing> keys = {};  // of the trusted list, to verify before printing
    label::ModuleRange modules = {};
};

// --profile and --key.
struct ProfileWish {
    enum class Kind { plain, with_signature, till };

    Kind kind = Kind::plain;
    std::string key = {}; // its name; with a signature only
    office::PassphraseSource passphrase = {};
};

// Unlocks the key and reads the trusted list. Errors: those of KeyFolder::unlock and load_trusted.
Result<LabelProfile> open_profile(const ProfileWish& wish, const job::Surroundings& around);

// The symbol's text for goods with `stars`, produced on `made`. `code` has no production date yet: a plain code has
// none, a seal contains it. Errors: those of trace::make_uri and make_signed_uri; SIG_KEY_UNKNOWN, SIG_KEY_REVOKED,
// SIG_OUT_OF_SCOPE (Cause::refused) when the trusted list would not accept this key for these goods.
Result<std::string> code_text(const LabelProfile& profile, trace::TraceCode code, int stars, Date made);

} // namespace temsao::press
