#include "app/check_texts.h"

namespace temsao::app {

CheckedRun check_texts(const std::vector<std::string>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date) {
    CheckedRun run{.files = {}, .word = verify::Word::valid, .date = date, .list = list};
    for (const auto& text : texts) {
        CheckedLabel label;
        label.reading.bytes = label.reading.text = text;
        label.reading.kind = "QR";
        label.reading.step = "text";
        label.claim = verify::claim_of(text);
        label.verdict = verify::judge(label.claim, grounds, date);
        CheckedFile file;
        file.file = text;
        file.word = label.verdict.word;
        file.passes = {"text"};
        run.word = std::max(run.word, file.word);
        file.labels.push_back(std::move(label));
        run.files.push_back(std::move(file));
    }
    if (run.files.empty()) run.word = verify::Word::inconclusive;
    return run;
}

} // namespace temsao::app
