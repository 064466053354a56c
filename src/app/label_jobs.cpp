#include "app/jobs.h"
#include "app/json.h"
#include "app/print_run.h"
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
};

struct Printed {
    std::size_t labels = 0, pages = 0;
    std::vector<std::filesystem::path> files;
    Json products = Json::array();
};

// What several threads work on: pages composed, and what there is to say of the products that begin on them.
struct MadeStretch {
    LabelFiles::Composed pages;
    Json products = Json::array();
};

Json words_of(const Made& made, const Run& run) {
    return {{"key", made.product->key},
            {"uri", made.uri},
            {"version", made.version},
            {"module_mm", made.module_mm},
            {"count", run.count},
            {"printable_until", catalog::certificate_on(*made.product, run.date).valid_to.iso()}};
}

Result<MadeStretch> make_stretch(
    const Job& job, const Stretch& stretch, const LabelFiles& files, const render::FontBook& fonts, Lang lang) {
    MadeStretch result;
    std::optional<Made> current;
    const auto count = static_cast<std::size_t>(job.run.count);
    const auto label_at = [&](std::size_t label) -> Result<std::shared_ptr<const label::Drawing>> {
        const auto* product = job.products[label / count];
        if (!current || current->product != product) {
            auto made = make_label(*product, job.run, job.design, fonts);
            if (!made) return error(made.error().cause, "label.on", {product->name, say(made.error().what, lang)});
            current = *std::move(made);
        }
        if (label % count == 0) result.products.push_back(words_of(*current, job.run));
        return current->drawing;
    };
    const auto pages = lay_pages(stretch, job.imposition, label_at);
    if (!pages) return pages.error();
    auto composed = files.compose(*pages, fonts);
    if (!composed) return composed.error();
    result.pages = *std::move(composed);
    return result;
}

Result<Printed> print_run(const Job& job, const Request& request, const Surroundings& around) {
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
    const auto take = [&](MadeStretch made) {
        for (auto& product : made.products)
            printed.products.push_back(std::move(product));
        labels_done = std::min(printed.labels, labels_done + plan.front().labels);
        if (around.progress) around.progress(labels_done, printed.labels);
        return files->put(made.pages, *fonts.back());
    };
    if (auto all = in_order(plan.size(), around.workers, make, take); !all) return all.error();
    auto paths = files->finish(*fonts.back());
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

} // namespace

Result<Report> print_labels(const Request& request, const Surroundings& around) {
    const auto run = read_run(request, around);
    if (!run) return run.error();
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

    auto imposition = page::Imposition::one_a_page();
    if (request.has("stock")) {
        const auto stock = page::find_stock(request.text("stock"));
        if (!stock) return stock.error();
        const auto sheets = page::Imposition::on_sheets(*stock, run->start, run->resolution);
        if (!sheets) return sheets.error();
        imposition = *sheets;
    }
    const auto printed =
        print_run({chosen, *run, *design, imposition, facts_of(*list, chosen, *run, *design)}, request, around);
    if (!printed) return printed.error();
    Json names = Json::array();
    for (const auto& file : printed->files)
        names.push_back(file.string());
    const auto last = std::min_element(chosen.begin(), chosen.end(), [&](const Product* a, const Product* b) {
        return catalog::certificate_on(*a, run->date).valid_to < catalog::certificate_on(*b, run->date).valid_to;
    });
    report.words = say({"label.summary",
                        {std::to_string(printed->labels),
                         std::to_string(printed->pages),
                         printed->files.front().string(),
                         catalog::certificate_on(**last, run->date).valid_to.vietnamese()}},
                       around.lang) +
                   "\n";
    report.json = dump({{"template", design->name},
                        {"dpi", run->resolution.dpi()},
                        {"files", names},
                        {"pages", printed->pages},
                        {"labels", printed->products},
                        {"skipped", skipped}});
    return report;
}

Result<Report> list_stock(const Request&, const Surroundings& around) {
    Report report;
    Json stocks = Json::array();
    for (const auto& stock : page::stock_catalogue()) {
        report.words += padded(std::string(stock.id), 12) + padded(std::string(stock.words), 28) +
                        (stock.is_measured ? "" : say({"stock.measure_first", {}}, around.lang)) + "\n";
        stocks.push_back({{"id", stock.id},
                          {"words", stock.words},
                          {"labels", stock.columns * stock.rows},
                          {"measured", stock.is_measured}});
    }
    report.json = dump({{"stocks", stocks}});
    return report;
}
} // namespace temsao::app
