#pragma once
// reading -> claim -> verdict. A verdict says only what was compared with the list; it never calls goods false or true.
// Pure: the same claim, grounds and day give the same verdict. Any thread.
#include "catalog/match.h"
#include "scan/reading.h"
#include "trace/signed_code.h"

namespace temsao::verify {

// What a label says, from its code and, where seen, from its print.
struct Claim {
    std::string text;                         // what the symbol holds
    std::optional<trace::TraceCode> code;     // nothing: no trace code of ours
    std::optional<trace::Seal> seal;          // what its seal says, believed only once the signature holds
    std::vector<Finding> syntax;              // what is wrong with the text
    std::optional<int> stars_seen;            // counted on the badge
    bool stars_unsure = false;                // they were looked for and could not be counted
    std::optional<std::string> ean13_seen;    // the bar code on the same label
    bool badge_absent = false;                // they were looked for and there is no badge
    bool badge_odd_form = false;              // its stars stand or are shaped otherwise than this program draws them
    bool badge_odd_colour = false;            // they are neither gold nor of the label's one ink
    std::optional<std::string> producer_seen; // read on the label
    std::optional<std::string> name_seen;
    std::vector<scan::PrintedWord> printed; // read around the code, where asked for

    // In clear, else in the seal.
    std::optional<Date> made() const;
    std::optional<Date> expires() const;
};

Claim claim_of(std::string_view text);

enum class Word { valid, inconclusive, check, invalid }; // from good to bad: the worst label decides a file
std::string_view name(Word word);

struct Verdict {
    Word word = Word::inconclusive;
    // A text is a trace code when its host is ours, or when it is a strict GS1 Digital Link with a GTIN. Any other text
    // is NOT_A_TRACE_CODE: listed, inconclusive, and without weight beside a trace code (deciding_word).
    bool is_trace_code = true;
    std::vector<Finding> findings;                     // the deciding one first
    const catalog::Product* product = nullptr;         // in the list that was judged by
    const catalog::Certificate* certificate = nullptr; // the one that counts on the day
    // Nothing: the code is signed and there are no keys to check it with.
    std::optional<trace::SignatureState> signature = trace::SignatureState::absent;
};

// A list older than this lowers the answer; it never accuses.
inline constexpr int fresh_days = 30;

// What a claim is compared with; null for what is not at hand.
struct Grounds {
    const catalog::ListIndex* list = nullptr; // none: nothing can be concluded
    const trace::KeyRing* keys = nullptr;     // of the same signed list
    trace::KnownHosts hosts;
};

// Signed: SIG_OK … of trace/signed_code.h, or SIG_NOT_CHECKED without keys; SIG_BUNDLE_STALE where an old list says
// that a key is good. Beyond the list itself the office may have revoked a lot or a serial number (LOT_REVOKED,
// SERIAL_REVOKED {what, since, reason}) or a decision (CERT_REVOKED).
Verdict judge(const Claim& claim, const Grounds& grounds, Date today);

// The worst of the verdicts on the codes of one photo. Codes that are no trace codes decide only where no trace code
// was read. Inconclusive for no verdict at all.
Word deciding_word(const std::vector<const Verdict*>& verdicts);

} // namespace temsao::verify
