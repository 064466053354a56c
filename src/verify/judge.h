#pragma once
// reading -> claim -> verdict. A verdict says only what was compared with the list; it never calls goods false or true.
// Pure: the same claim, list and day give the same verdict. Any thread.
#include "catalog/match.h"
#include "scan/reading.h"
#include "trace/trace_code.h"

namespace temsao::verify {

// What a label says, from its code and, where seen, from its print.
struct Claim {
    std::string text;                         // what the symbol holds
    std::optional<trace::TraceCode> code;     // nothing: no trace code of ours
    std::vector<Finding> syntax;              // what is wrong with the text
    std::optional<int> stars_seen;            // counted on the badge
    bool stars_unsure = false;                // they were looked for and could not be counted
    std::optional<std::string> producer_seen; // read on the label
    std::optional<std::string> name_seen;
};

Claim claim_of(std::string_view text);

enum class Word { valid, inconclusive, check, invalid }; // from good to bad: the worst label decides a file
std::string_view name(Word word);

struct Verdict {
    Word word = Word::inconclusive;
    std::vector<Finding> findings;                     // the deciding one first
    const catalog::Product* product = nullptr;         // in the list that was judged by
    const catalog::Certificate* certificate = nullptr; // the one that counts on the day
};

// A list older than this lowers the answer; it never accuses.
inline constexpr int fresh_days = 30;

// `list` null: no list at hand, nothing can be concluded.
Verdict judge(const Claim& claim, const catalog::ListIndex* list, const trace::KnownHosts& hosts, Date today);

} // namespace temsao::verify
