#include "press/run_labels.h"

#include "base/in_order.h"
#include "press/make_batch.h"
#include "press/read_back.h"
#include "stars/badge_shape.h"

namespace temsao::press {
namespace {

using Workplaces = std::vector<Workplace>; // one for each thread, the last for this one

Result<Workplaces> open_workplaces(const job::Surroundings& around) {
    Workplaces all;
    for (unsigned worker = 0; worker <= around.workers; ++worker)
        all.push_back({TRY(render::FontBook::open(around.share / "fonts")), {}});
    return all;
}

// One text for each different label, in their order: its product and serial.
std::vector<std::string> different_labels(const PrintJob& job) {
    std::vector<std::string> all;
    for (std::size_t product = 0; product < job.products.size(); ++product)
        for (const auto& serial : job.serials[product])
            all.push_back(job.products[product]->key + " " + job.run.lot + " " + serial);
    return all;
}

// Every label drawn, preflighted and read back; the pages go into `files`, which have no names yet.
Outcome make_labels(const Making& making,
                    const std::vector<Batch>& plan,
                    const job::Surroundings& around,
                    Workplaces& places,
                    LabelFiles* files,
                    Printed& printed) {
    std::size_t labels_done = 0;
    const auto make = [&](std::size_t i, unsigned worker) { return make_batch(making, plan[i], places[worker]); };
    const auto take = [&](MadeBatch made) -> Outcome {
        if (around.is_cancelled && around.is_cancelled()) return error(Cause::refused, "job.cancelled");
        std::move(made.listed.begin(), made.listed.end(), std::back_inserter(printed.listed));
        std::move(made.checked.begin(), made.checked.end(), std::back_inserter(printed.checked));
        keep_worse(printed.worst, std::move(made.worst));
        printed.read_back += made.read_back;
        if (made.unreadable && !is_refused(printed.worst)) return *made.unreadable;
        labels_done = std::min(printed.labels, labels_done + plan.front().labels);
        if (around.progress) around.progress(labels_done, printed.labels);
        return files ? files->put(made.pages, *places.back().fonts) : done;
    };
    return in_order(plan.size(), around.workers, make, take);
}

// The run goes into the print log when all files are on the disk and none has its name yet.
Result<std::vector<std::filesystem::path>> issue_files(LabelFiles& files,
                                                       LabelIssue& issue,
                                                       const render::FontBook& fonts,
                                                       const Printed& made,
                                                       const WriteBeside& write_beside) {
    return files.finish(fonts, [&]() -> Result<LabelFiles::Beside> {
        auto beside = TRY(write_beside(made));
        for (auto* file : beside)
            TRY(file->settle());
        TRY(issue.print());
        return beside;
    });
}

Result<Printed> make_check_and_issue(const PrintJob& job,
                                     const job::Surroundings& around,
                                     LabelIssue& issue,
                                     const WriteBeside& write_beside) {
    auto places = TRY(open_workplaces(around));
    auto to_read = labels_to_read(job.labels_read_back, different_labels(job));
    Printed printed;
    printed.labels = job.products.size() * static_cast<std::size_t>(job.run.count);
    printed.different = to_read.size();
    const auto plan = batches(job.imposition, printed.labels);
    printed.pages = plan.back().first_page + plan.back().pages;
    std::optional<LabelFiles> files;
    if (job.output) files.emplace(TRY(LabelFiles::create(*job.output, job.run, job.facts, printed.pages)));
    if (!files) to_read.assign(printed.different, false);
    const stars::StarCounter stars(stars::badge_shape);
    const Making making{job, files ? &*files : nullptr, std::move(to_read), stars, around.lang};
    TRY(make_labels(making, plan, around, places, files ? &*files : nullptr, printed));
    // If a label is refused the files never get their names.
    if (!files || count_findings(printed.checked, Severity::invalid) > 0) return printed;
    printed.files = TRY(issue_files(*files, issue, *places.back().fonts, printed, write_beside));
    printed.blocks = files->blocks();
    return printed;
}

} // namespace

job::Json to_json(const MadeLabel& label) {
    return {{"key", label.key},
            {"uri", label.uri},
            {"serial", label.serial ? job::Json(*label.serial) : job::Json(nullptr)},
            {"version", label.version},
            {"module_mm", label.module_mm},
            {"count", label.count},
            {"printable_until", label.printable_until.iso()}};
}

Result<Printed>
print_run(const PrintJob& job, const job::Surroundings& around, LabelIssue& issue, const WriteBeside& write_beside) {
    auto printed = make_check_and_issue(job, around, issue, write_beside);
    if (!printed)
        issue.abandon(say(printed.error().what, Lang::en));
    else if (printed->files.empty())
        issue.abandon("refused by preflight");
    return printed;
}

} // namespace temsao::press
