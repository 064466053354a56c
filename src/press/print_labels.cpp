// The job `label`: a LabelWish -> files, an entry in the print log and a job ticket.
#include "press/fitting.h"
#include "press/jobs.h"
#include "press/label_report.h"
#include "press/press_profile.h"
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

// The files that go with the labels. Those that the user named are opened before the run: a folder that is not there is
// no news after a long run.
struct BesideFiles {
    std::optional<NewFile> ticket, preview, sheets = {};
    std::optional<NewSignOff> sign_off = {};

    // In the order in which they appear. The sheets come first: a position that counts as used and is free costs a
    // sticker, one that counts as free and is used costs a sheet.
    LabelFiles::Beside all() {
        LabelFiles::Beside files;
        if (sheets) files.push_back(&*sheets);
        if (sign_off) files.push_back(&sign_off->file);
        if (ticket) files.push_back(&*ticket);
        if (preview) files.push_back(&*preview);
        return files;
    }
};

Result<BesideFiles> open_named(const LabelWish& wish) {
    BesideFiles files{.ticket = {}, .preview = {}};
    if (wish.ticket) files.ticket.emplace(TRY(NewFile::create(*wish.ticket)));
    if (wish.preview) files.preview.emplace(TRY(NewFile::create(*wish.preview)));
    return files;
}

bool is_picture(const std::optional<OutputWish>& output) {
    return output && (output->format == "png" || output->format == "svg");
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
Outcome draw_worst(NewFile& file, const LabelWish& wish, const SeenLabel& seen, const job::Surroundings& around) {
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    auto drawing = seen.drawing;
    if (wish.press_profile)
        drawing = std::make_shared<const label::Drawing>(TRY(read_press_look(*wish.press_profile)).on_screen(*drawing));
    return file.write(TRY(draw_preview(drawing, seen.checked, *fonts, around.lang)));
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
                         .sample = *printed.worst->drawing,
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

// All that goes with the labels, complete and without names.
Outcome write_all(BesideFiles& files,
                  const LabelWish& wish,
                  const Materials& materials,
                  const Frozen& frozen,
                  const PrintJob& job,
                  const Printed& made,
                  const job::Surroundings& around) {
    if (files.preview) TRY(draw_worst(*files.preview, wish, *made.worst, around));
    if (files.ticket) TRY(write_ticket_of(*files.ticket, wish, materials, job, made, around));
    if (auto sheets = TRY(write_used_sheets(around, materials.loading, made.labels)))
        files.sheets.emplace(*std::move(sheets));
    if (wish.approval.signer)
        files.sign_off.emplace(TRY(sign_off(around.home, frozen, *wish.approval.signer, around.today)));
    return done;
}

} // namespace

Result<job::Report> print_labels(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_label_wish(request, around));
    const auto materials = TRY(gather(wish, around));
    TRY(all_fit(materials, around));
    const auto frozen = TRY(hold_to_approval(wish.approval, materials, around));
    auto beside = TRY(open_named(wish));
    std::optional<HeldPrinter> printer;
    if (wish.at_printer) {
        printer.emplace(TRY(HeldPrinter::take(around, *wish.at_printer, wish.store)));
        if (wish.output->pages_a_document > 0)
            TRY(printer->take_paper(materials.loading.imposition.page_size(materials.design.size)));
    }

    const auto& [run, products] = std::tie(materials.run, materials.chosen.products);
    const auto packing = TRY(packing_of(wish, materials, around));
    auto issue = TRY(wish.output ? LabelIssue::reserve(wish.store, around.home, run, wish.options, products, packing)
                                 : LabelIssue::only_to_look(run, products));
    if (printer) issue.hold_serials();
    auto job = plan_run(wish, materials, issue, around.wants_json);
    if (wish.press_profile && is_picture(wish.output)) job.look = TRY(read_press_look(*wish.press_profile));
    // Makes and checks the labels, enters them in the log, gives all files their names.
    const auto printed = TRY(print_run(job, around, issue, [&](const Printed& made) -> Result<LabelFiles::Beside> {
        TRY(write_all(beside, wish, materials, frozen, job, made, around));
        return beside.all();
    }));
    if (printed.files.empty()) {
        if (beside.preview) {
            TRY(draw_worst(*beside.preview, wish, *printed.worst, around));
            TRY(beside.preview->commit());
        }
        return report_of_nothing_written(wish, materials, printed, around.lang);
    }
    const auto approval = beside.sign_off ? beside.sign_off->id : wish.approval.id;
    auto report = report_of_run(wish, materials, printed, issue, approval, around.lang);
    if (printer) {
        const auto end = TRY(printer->print(issue, printed, materials.loading.imposition, around));
        add_printing(report, *wish.at_printer, *printer, end, around.lang);
    }
    return report;
}

} // namespace temsao::press
