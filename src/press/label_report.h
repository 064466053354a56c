#pragma once
// Inside `press`: what the job `label` tells of its run.
#include "press/at_printer.h"
#include "press/materials.h"
#include "press/run_labels.h"

namespace temsao::press {

// No files: none was asked for, or a label was refused, which is told with its reason (exit status 1).
job::Report
report_of_nothing_written(const LabelWish& wish, const Materials& materials, const Printed& printed, Lang lang);

// Adds what became of the labels at the printer; exit status 1 unless each is known to be printed.
void add_printing(
    job::Report& report, const std::string& printer, const HeldPrinter& held, const AtPrinter& end, Lang lang);

// `approval`: the sign-off that the run made or cites.
job::Report report_of_run(const LabelWish& wish,
                          const Materials& materials,
                          const Printed& printed,
                          const LabelIssue& issue,
                          const std::optional<std::string>& approval,
                          Lang lang);

} // namespace temsao::press
