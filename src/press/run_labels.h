#pragma once
// Inside `press`: makes a run of labels: draws them, checks them by preflight, reads them back and writes them, batch
// by batch on all cores. The files get their names only if every label of the run is good. Memory use is constant, plus
// one MadeLabel for each different label.
#include "press/label_check.h"
#include "press/label_files.h"
#include "press/label_issue.h"
#include "render/press_look.h"

namespace temsao::press {

struct PrintJob {
    const std::vector<const catalog::Product*>& products;
    const Run& run;
    const label::Template& design;
    const page::Imposition& imposition;
    render::DocumentFacts facts;
    std::vector<std::vector<std::string>> serials; // for each product: one for each label, or one empty text for all
    std::optional<OutputWish> output;              // none: everything is made and checked, nothing is read back
    std::optional<int> labels_read_back;           // none: all that differ
    std::optional<render::PressLook> look = {};    // pictures show what a press prints
    bool lists_labels = true;                      // in the report's JSON
};

// What is told of a label, or of several that are alike.
struct MadeLabel {
    std::string key; // of its product
    std::string uri; // in its code
    std::optional<std::string> serial;
    int version = 0; // of its symbol
    double module_mm = 0;
    std::size_t count = 0; // of labels like it
    Date printable_until;  // the last day of its certificate
};

// {"key", "uri", "serial" or null, "version", "module_mm", "count", "printable_until"}
job::Json to_json(const MadeLabel& label);

struct Printed;

// Writes the files that go with the labels (job ticket, used sheets …), before the run enters the log and while none of
// them has its name: what can fail fails while nothing is printed yet.
using WriteBeside = std::function<Result<LabelFiles::Beside>(const Printed& made)>;

// A label to show, with its findings.
struct SeenLabel {
    std::shared_ptr<const label::Drawing> drawing;
    PreflightedLabel checked;
};

struct Printed {
    std::size_t labels = 0, pages = 0;
    std::size_t different = 0, read_back = 0; // labels that differ, and how many of them two readers read
    std::vector<std::filesystem::path> files; // none if a label is refused, or no file was asked for
    std::vector<LabelFiles::Block> blocks;    // of the file for a printer that we feed
    std::vector<MadeLabel> listed;
    std::vector<PreflightedLabel> checked; // those with findings
    std::optional<SeenLabel> worst;        // the first refused label, else the first with a remark, else the first
};

// Gives up the issue unless files came of it. Errors: label.on {product, why}, those of read_label_back (unless
// preflight refuses the same label or an earlier one, because its report says more), of LabelFiles and of
// LabelIssue::print, and of `write_beside`.
Result<Printed>
print_run(const PrintJob& job, const job::Surroundings& around, LabelIssue& issue, const WriteBeside& write_beside);

} // namespace temsao::press
