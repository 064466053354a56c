#include "verify/history.h"

#include "base/text.h"

#include <algorithm>

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

} // namespace

void compare_history(Verdict& verdict, const Claim& claim, const std::vector<Seen>& earlier, std::string_view place) {
    if (!claim.code || claim.code->serial.empty()) return;
    auto here = match_key(place);
    for (const auto& seen : earlier) {
        const auto there = match_key(seen.place);
        if (there.empty() || there == here) continue;
        if (here.empty()) { // not told where we are: the earlier ones are compared with each other
            here = there;
            continue;
        }
        return add(verdict,
                   {Axis::history,
                    "SERIAL_REPEATED",
                    Severity::check,
                    {claim.code->serial, seen.place, seen.day.vietnamese()},
                    ""});
    }
}

void note_withdrawn(Verdict& verdict, const std::string& serial) {
    add(verdict, {Axis::history, "SERIAL_WITHDRAWN", Severity::check, {serial}, ""});
}

} // namespace temsao::verify
