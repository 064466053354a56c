// The job `label`: a wish becomes files, an entry in the print log and a job ticket.
#include "press/jobs.h"
#include "press/label_report.h"
#include "press/preview.h"
#include "press/ticket.h"

namespace temsao::press {
namespace {

// What a sign-off records of this run; a run that cites one is refused unless it recorded the same. Empty unless asked.
Result<Frozen> hold_to_approval(const ApprovalWish& wish, const Materials& materials, const job::Surroundings& around) {
    if (!wish.is_asked()) return Frozen();
    auto frozen = TRY(freeze({.run = materials.run,
                              .template_name = materials.template_name,
                              .design = materials.design,
                              .list = *materials.list_version,
                              .products = materials.chosen.products,
                              .options = wish.frozen_options},
                             around));
    if (wish.id) TRY(check_sign_off(around.home, *wish.id, frozen));
    return frozen;
}

// Opened before the run: a folder that is not there is no news after a long run.
Result<std::optional<NewFile>> open_ticket(const std::optional<std::filesystem::path>& file) {
    if (!file) return std::optional<NewFile>();
    return std::optional(TRY(NewFile::create(*file)));
}

PrintJob plan_run(const LabelWish& wish, const Materials& materials, const LabelIssue& issue, bool lists_labels) {
    PrintJob job{.products = materials.chosen.products,
                 .run = materials.run,
                 .design = materials.design,
                 .imposition = materials.loading.imposition,
                 .facts = document_facts(materials),
                 .serials = {},
                 .output = wish.output,
                 .labels_read_back = wish.labels_read_back,
                 .lists_labels = lists_labels};
    for (std::size_t product = 0; product < job.products.size(); ++product)
        job.serials.push_back(issue.serials(product));
    return job;
}

// The picture of the worst label, or of the first where all are good.
Outcome write_preview(const std::filesystem::path& file, const SeenLabel& seen, const job::Surroundings& around) {
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    return write_file(file, TRY(draw_preview(seen.drawing, seen.checked, *fonts, around.lang)));
}

Outcome write_ticket_of(NewFile& ticket,
                        const LabelWish& wish,
                        const Materials& materials,
                        const PrintJob& job,
                        const Printed& printed,
                        const job::Surroundings& around) {
    const auto& products = materials.chosen.products;
    return write_ticket(ticket,
                        *wish.ticket,
                        {.run = materials.run,
                         .products = products,
                         .design = materials.design,
                         .loading = materials.loading,
                         .labels = printed.labels,
                         .pages = printed.pages,
                         .printer = wish.paper.printer.value_or(""),
                         .serials = serial_words(job.serials),
                         .printable_until = printable_until(products, materials.run.date),
                         .list_as_of = materials.list.header.as_of,
                         .about = job.facts},
                        around);
}

// The id of the sign-off that was made now, or that the run cites.
Result<std::optional<std::string>>
approve(const ApprovalWish& wish, const Frozen& frozen, const job::Surroundings& around) {
    if (!wish.signer) return wish.id;
    return std::optional(TRY(sign_off(around.home, frozen, *wish.signer, around.today)));
}

} // namespace

Result<job::Report> print_labels(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_label_wish(request, around));
    const auto materials = TRY(gather(wish, around));
    const auto frozen = TRY(hold_to_approval(wish.approval, materials, around));
    auto ticket = TRY(open_ticket(wish.ticket));

    auto issue = TRY(LabelIssue::reserve(wish.store, around.home, materials.run, materials.chosen.products));
    const auto job = plan_run(wish, materials, issue, around.wants_json);
    const auto printed = TRY(print_run(job, around, issue)); // makes, checks, enters the log, names the files

    if (wish.preview) TRY(write_preview(*wish.preview, *printed.worst, around));
    if (printed.files.empty()) return report_of_nothing_written(wish, materials, printed, around.lang);
    if (ticket) TRY(write_ticket_of(*ticket, wish, materials, job, printed, around));
    TRY(remember_sheets(around, materials.loading, printed.labels));
    const auto approval = TRY(approve(wish.approval, frozen, around));
    return report_of_run(wish, materials, printed, approval, around.lang);
}

} // namespace temsao::press
