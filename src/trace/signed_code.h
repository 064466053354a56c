#pragma once
// Signed trace codes: a trace code whose parameter s is a seal, 176 digits,
//
//     https://id.ocop.vn/01/09521234543213/21/K7M2P9XQ?s=1404231877709825101905…
//                                                        | | key id  made expires  signature, 155 digits
//                                                  format  stars
//
// Digits, because a QR code holds three of them in ten bits: 0.3% more than the bare information, where base32 in
// alphanumeric mode costs 10% (tests/trace/signed_size.cpp prints the table). The dates are in the seal only, not in
// the query too. Signed is everything before the signature, in lower-case letters, after a prefix that belongs to this
// use alone; so every other way of writing the same code is refused. trace/FORMAT.md is complete enough to write a
// second verifier from.
//
// A signature proves where the data came from, not that this pack is the one. Pure; any thread.
#include "trace/certificate.h"
#include "trace/trace_code.h"

namespace temsao::trace {

struct Seal {
    int stars = 0; // 3, 4, 5 in ours; 0..9 can be written
    KeyId key_id = 0;
    std::optional<Date> made, expires; // 2000-01-01 or later
    sodium::Bytes64 signature = {};
    friend bool operator==(const Seal&, const Seal&) = default;
};

inline constexpr std::size_t seal_size = 176; // digits

// Empty unless it is 176 digits that write_seal would write: format 1, signature below 2^512.
std::optional<Seal> parse_seal(std::string_view digits);
std::string write_seal(const Seal& seal);

// The code's text with a seal; the code's dates move into it. Errors: those of make_uri; trace.stars {stars}
// unless 3..5; trace.nothing_to_sign for a code with neither lot nor serial; trace.date_early {date} before 2000.
Result<std::string> make_signed_uri(TraceCode code, int stars, const SecretKey& key, Letters letters = Letters::lower);

enum class SignatureState { ok, bad, absent, key_unknown, key_revoked };

std::string_view name(SignatureState state); // "key_unknown", as in verify --json

struct SignatureReport {
    SignatureState state = SignatureState::absent;
    std::optional<Seal> seal;                    // what it claims; trust it only if state is ok
    const KeyCertificate* certificate = nullptr; // from the ring, when the signature is valid
    Finding finding;                             // always one, axis signature
    bool is_out_of_scope = false;                // valid, but its certificate does not cover the product or the day
};

// `text` is the code as it was read and `code` what parse() made of it. Findings: SIG_OK {key id, producer} (info),
// SIG_ABSENT (info), KEY_EXPIRED {key id, last day} (check, state ok: the seal has no day of production, and
// the key may no longer sign what is made today), SIG_KEY_UNKNOWN {key id} (check), SIG_KEY_REVOKED {key id, since,
// reason} (check: codes printed before the loss are still in use), SIG_BAD {} (invalid; only check when s does not even
// have the form of a seal), SIG_OUT_OF_SCOPE {producer, product, made} (invalid: the key's certificate covers neither
// this product nor this day; state bad).
SignatureReport check_signature(std::string_view text, const TraceCode& code, const KeyRing& keys, Date today);

// Before signing: the finding that check_signature would have for goods signed by `key`, unless it is SIG_OK.
std::optional<Finding> why_not_believed(const PublicKey& key, std::string_view product, Date made, const KeyRing& keys);

} // namespace temsao::trace
