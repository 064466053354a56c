#include "verify/history.h"

#include "base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace temsao::verify {
namespace {

// A `check` among the findings, behind those that weigh as much, and the verdict no better than that.
void add(Verdict& verdict, Finding finding) {
    const auto place = std::find_if(verdict.findings.begin(), verdict.findings.end(), [](const Finding& other) {
        return other.severity < Severity::check;
    });
    verdict.findings.insert(place, std::move(finding));
    verdict.word = std::max(verdict.word, Word::check);
}

Finding repeated(Severity severity, std::vector<std::string> facts, const char* sentence) {
    return {Axis::history, "SERIAL_REPEATED", severity, std::move(facts), "", {}, sentence};
}

void ask(Verdict& verdict, std::vector<std::string> facts, const char* sentence) {
    add(verdict, repeated(Severity::check, std::move(facts), sentence));
}

bool both_told_and_other(const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
}

// The labels that have product and serial in common, by their places in the vectors.
using Packs = std::map<std::pair<std::string, std::string>, std::vector<std::size_t>>;

Packs packs_of(const std::vector<Verdict*>& verdicts, const std::vector<const Claim*>& claims) {
    Packs packs;
    for (std::size_t i = 0; i < claims.size(); ++i)
        if (const auto& code = claims[i]->code; code && !code->serial.empty() && verdicts[i]->is_trace_code)
            packs[{code->key(), code->serial}].push_back(i);
    return packs;
}

bool forget_not_printed(Verdict& verdict) {
    return std::erase_if(verdict.findings, [](const Finding& finding) { return finding.asks_print_log; }) > 0;
}

} // namespace

void compare_history(Verdict& verdict, const Claim& claim, const std::vector<Seen>& earlier, const Seen& now) {
    if (!claim.code || claim.code->serial.empty()) return;
    const auto& serial = claim.code->serial;
    const auto here = match_key(now.place);
    std::string known; // a place of an earlier one, where nobody told ours
    const Seen* again = nullptr;
    for (const auto& seen : earlier) {
        const auto there = match_key(seen.place);
        if (there.empty()) continue;
        if (!here.empty() && there != here)
            return ask(verdict, {serial, seen.place, seen.day.vietnamese()}, "SERIAL_REPEATED");
        if (here.empty() && !known.empty() && there != known)
            return ask(verdict, {serial, seen.day.vietnamese()}, "SERIAL_REPEATED.elsewhere");
        known = there;
        const bool is_other_look = seen.day != now.day || both_told_and_other(seen.time, now.time) ||
                                   both_told_and_other(match_key(seen.inspector), match_key(now.inspector));
        if (!here.empty() && is_other_look) again = &seen;
    }
    if (again) ask(verdict, {serial, again->place, again->day.vietnamese(), again->time}, "SERIAL_REPEATED.again");
}

void compare_within_photo(const std::vector<Verdict*>& verdicts, const std::vector<const Claim*>& claims) {
    for (const auto& [pack, places] : packs_of(verdicts, claims)) {
        if (places.size() < 2) continue;
        for (const auto i : places)
            ask(*verdicts[i], {pack.second, std::to_string(places.size())}, "SERIAL_REPEATED.photo");
    }
}

void compare_across_photos(const std::vector<Verdict*>& verdicts,
                           const std::vector<const Claim*>& claims,
                           const std::vector<std::size_t>& photos) {
    for (const auto& [pack, places] : packs_of(verdicts, claims)) {
        std::set<std::size_t> in;
        for (const auto i : places)
            in.insert(photos[i]);
        if (in.size() < 2) continue;
        for (const auto i : places)
            verdicts[i]->findings.push_back(
                repeated(Severity::info, {pack.second, std::to_string(in.size())}, "SERIAL_REPEATED.photos"));
    }
}

void note_printed(Verdict& verdict) {
    // The list has the product, or it would not have asked.
    if (forget_not_printed(verdict) && verdict.word == Word::check) settle(verdict, Word::valid);
}

void note_not_printed(Verdict& verdict, const std::string& serial) {
    forget_not_printed(verdict);
    Finding finding{Axis::history, "SERIAL_NOT_PRINTED", Severity::check, {serial}, ""};
    finding.asks_print_log = true;
    add(verdict, std::move(finding));
}

void note_withdrawn(Verdict& verdict, const std::string& serial) {
    add(verdict, {Axis::history, "SERIAL_WITHDRAWN", Severity::check, {serial}, ""});
}

} // namespace temsao::verify
