#pragma once
// Labels that a report shows once, together: the same verdict for the same reasons, on the same goods, lot and days.
// Their serial numbers, signatures and photos may differ. Values; pure; any thread.
#include "check/check_report.h"

namespace temsao::check {

struct Alike {
    verify::Word word;
    std::vector<std::pair<const CheckedFile*, const CheckedLabel*>> labels; // the label null: the file has none
};

// Of the whole run, the worst first; else in the order of the files. Every label is in one, and every file without
// labels.
std::vector<Alike> alike_labels(const CheckedRun& run);

// How many labels of each word; a file without labels counts as its own word.
std::array<int, 4> count_words(const CheckedRun& run);

} // namespace temsao::check
