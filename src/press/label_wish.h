#pragma once
// LabelWish: what the job `label`, the job `template preview` and the studio's preview are asked for, as
// values. It is read from the request once; after that nothing in this hall sees the texts of a request.
//
//     const auto wish = TRY(read_label_wish(request, around)); // options -> values
//     const auto materials = TRY(gather(wish, around));        // names -> list, template, paper, key
//
// A wish names files, keys and printers and opens none of them. Any thread.
#include "job/job.h"
#include "press/approval.h"
#include "press/choose_products.h"
#include "press/label_files.h"
#include "press/loading.h"

namespace temsao::press {

struct LabelWish {
    ProductsWish products;
    std::optional<std::string> template_name; // or an SVG file
    Run run;
    ProfileWish profile;
    PaperWish paper;
    std::optional<std::filesystem::path> press_profile; // --icc
    std::optional<OutputWish> output;                   // none: the labels are made and checked, but not written
    // --print: the printer that the labels go to; `output` then describes what is sent to it.
    std::optional<std::string> at_printer;
    std::optional<std::filesystem::path> ticket, preview;
    std::optional<int> labels_read_back; // --check-labels; none: all
    ApprovalWish approval;
    BrandWish brand;
    std::vector<std::string> uses; // the lots that were packed, as office::LotEntry has them; empty: nobody said
    std::string options;           // as a shell takes them, what a second label like these needs; see store/issue.h
    std::string store;             // where the print log is; empty: in the data directory
};

// Errors (Cause::usage): date.form, option.number, option.length, option.level, option.goods, option.profile,
// option.quantity_height, option.check_labels, profile.key_needed, profile.key_unused, printer.only, press.pdf_only,
// print.or_out, those of trace::read_serial and find_connected.
Result<LabelWish> read_label_wish(const job::Request& request, const job::Surroundings& around);

// Its part about the labels themselves. `format` as in OutputWish; a label with a signature has a serial of its own.
Result<Run> read_run_wish(const job::Request& request, const std::string& format, bool with_signature, Date today);

} // namespace temsao::press
