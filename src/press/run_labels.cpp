#include "press/run_labels.h"

#include "base/in_order.h"
#include "label/bleed.h"
#include "press/read_back.h"
#include "stars/badge_shape.h"

namespace temsao::press {
namespace {

// What several threads work on: pages composed, and what there is to say of the labels that begin on them.
struct MadeStretch {
    LabelFiles::Composed pages;
    job::Json products = job::Json::array();
    std::vector<PreflightedLabel> checked;
    std::optional<SeenLabel> worst;
    std::size_t read_back = 0;
    std::optional<Error> unreadable;
};

// Where a label stands in its run. Labels with one serial are alike: they are looked at once, where the first begins.
struct Place {
    std::size_t product, of_product; // which label of that product
    std::size_t serial, alike;       // labels for each serial

    bool begins() const { return of_product % alike == 0; }
};

Place place_of(const PrintJob& job, std::size_t label) {
    const auto count = static_cast<std::size_t>(job.run.count);
    const auto product = label / count;
    const auto alike = count / job.serials[product].size();
    return {product, label % count, label % count / alike, alike};
}

// One text for each different label, in their order: its product and serial.
std::vector<std::string> different_labels(const PrintJob& job) {
    std::vector<std::string> all;
    for (std::size_t product = 0; product < job.products.size(); ++product)
        for (const auto& serial : job.serials[product])
            all.push_back(job.products[product]->key + " " + job.run.lot + " " + serial);
    return all;
}

int weight(const std::optional<SeenLabel>& seen) {
    if (!seen) return -1;
    return label::refuses(seen->checked.findings) ? 2 : seen->checked.findings.empty() ? 0 : 1;
}

void keep_worse(std::optional<SeenLabel>& worst, std::optional<SeenLabel> other) {
    if (weight(other) > weight(worst)) worst = std::move(other);
}

job::Json words_of(const Made& made, const Run& run, std::size_t alike) {
    return {{"key", made.product->key},
            {"uri", made.uri},
            {"serial", run.serial.empty() ? job::Json(nullptr) : job::Json(run.serial)},
            {"version", made.version},
            {"module_mm", made.module_mm},
            {"count", alike},
            {"printable_until", catalog::certificate_on(*made.product, run.date).valid_to.iso()}};
}

// The run as every thread sees it.
struct Making {
    const PrintJob& job;
    const LabelFiles* files; // none: nothing is composed
    std::vector<bool> to_read;
    const stars::StarCounter& stars;
    Lang lang;
};

Result<Made> make_one(const Making& making, const Place& place, Run& run, label::Filler& filler) {
    const auto& job = making.job;
    const auto* product = job.products[place.product];
    run.serial = job.serials[place.product][place.serial];
    auto made = make_label(*product, run, filler);
    if (!made) return error(made.error().cause, "label.on", {product->name, say(made.error().what, making.lang)});
    return made;
}

Outcome read_back(const Making& making, const Place& place, const Made& made, const render::FontBook& fonts) {
    const auto& job = making.job;
    TRY(read_label_back(made, job.run.resolution, fonts));
    if (place.of_product != 0) return done;
    return count_stars_back(made, job.design, making.stars, job.run.resolution, fonts);
}

// A label looked over where it begins, and read back unless preflight refuses it, which says more.
void look_over(const Making& making,
               const Place& place,
               const Run& run,
               const Made& made,
               const render::FontBook& fonts,
               MadeStretch& stretch) {
    const auto& job = making.job;
    auto checked = check_label(made, run, job.design, fonts, place.of_product != 0);
    const auto different = place.product * job.serials[place.product].size() + place.serial;
    if (making.to_read[different] && !stretch.unreadable && !label::refuses(checked.findings)) {
        if (const auto read = read_back(making, place, made, fonts); !read)
            stretch.unreadable = read.error();
        else
            ++stretch.read_back;
    }
    keep_worse(stretch.worst, SeenLabel{made.drawing, checked});
    if (!checked.findings.empty()) stretch.checked.push_back(std::move(checked));
}

Result<MadeStretch> make_stretch(const Making& making, const Stretch& stretch, const render::FontBook& fonts) {
    MadeStretch result;
    std::optional<Made> current;
    std::shared_ptr<const label::Drawing> drawn; // of the current label, as it goes onto the page
    auto run = making.job.run;
    const auto bleed = run.trimming.bleed;
    auto filler = filler_for(run, making.job.design, fonts);
    const auto label_at = [&](std::size_t label) -> Result<std::shared_ptr<const label::Drawing>> {
        const auto place = place_of(making.job, label);
        const auto* product = making.job.products[place.product];
        if (!current || current->product != product)
            run.goods = making.job.run.goods.value_or(label::goods_of(product->group, product->name));
        if (!current || place.begins()) {
            auto made = TRY(make_one(making, place, run, filler));
            current = std::move(made);
            drawn = current->drawing;
            if (bleed > Mm{}) drawn = std::make_shared<const label::Drawing>(label::with_bleed(*drawn, bleed));
        }
        // A label over the end of a stretch is drawn twice; it is looked at where it begins.
        if (place.begins()) {
            look_over(making, place, run, *current, fonts, result);
            if (making.job.lists_labels) result.products.push_back(words_of(*current, run, place.alike));
        }
        return drawn;
    };
    const auto pages = TRY(lay_pages(stretch, making.job.imposition, label_at));
    if (!making.files) return result;
    auto composed = TRY(making.files->compose(pages, fonts));
    result.pages = std::move(composed);
    return result;
}

} // namespace

Result<Printed>
print_run(const PrintJob& job, const job::Request& request, const job::Surroundings& around, LabelIssue& issue) {
    std::vector<std::unique_ptr<render::FontBook>> fonts; // one for each thread, the last for this one
    for (unsigned worker = 0; worker <= around.workers; ++worker) {
        auto book = TRY(render::FontBook::open(around.share / "fonts"));
        fonts.push_back(std::move(book));
    }
    auto to_read = TRY(labels_to_read(request, different_labels(job)));
    Printed printed;
    printed.labels = job.products.size() * static_cast<std::size_t>(job.run.count);
    printed.different = to_read.size();
    const auto plan = stretches(job.imposition, printed.labels);
    printed.pages = plan.back().first_page + plan.back().pages;
    std::optional<LabelFiles> files;
    if (request.has("out")) {
        auto created =
            TRY(LabelFiles::create(format_of(request), request.text("out"), job.run, job.facts, printed.pages));
        files.emplace(std::move(created));
    } else {
        to_read.assign(printed.different, false);
    }
    const stars::StarCounter stars(stars::badge_shape);
    const Making making{job, files ? &*files : nullptr, std::move(to_read), stars, around.lang};
    std::size_t labels_done = 0;
    const auto make = [&](std::size_t i, unsigned worker) { return make_stretch(making, plan[i], *fonts[worker]); };
    const auto take = [&](MadeStretch made) -> Outcome {
        if (around.is_cancelled && around.is_cancelled()) return error(Cause::refused, "job.cancelled");
        for (auto& product : made.products)
            printed.products.push_back(std::move(product));
        std::move(made.checked.begin(), made.checked.end(), std::back_inserter(printed.checked));
        keep_worse(printed.worst, std::move(made.worst));
        printed.read_back += made.read_back;
        if (made.unreadable && weight(printed.worst) < 2) return *made.unreadable;
        labels_done = std::min(printed.labels, labels_done + plan.front().labels);
        if (around.progress) around.progress(labels_done, printed.labels);
        return files ? files->put(made.pages, *fonts.back()) : done;
    };
    TRY(in_order(plan.size(), around.workers, make, take));
    // Where a label is refused the files never get their names.
    if (!files || count_findings(printed.checked, Severity::invalid) > 0) return printed;
    auto paths = TRY(files->finish(*fonts.back(), [&] { return issue.print(); }));
    printed.files = std::move(paths);
    return printed;
}

} // namespace temsao::press
