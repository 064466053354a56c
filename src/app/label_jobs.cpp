#include "app/approval.h"
#include "app/jobs.h"
#include "app/label_check.h"
#include "app/label_issue.h"
#include "app/preview.h"
#include "app/read_back.h"
#include "base/file.h"
#include "store/list_store.h"

#include <algorithm>
#include <numeric>
#include <thread>

namespace temsao::app {
namespace {

using catalog::Product;

constexpr auto default_template = "jar-60x40";

// All of them, or as many as --check-labels says. Gives how many.
Result<std::size_t>
read_back(const Request& request, const Surroundings& around, const Run& run, const std::vector<LabelToRead>& labels) {
    std::vector<std::size_t> places(labels.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    if (request.has("check-labels") && request.text("check-labels") != "all") {
        const auto asked = number_option(request, "check-labels", 1, 1, most_labels);
        if (!asked)
            return error(
                Cause::usage, "option.check_labels", {request.text("check-labels"), std::to_string(most_labels)});
        places = sample(labels.size(), static_cast<std::size_t>(*asked), seed_of(labels));
    }
    const auto threads = static_cast<int>(std::thread::hardware_concurrency());
    return read_labels_back(labels, places, run.resolution, around.share / "fonts", threads, around.progress);
}

// Of the first label with something that refuses, else with something to say, else of the first.
Outcome picture(const std::filesystem::path& file,
                const std::vector<LabelToRead>& labels,
                const std::vector<CheckedLabel>& checked,
                const render::FontBook& fonts,
                Lang lang) {
    const auto worst = std::max_element(checked.begin(), checked.end(), [](const auto& a, const auto& b) {
        const auto weight = [](const CheckedLabel& one) {
            return label::refuses(one.findings) ? 2 : one.findings.empty() ? 0 : 1;
        };
        return weight(a) < weight(b);
    });
    const auto png =
        draw_preview(labels[static_cast<std::size_t>(worst - checked.begin())].drawing, *worst, fonts, lang);
    return png ? write_file(file, *png) : Outcome(png.error());
}

} // namespace

Result<Report> print_labels(const Request& request, const Surroundings& around) {
    auto run = read_run(request, around);
    if (!run) return run.error();
    if (request.has("all") == request.has("product")) return error(Cause::usage, "label.which");
    if (!request.has("out") && !request.has("preview")) return error(Cause::usage, "label.no_out");
    const auto template_name = request.has("template") ? request.text("template") : default_template;
    const auto design = load_template(around, template_name);
    if (!design) return design.error();
    const auto fonts = render::FontBook::open(around.share / "fonts");
    if (!fonts) return fonts.error();
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

    Frozen frozen;
    if (request.has("approved") || request.has("sign-off")) {
        const auto versions = store->versions();
        if (!versions) return versions.error();
        auto all = freeze(request, around, *run, template_name, versions->back(), chosen);
        if (!all) return all.error();
        frozen = *std::move(all);
    }
    if (request.has("approved"))
        if (auto holds = check_sign_off(around.home, request.text("approved"), frozen); !holds) return holds.error();
    auto issue = LabelIssue::reserve(request, around, *run, chosen);
    if (!issue) return issue.error();
    std::vector<std::shared_ptr<const label::Drawing>> drawings;
    std::vector<CheckedLabel> checked;
    std::vector<LabelToRead> to_read; // each different label once
    Json labels = Json::array();
    for (std::size_t p = 0; p < chosen.size(); ++p) {
        const auto* product = chosen[p];
        const auto serials = issue->serials(p);
        const int alike = run->count / static_cast<int>(serials.size()); // labels for each serial
        for (const auto& serial : serials) {
            run->serial = serial;
            const auto made = make_label(*product, *run, *design, **fonts);
            if (!made)
                return error(made.error().cause, "label.on", {product->name, say(made.error().what, around.lang)});
            checked.push_back(check_label(*made, *run, *design, **fonts, &serial != &serials.front()));
            to_read.push_back({made->drawing, made->uri, product->name});
            drawings.insert(drawings.end(), static_cast<std::size_t>(alike), made->drawing);
            labels.push_back({{"key", product->key},
                              {"uri", made->uri},
                              {"serial", serial.empty() ? Json(nullptr) : Json(serial)},
                              {"version", made->version},
                              {"module_mm", made->module_mm},
                              {"count", alike},
                              {"printable_until", catalog::certificate_on(*product, run->date).valid_to.iso()}});
        }
        if (around.progress) around.progress(p + 1, chosen.size());
    }
    for (auto& line : finding_lines(checked, Severity::check, around.lang))
        report.remarks.push_back(std::move(line));
    if (request.has("preview")) {
        const auto seen = picture(request.text("preview"), to_read, checked, **fonts, around.lang);
        if (!seen) return seen.error();
        report.words += say({"preflight.picture", {request.text("preview")}}, around.lang) + "\n";
    }
    const auto refused = count_findings(checked, Severity::invalid);
    if (refused > 0 || !request.has("out")) {
        for (const auto& line : finding_lines(checked, Severity::invalid, around.lang))
            report.words += line + "\n";
        if (refused > 0) {
            report.words += say({"preflight.nothing_written", {std::to_string(refused)}}, around.lang) + "\n";
            report.exit_status = 1;
        }
        report.json = dump({{"template", design->name},
                            {"files", Json::array()},
                            {"labels", labels},
                            {"skipped", skipped},
                            {"preflight", findings_json(checked, around.lang)}});
        return report;
    }
    const auto read = read_back(request, around, *run, to_read);
    if (!read) return read.error();
    auto pages = page::one_a_page(drawings);
    if (request.has("stock")) {
        const auto stock = page::find_stock(request.text("stock"));
        if (!stock) return stock.error();
        auto imposed = page::impose(drawings, *stock, run->start, run->resolution);
        if (!imposed) return imposed.error();
        pages = *std::move(imposed);
    }
    const auto title = chosen.size() == 1 ? chosen.front()->name : design->title;
    const auto files = write_pages(
        pages, format_of(request), request.text("out"), *run, title, **fonts, [&] { return issue->print(); });
    if (!files) issue->files_failed(files.error());
    if (!files) return files.error();
    Json names = Json::array();
    for (const auto& file : *files)
        names.push_back(file.string());
    const auto last = std::min_element(chosen.begin(), chosen.end(), [&](const Product* a, const Product* b) {
        return catalog::certificate_on(*a, run->date).valid_to < catalog::certificate_on(*b, run->date).valid_to;
    });
    report.words += say({"label.summary",
                         {std::to_string(drawings.size()),
                          std::to_string(pages.size()),
                          files->front().string(),
                          catalog::certificate_on(**last, run->date).valid_to.vietnamese()}},
                        around.lang) +
                    " " +
                    say({*read == to_read.size() ? "preflight.all_read" : "preflight.some_read",
                         {std::to_string(*read), std::to_string(to_read.size())}},
                        around.lang) +
                    "\n";
    Json approval = request.has("approved") ? Json(request.text("approved")) : Json(nullptr);
    if (request.has("sign-off")) {
        const auto id = sign_off(around.home, frozen, request.text("sign-off"), around.today);
        if (!id) return id.error();
        approval = *id;
        report.words += say({"approval.given", {request.text("sign-off"), *id}}, around.lang) + "\n";
    }
    report.json = dump({{"template", design->name},
                        {"dpi", run->resolution.dpi()},
                        {"files", names},
                        {"pages", pages.size()},
                        {"labels", labels},
                        {"skipped", skipped},
                        {"preflight", findings_json(checked, around.lang)},
                        {"approval", approval},
                        {"read_back", {{"labels", to_read.size()}, {"read", *read}}}});
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
