#include "check/judge_texts.h"

#include "base/cpu_time.h"
#include "verify/history.h"

#include <algorithm>

namespace temsao::check {

namespace {

// Those that were photographed were photographed together.
void compare_photographed(const std::vector<SeenText>& texts, CheckedRun& run) {
    std::vector<verify::Verdict*> verdicts;
    std::vector<const verify::Claim*> claims;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].is_photographed) {
            verdicts.push_back(&run.files[i].labels.front().verdict);
            claims.push_back(&run.files[i].labels.front().claim);
        }
    verify::compare_within_photo(verdicts, claims);
    for (auto& file : run.files) {
        file.word = deciding_word(file.labels);
        run.word = std::max(run.word, file.word);
    }
}

} // namespace

CheckedRun judge_texts(const std::vector<SeenText>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date) {
    CheckedRun run{.files = {}, .word = verify::Word::valid, .date = date, .list = list};
    for (const auto& [text, is_photographed, badge, stars_by_person] : texts) {
        const double start = cpu_ms();
        CheckedFile file;
        CheckedLabel label;
        file.file = text;
        label.reading.text = text;
        label.claim = verify::claim_of(text);
        label.badge = badge;
        if (is_photographed) note_stars(label);
        if (stars_by_person) {
            label.claim.stars_seen = stars_by_person;
            label.claim.stars_unsure = label.claim.badge_absent = false;
        }
        label.verdict = verify::judge(label.claim, grounds, date);
        file.labels.push_back(std::move(label));
        file.word = deciding_word(file.labels);
        file.cpu_ms = cpu_ms() - start;
        run.word = std::max(run.word, file.word);
        run.files.push_back(std::move(file));
    }
    compare_photographed(texts, run);
    if (run.files.empty()) run.word = verify::Word::inconclusive;
    return run;
}

} // namespace temsao::check
