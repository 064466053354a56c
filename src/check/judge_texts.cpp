#include "check/judge_texts.h"

#include "base/cpu_time.h"
#include "verify/history.h"

#include <algorithm>

namespace temsao::check {

namespace {

// Those that were photographed were photographed together, and are a word together.
void compare_photographed(const std::vector<SeenText>& texts, CheckedRun& run) {
    std::vector<verify::Verdict*> verdicts;
    std::vector<const verify::Claim*> claims;
    std::vector<const verify::Verdict*> together;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].label) {
            verdicts.push_back(&run.files[i].labels.front().verdict);
            claims.push_back(&run.files[i].labels.front().claim);
            together.push_back(verdicts.back());
        }
    verify::compare_within_photo(verdicts, claims);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        run.files[i].word = deciding_word(run.files[i].labels);
        if (!texts[i].label) run.word = std::max(run.word, run.files[i].word);
    }
    if (!together.empty()) run.word = std::max(run.word, verify::deciding_word(together));
}

CheckedLabel label_of(const SeenText& seen) {
    CheckedLabel label;
    if (seen.label) {
        label = *seen.label;
    } else {
        label.reading.text = seen.text;
        label.claim = verify::claim_of(seen.text);
    }
    if (seen.stars_by_person) {
        label.claim.stars_seen = seen.stars_by_person;
        label.claim.stars_unsure = label.claim.badge_absent = false;
    }
    return label;
}

} // namespace

CheckedRun judge_texts(const std::vector<SeenText>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date) {
    CheckedRun run{.files = {}, .word = verify::Word::valid, .date = date, .list = list};
    double before = cpu_ms(); // a question to the system: one for each text
    for (const auto& seen : texts) {
        CheckedFile file;
        auto label = label_of(seen);
        file.file = label.reading.text;
        label.verdict = verify::judge(label.claim, grounds, date);
        file.labels.push_back(std::move(label));
        const double now = cpu_ms();
        file.cpu_ms = now - before;
        before = now;
        run.files.push_back(std::move(file));
    }
    compare_photographed(texts, run);
    if (run.files.empty()) run.word = verify::Word::inconclusive;
    return run;
}

} // namespace temsao::check
