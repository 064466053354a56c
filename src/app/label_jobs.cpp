#include "app/jobs.h"
#include "app/label_check.h"
#include "app/label_issue.h"
#include "app/print_run.h"
#include "app/stocks.h"
#include "app/ticket.h"
#include "base/in_order.h"
#include "store/list_store.h"

#include <algorithm>

namespace temsao::app {
namespace {

using catalog::Product;

constexpr auto default_template = "jar-60x40";

struct Job {
    std::vector<const Product*> products;
    Run run;
    label::Template design;
    page::Imposition imposition;
    render::DocumentFacts facts;
    std::vector<std::vector<std::string>> serials; // of each product: one for each label, or one empty text for all
};

struct Printed {
    std::size_t labels = 0, pages = 0;
    std::vector<std::filesystem::path> files; // none where a label is refused
    Json products = Json::array();
    std::vector<CheckedLabel> checked; // those with findings
};

// What several threads work on: pages composed, and what there is to say of the products that begin on them.
struct MadeStretch {
    LabelFiles::Composed pages;
    Json products = Json::array();
    std::vector<CheckedLabel> checked;
};

Json words_of(const Made& made, const Run& run, std::size_t alike) {
    return {{"key", made.product->key},
            {"uri", made.uri},
            {"serial", run.serial.empty() ? Json(nullptr) : Json(run.serial)},
            {"version", made.version},
            {"module_mm", made.module_mm},
            {"count", alike},
            {"printable_until", catalog::certificate_on(*made.product, run.date).valid_to.iso()}};
}

Result<MadeStretch> make_stretch(
    const Job& job, const Stretch& stretch, const LabelFiles& files, const render::FontBook& fonts, Lang lang) {
    MadeStretch result;
    std::optional<Made> current;
    auto run = job.run;
    const auto count = static_cast<std::size_t>(run.count);
    const auto label_at = [&](std::size_t label) -> Result<std::shared_ptr<const label::Drawing>> {
        const auto* product = job.products[label / count];
        const auto& serials = job.serials[label / count];
        const auto alike = count / serials.size(); // labels for each serial
        const auto& serial = serials[label % count / alike];
        if (!current || current->product != product || run.serial != serial) {
            run.serial = serial;
            auto made = make_label(*product, run, job.design, fonts);
            if (!made) return error(made.error().cause, "label.on", {product->name, say(made.error().what, lang)});
            current = *std::move(made);
            // A label over the end of a stretch is drawn twice; it is looked at where it begins.
            if (label % alike == 0)
                if (auto checked = check_label(*current, run, job.design, fonts, label % count != 0);
                    !checked.findings.empty())
                    result.checked.push_back(std::move(checked));
        }
        if (label % alike == 0) result.products.push_back(words_of(*current, run, alike));
        return current->drawing;
    };
    const auto pages = lay_pages(stretch, job.imposition, label_at);
    if (!pages) return pages.error();
    auto composed = files.compose(*pages, fonts);
    if (!composed) return composed.error();
    result.pages = *std::move(composed);
    return result;
}

Result<Printed> print_run(const Job& job, const Request& request, const Surroundings& around, LabelIssue& issue) {
    std::vector<std::unique_ptr<render::FontBook>> fonts; // one for each thread, the last for this one
    for (unsigned worker = 0; worker <= around.workers; ++worker) {
        auto book = render::FontBook::open(around.share / "fonts");
        if (!book) return book.error();
        fonts.push_back(*std::move(book));
    }
    Printed printed;
    printed.labels = job.products.size() * static_cast<std::size_t>(job.run.count);
    const auto plan = stretches(job.imposition, printed.labels);
    printed.pages = plan.back().first_page + plan.back().pages;
    auto files = LabelFiles::create(format_of(request), request.text("out"), job.run, job.facts, printed.pages);
    if (!files) return files.error();
    std::size_t labels_done = 0;
    const auto make = [&](std::size_t i, unsigned worker) {
        return make_stretch(job, plan[i], *files, *fonts[worker], around.lang);
    };
    const auto take = [&](MadeStretch made) -> Outcome {
        if (around.is_cancelled && around.is_cancelled()) return error(Cause::refused, "job.cancelled");
        for (auto& product : made.products)
            printed.products.push_back(std::move(product));
        std::move(made.checked.begin(), made.checked.end(), std::back_inserter(printed.checked));
        labels_done = std::min(printed.labels, labels_done + plan.front().labels);
        if (around.progress) around.progress(labels_done, printed.labels);
        return files->put(made.pages, *fonts.back());
    };
    if (auto all = in_order(plan.size(), around.workers, make, take); !all) return all.error();
    if (count_findings(printed.checked, Severity::invalid) > 0) return printed; // the files never get their names
    auto paths = files->finish(*fonts.back(), [&] { return issue.print(); });
    if (!paths) issue.files_failed(paths.error());
    if (!paths) return paths.error();
    printed.files = *std::move(paths);
    return printed;
}

render::DocumentFacts facts_of(const catalog::ProductList& list,
                               const std::vector<const Product*>& chosen,
                               const Run& run,
                               const label::Template& design) {
    const bool one = chosen.size() == 1;
    return {.title = one ? chosen.front()->name : design.title,
            .created = run.date,
            .product = one ? chosen.front()->key : "",
            .lot = run.lot,
            .list_as_of = list.header.as_of};
}

// "first … last, count": serials are random, so that these are the first and the last as printed.
std::string serial_words(const std::vector<std::vector<std::string>>& serials) {
    std::size_t count = 0;
    for (const auto& of_product : serials)
        count += of_product.front().empty() ? 0 : of_product.size();
    if (count == 0) return {};
    return serials.front().front() + " … " + serials.back().back() + " (" + std::to_string(count) + ")";
}

} // namespace

Result<Report> print_labels(const Request& request, const Surroundings& around) {
    auto run = read_run(request, around);
    if (!run) return run.error();
    const auto loading = load_printer(request, around, *run);
    if (!loading) return loading.error();
    if (request.has("all") == request.has("product")) return error(Cause::usage, "label.which");
    const auto design = load_template(around, request.has("template") ? request.text("template") : default_template);
    if (!design) return design.error();
    auto store = store::ListStore::open(around.home);
    if (!store) return store.error();
    auto list = store->load();
    if (!list) return list.error();

    Report report;
    std::vector<const Product*> chosen;
    Json skipped = Json::array();
    if (request.has("all")) {
        for (const auto& product : list->products) {
            if (const auto allowed = may_be_printed(product, run->date); allowed) {
                chosen.push_back(&product);
            } else {
                const auto words = say(allowed.error().what, around.lang);
                report.remarks.push_back(words);
                skipped.push_back({{"key", product.key}, {"id", allowed.error().what.id}, {"message", words}});
                report.exit_status = 1;
            }
        }
    } else {
        for (const auto& wanted : request.options.at("product")) {
            const auto key = key_of(wanted);
            const auto found = std::find_if(
                list->products.begin(), list->products.end(), [&](const Product& p) { return p.key == key; });
            if (found == list->products.end()) return error(Cause::missing, "list.no_product", {wanted});
            if (const auto allowed = may_be_printed(*found, run->date); !allowed) return allowed.error();
            chosen.push_back(&*found);
        }
    }
    if (chosen.empty()) return error(Cause::refused, "label.none");
    if (static_cast<std::int64_t>(chosen.size()) * run->count > most_labels)
        return error(Cause::usage, "label.too_many", {std::to_string(most_labels)});

    std::optional<NewFile> ticket; // opened first: a folder that is not there is no news after a long run
    if (request.has("ticket")) {
        auto file = NewFile::create(request.text("ticket"));
        if (!file) return file.error();
        ticket.emplace(*std::move(file));
    }
    auto issue = LabelIssue::reserve(request, around, *run, chosen);
    if (!issue) return issue.error();
    Job job{chosen, *run, *design, loading->imposition, facts_of(*list, chosen, *run, *design), {}};
    for (std::size_t product = 0; product < chosen.size(); ++product)
        job.serials.push_back(issue->serials(product));
    const auto printed = print_run(job, request, around, *issue);
    if (!printed) return printed.error();
    for (auto& line : finding_lines(printed->checked, Severity::check, around.lang))
        report.remarks.push_back(std::move(line));
    if (const auto refused = count_findings(printed->checked, Severity::invalid)) {
        for (const auto& line : finding_lines(printed->checked, Severity::invalid, around.lang))
            report.words += line + "\n";
        report.words += say({"preflight.nothing_written", {std::to_string(refused)}}, around.lang) + "\n";
        report.exit_status = 1;
        report.json = dump({{"template", design->name},
                            {"files", Json::array()},
                            {"labels", printed->products},
                            {"skipped", skipped},
                            {"preflight", findings_json(printed->checked, around.lang)}});
        return report;
    }
    Json names = Json::array();
    for (const auto& file : printed->files)
        names.push_back(file.string());
    const auto last = std::min_element(chosen.begin(), chosen.end(), [&](const Product* a, const Product* b) {
        return catalog::certificate_on(*a, run->date).valid_to < catalog::certificate_on(*b, run->date).valid_to;
    });
    const auto until = catalog::certificate_on(**last, run->date).valid_to;
    if (ticket) {
        const TicketFacts facts{.run = *run,
                                .products = chosen,
                                .design = *design,
                                .loading = *loading,
                                .labels = printed->labels,
                                .pages = printed->pages,
                                .printer = request.text("printer"),
                                .serials = serial_words(job.serials),
                                .printable_until = until,
                                .list_as_of = list->header.as_of};
        if (auto written = write_ticket(*ticket, request.text("ticket"), facts, around); !written)
            return written.error();
        names.push_back(request.text("ticket"));
    }
    if (auto remembered = remember_sheets(around, *loading, printed->labels); !remembered) return remembered.error();
    report.words = say({"label.summary",
                        {std::to_string(printed->labels),
                         std::to_string(printed->pages),
                         printed->files.front().string(),
                         until.vietnamese()}},
                       around.lang) +
                   "\n" + loading_words(*loading, printed->pages, around.lang);
    report.json = dump({{"template", design->name},
                        {"dpi", run->resolution.dpi()},
                        {"files", names},
                        {"pages", printed->pages},
                        {"labels", printed->products},
                        {"skipped", skipped},
                        {"preflight", findings_json(printed->checked, around.lang)}});
    return report;
}

} // namespace temsao::app
