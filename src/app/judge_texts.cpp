#include "app/judge_texts.h"

#include "app/cpu_time.h"

#include <algorithm>

namespace temsao::app {

CheckedRun judge_texts(const std::vector<std::string>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date) {
    CheckedRun run{.files = {}, .word = verify::Word::valid, .date = date, .list = list};
    for (const auto& text : texts) {
        const double start = cpu_ms();
        CheckedFile file;
        CheckedLabel label;
        file.file = text;
        label.reading.text = text;
        label.claim = verify::claim_of(text);
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
