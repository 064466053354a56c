#pragma once
// Bundle: the signed list as one file, for a phone or a USB stick: the product list with its date, the producers'
// signing permits, the revocations and what was reported of lots, numbered, compressed and signed by the province's
// root key. Verification needs nothing else. It may say which witnesses must have seen it; then it carries the proof
// that they have.
//
// The file is a minisign signature in front of the payload it signs (trace/FORMAT.md); `signature` and `payload`
// written to two files are checked by the standard minisign program. The list inside is opaque bytes here; the caller
// reads and writes them. Any thread.
#include "base/finding.h"
#include "trace/certificate.h"
#include "trace/cosignature.h"
#include "trace/log_mark.h"
#include "trace/lot_records.h"

#include <functional>

namespace temsao::trace {

struct Edition {
    std::uint64_t sequence = 0; // larger in each published bundle than in the one before
    Date as_of;                 // of the list
    friend bool operator==(const Edition&, const Edition&) = default;
};

struct Bundle {
    Edition edition;
    std::string province; // for people
    std::string list;
    std::vector<KeyCertificate> certificates;
    std::vector<Revocation> revocations;
    std::optional<LogMark> log = {};        // how far the print log had come; old readers pass over it
    std::optional<LotRecords> records = {}; // empty: no lots were reported
    // Whose cosignatures the log needs that this list is entered in; then it names the log, and needs at least one.
    std::optional<WitnessPolicy> policy = {};
    std::string proof = {}; // with a policy: of its entry in that log, a tlog-proof (trace/log_proof.h)
};

inline constexpr std::size_t largest_bundle = 16 << 20;    // bytes of the file
inline constexpr std::size_t largest_unpacked = 128 << 20; // bytes of the list, and of all sections together

// The file's bytes. Errors: certificate.field, revocation.field, bundle.province {text}, records.field {text},
// bundle.too_large {megabytes}. Without records, sealed-from dates and policy it has the form that version 1.0 reads.
//
// `enter`, where there is one, is given the list's entry and puts it into the print log before the list is signed; its
// errors are returned. Then its proof and mark count instead of the bundle's.
struct Entered {
    std::string proof; // needed with a policy only
    std::optional<LogMark> mark;
};

using EnterList = std::function<Result<Entered>(const std::string& entry)>;

Result<std::string> write_bundle(const Bundle& bundle, const SecretKey& root, const EnterList& enter = {});

// Errors (Cause::data): bundle.form (not a bundle, or cut short), bundle.version (made by a newer temsao),
// bundle.too_large, minisign.* (not signed by this root, or altered), certificate.*, revocation.form. Nothing inside is
// read before the signature is verified. A bundle with a policy that it does not meet is refused: bundle.not_in_log,
// witness.too_few (cosignature.h).
Result<Bundle> read_bundle(std::string_view file, const PublicKey& root);

// What the file says of the print log, without reading its list; empty when it says nothing, or this root did not sign
// it.
std::optional<LogMark> log_mark_of(std::string_view file, const PublicKey& root);

// May `next` replace `current`? Only with a higher number and a list that is not older: an older one would bring back
// what has been revoked since. Error bundle.rollback {its number, its date, our number, our date}. Installing identical
// bytes again is a no-op; do not call this for it.
Outcome check_newer(const Edition& next, const Edition& current);

// The parts of the file; signature and payload are minisign's.
struct BundleParts {
    std::string_view signature, proof, payload;
};

std::optional<BundleParts> split_bundle(std::string_view file);

// SIG_BUNDLE_STALE {as of, days} (check) when the list is older than `days_allowed` on `today`; a stale list makes an
// answer less certain; it never accuses.
std::optional<Finding> check_age(Date as_of, Date today, int days_allowed = 30);

} // namespace temsao::trace
