#pragma once
// reading -> claim -> verdict. A verdict says only what was compared with the list; it never calls goods false or true.
// Pure: the same claim, grounds and day give the same verdict. Any thread.
#include "catalog/match.h"
#include "photo/reading.h"
#include "trace/signed_code.h"
#include "verify/known_lots.h"

namespace temsao::verify {

// What a label says, from its code and, where seen, from its print.
struct Claim {
    std::string text;                         // what the symbol holds
    std::optional<trace::TraceCode> code;     // empty: not one of our trace codes
    std::optional<trace::Seal> seal;          // what its seal says, trusted only after its signature is verified
    bool has_end_slash = false;               // the code was read without the slash at the end of its path
    std::vector<Finding> syntax;              // what is wrong with the text
    bool is_unpadded = false;                 // its GTIN has fewer than 14 digits
    std::optional<int> stars_seen;            // counted on the badge
    bool stars_unsure = false;                // stars were searched for and could not be counted
    std::optional<std::string> ean13_seen;    // the bar code on the same label
    bool badge_absent = false;                // a badge was searched for and there is none
    bool badge_odd_form = false;              // positions or shapes of its stars differ from what this program draws
    bool badge_odd_colour = false;            // its stars are neither gold nor in the label's one ink
    std::optional<std::string> producer_seen; // read on the label
    std::optional<std::string> name_seen;
    std::vector<photo::PrintedWord> printed; // read around the code, if asked for

    // From the code's own text, else from the seal.
    std::optional<Date> made() const;
    std::optional<Date> expires() const;
};

Claim claim_of(std::string_view text);

enum class Word { valid, inconclusive, check, invalid }; // from good to bad: a file gets the word of its worst label
inline constexpr Word every_word[] = {Word::valid, Word::inconclusive, Word::check, Word::invalid};
std::string_view name(Word word);                      // "inconclusive"
std::optional<Word> word_named(std::string_view text); // empty: none of them

struct Verdict {
    Word word = Word::inconclusive;
    // A text is a trace code when its host is ours, or when it is a strict GS1 Digital Link with a GTIN. Any other text
    // is NOT_A_TRACE_CODE: reported as inconclusive, and ignored beside a trace code (deciding_word).
    bool is_trace_code = true;
    bool has_no_list = false;                          // there was no list to compare it with (NO_LIST)
    std::vector<Finding> findings;                     // the deciding one first
    const catalog::Product* product = nullptr;         // in the list used
    const catalog::Certificate* certificate = nullptr; // the one in force on the day
    // Empty: the code is signed and there are no keys to check it.
    std::optional<trace::SignatureState> signature = trace::SignatureState::absent;
    // Of the label's lot; empty without a lot, and where the list has no records of lots.
    std::optional<LotState> lot_state = {};
};

// With a list older than this a verdict is at most `check`; it never accuses. Records of lots that end longer ago do
// not even ask.
inline constexpr int fresh_days = 30;

// What a claim is compared with; null for what is not available.
struct Grounds {
    const catalog::ListIndex* list = nullptr; // null: nothing can be concluded
    const trace::KeyRing* keys = nullptr;     // of the same signed list
    trace::KnownHosts hosts;
    const KnownLots* lots = nullptr;              // of the same signed list; null: it has no records of lots
    const trace::KeyRing* revoked_here = nullptr; // revocations of this machine that the signed list does not have yet
};

// Signed: SIG_OK … of trace/signed_code.h, or SIG_NOT_CHECKED without keys; SIG_BUNDLE_STALE when an old list says that
// a key is good; SEAL_MISSING {producer, day} (check) for a code without a seal whose permit asks for one from that day
// on, unless the code says that the goods are older. CLOCK_DOUBTFUL {list's day} (check) on a day before the
// list's own. Besides the list itself the office may have revoked a lot or a serial number (LOT_REVOKED,
// SERIAL_REVOKED {what, since, reason}) or a decision (CERT_REVOKED). REVOKED_HERE.lot {lot, since, reason} (check,
// axis history), and likewise REVOKED_HERE.serial, .decision and .key {key id, since, reason}: this machine wrote down
// that it is revoked, and the signed list does not say so yet.
//
// Of a product on the list, where the list has records of lots (axis history: a newer list of the same day may say
// otherwise): LOT_KNOWN; LOT_NOT_REPORTED {last day of the records} (check) when the goods were made on a day that the
// producer's records reach; LOT_BEYOND_RECORDS (info) when they were not, or nobody knows; LOT_NO_RECORDS (info) when
// only others report; LOT_DATES_DIFFER {label, records} (check) when none of the expiry dates reported is one of the
// label's; SERIAL_NOT_PRINTED.by_list {serial, day of the records} (check) when the lot's labels were printed with
// serial numbers and this is not one of them. For a recalled lot only the recall is told. Records older than
// fresh_days make a check an info.
Verdict judge(const Claim& claim, const Grounds& grounds, Date today);

// Sorts the findings and sets the word by them, or `otherwise` where every finding is an info; a valid verdict gets OK.
void settle(Verdict& verdict, Word otherwise);

// The worst verdict on the codes of one photo. Codes that are not trace codes decide only if no trace code was read.
// Inconclusive when there is no verdict.
Word deciding_word(const std::vector<const Verdict*>& verdicts);

} // namespace temsao::verify
