#pragma once
// Inside `app`: what kind of code a run of labels carries.
//   plain   unsigned                                  what every phone and till reads, as small as it gets
//   signed  with a producer's key (--key NAME)        needs a serial number or a lot
//   till    unsigned, modules of 0.396 to 0.990 mm    for supermarkets
#include "job/job.h"
#include "label/fill.h"
#include "trace/signed_code.h"

namespace temsao::press {

struct LabelProfile {
    std::shared_ptr<const trace::SecretKey> key = {}; // signed
    std::shared_ptr<const trace::KeyRing> keys = {};  // of the trusted list, to verify before printing
    label::ModuleRange modules = {};
};

// From --profile and --key. Errors option.profile {text}, profile.key_needed, profile.key_unused (Cause::usage), those
// of KeyFolder::unlock and load_trusted.
Result<LabelProfile> read_profile(const job::Request& request, const job::Surroundings& around);

// The symbol's text for goods with `stars`, produced on `made`. `code` has no production date yet: a plain code has
// none, a seal contains it. Errors: those of trace::make_uri and make_signed_uri; SIG_KEY_UNKNOWN, SIG_KEY_REVOKED,
// SIG_OUT_OF_SCOPE (Cause::refused) when the trusted list would not accept this key for these goods.
Result<std::string> code_text(const LabelProfile& profile, trace::TraceCode code, int stars, Date made);

} // namespace temsao::press
