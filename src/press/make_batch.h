#pragma once
// Inside `press`: what one thread does for a run of labels: one batch of pages, made and checked.
#include "press/batches.h"
#include "press/run_labels.h"
#include "stars/badge.h"

namespace temsao::press {

// The run as every thread sees it.
struct Making {
    const PrintJob& job;
    const LabelFiles* files; // none: nothing is composed
    std::vector<bool> to_read;
    const stars::StarCounter& stars;
    Lang lang;
};

// Pages composed, and what there is to say of the labels that begin on them.
struct MadeBatch {
    LabelFiles::Composed pages;
    std::vector<MadeLabel> listed;
    std::vector<PreflightedLabel> checked;
    std::optional<SeenLabel> worst;
    std::size_t read_back = 0;
    std::optional<Error> unreadable;
};

// What one thread has of its own, for all batches of a run.
struct Workplace {
    std::unique_ptr<render::FontBook> fonts;
    label::InkMemory memory;
};

// Any thread, each at its own place. Errors: label.on {product, why}, those of Imposition::lay and
// LabelFiles::compose.
Result<MadeBatch> make_batch(const Making& making, const Batch& batch, Workplace& at);

bool is_refused(const std::optional<SeenLabel>& seen);
void keep_worse(std::optional<SeenLabel>& worst, std::optional<SeenLabel> other); // of two equal ones the first

} // namespace temsao::press
