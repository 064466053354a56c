#include "app/judge_texts.h"

#include "app/cpu_time.h"

#include <algorithm>

namespace temsao::app {

CheckedRun judge_texts(const std::vector<std::string>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date,
                       const std::vector<std::optional<int>>& stars) {
    CheckedRun run{.files = {}, .word = verify::Word::valid, .date = date, .list = list};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& text = texts[i];
        const double start = cpu_ms();
        CheckedFile file;
        CheckedLabel label;
        file.file = text;
        label.reading.text = text;
        label.claim = verify::claim_of(text);
        if (i < stars.size()) label.claim.stars_seen = stars[i];
        label.verdict = verify::judge(label.claim, grounds, date);
        file.word = label.verdict.word;
        file.labels.push_back(std::move(label));
        file.cpu_ms = cpu_ms() - start;
        run.word = std::max(run.word, file.word);
        run.files.push_back(std::move(file));
    }
    if (run.files.empty()) run.word = verify::Word::inconclusive;
    return run;
}

} // namespace temsao::app
