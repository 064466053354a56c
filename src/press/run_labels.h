#pragma once
// Inside `app`: a run of labels made: drawn, looked over by preflight, read back and written, stretch by stretch on
// every core. The files get their names when every label of the run is good, or not at all. The memory that it takes
// does not grow with the run but for a line of JSON a label.
#include "press/label_check.h"
#include "press/label_issue.h"

namespace temsao::press {

struct PrintJob {
    std::vector<const catalog::Product*> products;
    Run run;
    label::Template design;
    page::Imposition imposition;
    render::DocumentFacts facts;
    std::vector<std::vector<std::string>> serials; // of each product: one for each label, or one empty text for all
    bool lists_labels = true;                      // in the report's JSON
};

// A label to show somebody, with what was found on it.
struct SeenLabel {
    std::shared_ptr<const label::Drawing> drawing;
    PreflightedLabel checked;
};

struct Printed {
    std::size_t labels = 0, pages = 0;
    std::size_t different = 0, read_back = 0; // labels that are not alike, and how many of them two readers read
    std::vector<std::filesystem::path> files; // none where a label is refused, or no file was asked for
    job::Json products = job::Json::array();
    std::vector<PreflightedLabel> checked; // those with findings
    std::optional<SeenLabel> worst;        // the first that is refused, else with a remark, else the first
};

// --out, --format and --check-labels are the request's; without --out everything is made and looked over, and nothing
// read back or written. Errors: label.on {product, why}, those of read_label_back (unless preflight refuses the same
// label or one before it, whose report says more), of LabelFiles and of LabelIssue::print.
Result<Printed>
print_run(const PrintJob& job, const job::Request& request, const job::Surroundings& around, LabelIssue& issue);

} // namespace temsao::press
