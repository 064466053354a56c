#pragma once
// Bundle: the signed list as one file, for a phone or a USB stick: the product list with its date, the producers'
// signing permits, the revocations and what was reported of lots, numbered, compressed and signed by the province's
// root key. Verification needs nothing else.
//
// The file is a minisign signature in front of the payload it signs (trace/FORMAT.md); `signature` and `payload`
// written to two files are checked by the standard minisign program. The list inside is opaque bytes here; the caller
// reads and writes them. Any thread.
#include "base/finding.h"
#include "trace/certificate.h"
#include "trace/log_mark.h"
#include "trace/lot_records.h"

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
};

inline constexpr std::size_t largest_bundle = 16 << 20;    // bytes of the file
inline constexpr std::size_t largest_unpacked = 128 << 20; // bytes of the list, and of all sections together

// The file's bytes. Errors: certificate.field, revocation.field, bundle.province {text}, records.field {text},
// bundle.too_large {megabytes}. Without records and sealed-from dates it has the form that version 1.0 reads.
Result<std::string> write_bundle(const Bundle& bundle, const SecretKey& root);

// Errors (Cause::data): bundle.form (not a bundle, or cut short), bundle.version (made by a newer temsao),
// bundle.too_large, minisign.* (not signed by this root, or altered), certificate.*, revocation.form. Nothing inside is
// read before the signature is verified.
Result<Bundle> read_bundle(std::string_view file, const PublicKey& root);

// What the file says of the print log, without reading its list; empty when it says nothing, or this root did not sign
// it.
std::optional<LogMark> log_mark_of(std::string_view file, const PublicKey& root);

// May `next` replace `current`? Only with a higher number and a list that is not older: an older one would bring back
// what has been revoked since. Error bundle.rollback {its number, its date, our number, our date}. Installing identical
// bytes again is a no-op; do not call this for it.
Outcome check_newer(const Edition& next, const Edition& current);

// The two parts of the file, for minisign.
struct BundleParts {
    std::string_view signature, payload;
};

std::optional<BundleParts> split_bundle(std::string_view file);

// SIG_BUNDLE_STALE {as of, days} (check) when the list is older than `days_allowed` on `today`; a stale list makes an
// answer less certain; it never accuses.
std::optional<Finding> check_age(Date as_of, Date today, int days_allowed = 30);

} // namespace temsao::trace
