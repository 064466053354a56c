#include "job/read_options.h"
#include "press/approval.h"
#include "press/jobs.h"
#include "press/press_options.h"
#include "press/preview.h"
#include "press/run_labels.h"
#include "press/stocks.h"
#include "press/ticket.h"
#include "store/list_store.h"

#include <algorithm>

namespace temsao::press {
namespace {

using catalog::Product;

constexpr auto default_template = "jar-60x40";

// The first few; a run of a whole list is told by its title.
std::string keys_of(const std::vector<const Product*>& chosen) {
    constexpr std::size_t most_keys = 20;
    std::string keys;
    for (std::size_t i = 0; i < std::min(chosen.size(), most_keys); ++i)
        keys += (i ? ", " : "") + chosen[i]->key;
    return chosen.size() > most_keys ? keys + " … (" + std::to_string(chosen.size()) + ")" : keys;
}

render::DocumentFacts facts_of(const catalog::ProductList& list,
                               const std::vector<const Product*>& chosen,
                               const Run& run,
                               const label::Template& design,
                               const std::optional<render::OutputProfile>& press) {
    const bool one = chosen.size() == 1;
    return {.title = one ? chosen.front()->name : design.title,
            .created = run.date,
            .product = keys_of(chosen),
            .lot = run.lot,
            .list_as_of = list.header.as_of,
            .press = press};
}

// "first … last, count": serials are random, so that these are the first and the last as printed.
std::string serial_words(const std::vector<std::vector<std::string>>& serials) {
    std::size_t count = 0;
    for (const auto& of_product : serials)
        count += of_product.front().empty() ? 0 : of_product.size();
    if (count == 0) return {};
    return serials.front().front() + " … " + serials.back().back() + " (" + std::to_string(count) + ")";
}

// Gives the line that names the picture.
Result<std::string> write_preview(const std::string& file, const SeenLabel& seen, const job::Surroundings& around) {
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    const auto png = TRY(draw_preview(seen.drawing, seen.checked, *fonts, around.lang));
    TRY(write_file(file, png));
    return say({"preflight.picture", {file}}, around.lang) + "\n";
}

} // namespace

Result<job::Report> print_labels(const job::Request& request, const job::Surroundings& around) {
    auto run = read_run(request, around);
    if (!run) return run.error();
    const auto loading = TRY(load_printer(request, around, *run));
    const auto press = TRY(read_press(request));
    if (request.has("all") == request.has("product")) return error(Cause::usage, "label.which");
    if (!request.has("out") && !request.has("preview")) return error(Cause::usage, "label.no_out");
    const auto template_name = request.has("template") ? request.text("template") : default_template;
    const auto design = TRY(load_template(around, template_name));
    TRY(check_fit(around, loading, design.size));
    auto store = TRY(store::ListStore::open(around.home));
    auto list = TRY(store.load());

    job::Report report;
    std::vector<const Product*> chosen;
    job::Json skipped = job::Json::array();
    if (request.has("all")) {
        for (const auto& product : list.products) {
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
            const auto key = job::key_of(wanted);
            const auto found = std::find_if(
                list.products.begin(), list.products.end(), [&](const Product& p) { return p.key == key; });
            if (found == list.products.end()) return error(Cause::missing, "list.no_product", {wanted});
            TRY(may_be_printed(*found, run->date));
            chosen.push_back(&*found);
        }
    }
    if (chosen.empty()) return error(Cause::refused, "label.none");
    if (static_cast<std::int64_t>(chosen.size()) * run->count > most_labels)
        return error(Cause::usage, "label.too_many", {std::to_string(most_labels)});

    Frozen frozen;
    if (request.has("approved") || request.has("sign-off")) {
        const auto versions = TRY(store.versions());
        auto all = TRY(freeze(request, around, *run, template_name, design, versions.back(), chosen));
        frozen = std::move(all);
    }
    if (request.has("approved")) TRY(check_sign_off(around.home, request.text("approved"), frozen));
    std::optional<NewFile> ticket; // opened first: a folder that is not there is no news after a long run
    if (request.has("ticket")) {
        auto file = TRY(NewFile::create(request.text("ticket")));
        ticket.emplace(std::move(file));
    }
    auto issue = TRY(LabelIssue::reserve(request, around, *run, chosen));
    PrintJob job{
        chosen, *run, design, loading.imposition, facts_of(list, chosen, *run, design, press), {}, around.wants_json};
    for (std::size_t product = 0; product < chosen.size(); ++product)
        job.serials.push_back(issue.serials(product));
    const auto printed = print_run(job, request, around, issue);
    if (!printed || printed->files.empty())
        issue.abandon(printed ? "refused by preflight" : say(printed.error().what, Lang::en));
    if (!printed) return printed.error();
    for (auto& line : finding_lines(printed->checked, Severity::check, around.lang))
        report.remarks.push_back(std::move(line));
    if (request.has("preview")) {
        auto seen = TRY(write_preview(request.text("preview"), *printed->worst, around));
        report.words += seen;
    }
    if (printed->files.empty()) {
        for (const auto& line : finding_lines(printed->checked, Severity::invalid, around.lang))
            report.words += line + "\n";
        if (const auto refused = count_findings(printed->checked, Severity::invalid)) {
            report.words += say({"preflight.nothing_written", {std::to_string(refused)}}, around.lang) + "\n";
            report.exit_status = 1;
        }
        report.json = {{"template", design.name},
                       {"files", job::Json::array()},
                       {"labels", printed->products},
                       {"skipped", skipped},
                       {"preflight", findings_json(printed->checked, around.lang)}};
        return report;
    }
    job::Json names = job::Json::array();
    for (const auto& file : printed->files)
        names.push_back(file.string());
    const auto last = std::min_element(chosen.begin(), chosen.end(), [&](const Product* a, const Product* b) {
        return catalog::certificate_on(*a, run->date).valid_to < catalog::certificate_on(*b, run->date).valid_to;
    });
    const auto until = catalog::certificate_on(**last, run->date).valid_to;
    if (ticket) {
        const TicketFacts facts{.run = *run,
                                .products = chosen,
                                .design = design,
                                .loading = loading,
                                .labels = printed->labels,
                                .pages = printed->pages,
                                .printer = request.text("printer"),
                                .serials = serial_words(job.serials),
                                .printable_until = until,
                                .list_as_of = list.header.as_of,
                                .about = job.facts};
        TRY(write_ticket(*ticket, request.text("ticket"), facts, around));
        names.push_back(request.text("ticket"));
    }
    TRY(remember_sheets(around, loading, printed->labels));
    report.words += say({"label.summary",
                         {std::to_string(printed->labels),
                          std::to_string(printed->pages),
                          printed->files.front().string(),
                          until.vietnamese()}},
                        around.lang) +
                    " " +
                    say({printed->read_back == printed->different ? "preflight.all_read" : "preflight.some_read",
                         {std::to_string(printed->read_back), std::to_string(printed->different)}},
                        around.lang) +
                    "\n" + loading_words(loading, printed->pages, around.lang);
    job::Json approval = request.has("approved") ? job::Json(request.text("approved")) : job::Json(nullptr);
    if (request.has("sign-off")) {
        const auto id = TRY(sign_off(around.home, frozen, request.text("sign-off"), around.today));
        approval = id;
        report.words += say({"approval.given", {request.text("sign-off"), id}}, around.lang) + "\n";
    }
    report.json = {{"template", design.name},
                   {"dpi", run->resolution.dpi()},
                   {"files", names},
                   {"pages", printed->pages},
                   {"labels", printed->products},
                   {"skipped", skipped},
                   {"preflight", findings_json(printed->checked, around.lang)},
                   {"approval", approval},
                   {"read_back", {{"labels", printed->different}, {"read", printed->read_back}}}};
    return report;
}

} // namespace temsao::press
