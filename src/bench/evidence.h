#pragma once
// Evidence: one check of one photo, signed, so that it can be looked at later and elsewhere. The same photo, list,
// rules, day and key give the same bytes.
//
//   temsao-evidence 1
//   key RW…                     the signer's public key, as minisign writes it
//   untrusted comment: …        a minisign signature of all that follows it, four lines
//   …
//   {"format":1,"tool":…}       one JSON document: digest of the photo, the day and where it came from, place and
//   inspector
//                               as told, digests of list
//                               and rules, and of each label what `verify --json` says, with the bytes of the code and
//                               a picture of it (base64)
//
// A signature says whose key vouches for this record. It does not say that the photo shows what its taker says.
#include "check/check_report.h"
#include "trace/key.h"

namespace temsao::bench {

// What stands behind every check of a run.
struct EvidenceGrounds {
    Date date;
    bool date_given = false; // by --date; else by this machine's clock
    std::optional<catalog::ListHeader> list;
    std::string list_sha256;        // of the list as `list export` writes it; empty without one
    std::vector<std::string> hosts; // that counted as known
    std::string place, inspector;   // as told; empty: not told
};

std::string digest_hex(const trace::sodium::Bytes32& digest);
std::string list_digest(const catalog::ProductList& list);

// The file must have been read (ENSURE), its labels with their crops.
std::string
write_evidence(const check::CheckedFile& file, const EvidenceGrounds& grounds, const trace::SecretKey& key, Lang lang);

// "3f9a0c…-p2.evidence": by the photo's digest, so that the same photo is one file.
std::string evidence_name(const check::CheckedFile& file);

struct Evidence {
    trace::PublicKey key;
    job::Json record;
};

inline constexpr std::size_t largest_evidence = 32 << 20;

// Errors (Cause::data): evidence.form (none, or cut short), minisign.* (altered), key.unsound.
Result<Evidence> read_evidence(std::string_view bytes);

} // namespace temsao::bench
