#pragma once
// Evidence: a signed record of one check of one photo, so that it can be checked later and elsewhere. The same photo,
// list, rules, day and key give the same bytes.
//
//   temsao-evidence 1
//   key RW…                     the signer's public key, as minisign writes it
//   untrusted comment: …        a minisign signature of all that follows it, four lines
//   …
//   {"format":1,"tool":…}       one JSON document: digest of the photo, the day and where it came from, place and
//                               inspector as told, digests of list and rules, and of each label what
//                               `verify --json` says, with the bytes of the code and a picture of it (base64)
//
// A signature says whose key signed this record. It does not prove that the photo shows what the photographer says.
// Any thread; a photo is decoded by a program that runs separately.
#include "check/check_report.h"
#include "trace/key.h"

namespace temsao::bench {

// The facts common to all checks of a run.
struct EvidenceGrounds {
    Date date;
    bool date_given = false; // true: by --date; false: by this machine's clock
    std::optional<catalog::ListHeader> list;
    std::string list_sha256;        // of the list as `list export` writes it; empty without a list
    std::vector<std::string> hosts; // the hosts that counted as known
    std::string place, inspector;   // as given; empty if not given
};

std::string list_digest(const catalog::ProductList& list);

// The file must have been read (ENSURE), and its labels must have crops.
std::string
write_evidence(const check::CheckedFile& file, const EvidenceGrounds& grounds, const trace::SecretKey& key, Lang lang);

// "3f9a0c…-p2.evidence": named by the photo's digest, so that the same photo gives the same file.
std::string evidence_name(const check::CheckedFile& file);

// What a label of a record said, and the codes of those findings that its text and the list alone give (is_by_code), in
// alphabetical order.
struct RecordedLabel {
    std::string text;
    std::vector<std::string> codes;
};

// On what the labels were judged, so that they can be judged again.
struct RecordedGrounds {
    Date date;
    std::vector<std::string> hosts;
    std::vector<RecordedLabel> labels;
};

// What a record says, as far as a later check looks at it. A stranger may have signed it: what is missing or has
// another form is empty.
struct RecordedFacts {
    std::string date, place, inspector, verdict, list_as_of, photo_sha256; // as they stand there
    std::optional<std::string> list_sha256;                                // "": judged without a list
    std::optional<RecordedGrounds> grounds;
};

struct Evidence {
    trace::PublicKey key;
    RecordedFacts facts;
    job::Json record; // whole, as it is handed on
};

// What is found by the code and the list alone; what was seen on the print, or before, stays as recorded.
bool is_by_code(std::string_view axis);

inline constexpr std::size_t largest_evidence = 32 << 20;

// Empty when it was altered after it was signed. Errors (Cause::data): evidence.form (not evidence, or cut short),
// minisign.form, minisign.other_key {key id}, key.unsound.
Result<std::optional<Evidence>> read_evidence(std::string_view bytes);

} // namespace temsao::bench
