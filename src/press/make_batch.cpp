#include "press/make_batch.h"

#include "label/bleed.h"
#include "press/read_back.h"

namespace temsao::press {
namespace {

// Where a label stands in its run. Labels with one serial are alike: they are looked at once, where the first begins.
struct PlaceInRun {
    std::size_t product, of_product; // which label of that product
    std::size_t serial, alike;       // labels for each serial

    bool begins() const { return of_product % alike == 0; }
};

PlaceInRun place_of(const PrintJob& job, std::size_t label) {
    const auto count = static_cast<std::size_t>(job.run.count);
    const auto product = label / count;
    const auto alike = count / job.serials[product].size();
    return {product, label % count, label % count / alike, alike};
}

int weight(const std::optional<SeenLabel>& seen) {
    if (!seen) return -1;
    return label::refuses(seen->checked.findings) ? 2 : seen->checked.findings.empty() ? 0 : 1;
}

MadeLabel listed(const Made& made, const Run& run, std::size_t alike) {
    return {.key = made.product->key,
            .uri = made.uri,
            .serial = run.serial.empty() ? std::nullopt : std::optional(run.serial),
            .version = made.version,
            .module_mm = made.module_mm,
            .count = alike,
            .printable_until = catalog::certificate_on(*made.product, run.date).valid_to};
}

Result<Made> make_one(const Making& making, const PlaceInRun& place, Run& run, label::Filler& filler) {
    const auto& job = making.job;
    const auto* product = job.products[place.product];
    run.serial = job.serials[place.product][place.serial];
    auto made = make_label(*product, run, filler);
    if (!made) return error(made.error().cause, "label.on", {product->name, say(made.error().what, making.lang)});
    return made;
}

Outcome read_back(const Making& making, const PlaceInRun& place, const Made& made, const render::FontBook& fonts) {
    const auto& job = making.job;
    TRY(read_label_back(made, job.run.resolution, fonts));
    const bool first = place.of_product == 0;
    TRY(read_till_codes_back(made, first, job.run.resolution, fonts));
    if (!first) return done;
    return count_stars_back(made, job.design, making.stars, job.run.resolution, fonts);
}

// A label looked over where it begins, and read back unless preflight refuses it, which says more.
void look_over(
    const Making& making, const PlaceInRun& place, const Run& run, const Made& made, Workplace& at, MadeBatch& batch) {
    const auto& job = making.job;
    auto checked = check_label(made, run, job.design, *at.fonts, place.of_product != 0, &at.memory);
    const auto different = place.product * job.serials[place.product].size() + place.serial;
    if (making.to_read[different] && !batch.unreadable && !label::refuses(checked.findings)) {
        if (const auto read = read_back(making, place, made, *at.fonts); !read)
            batch.unreadable = read.error();
        else
            ++batch.read_back;
    }
    keep_worse(batch.worst, SeenLabel{made.drawing, checked});
    if (!checked.findings.empty()) batch.checked.push_back(std::move(checked));
}

} // namespace

bool is_refused(const std::optional<SeenLabel>& seen) {
    return weight(seen) == 2;
}

void keep_worse(std::optional<SeenLabel>& worst, std::optional<SeenLabel> other) {
    if (weight(other) > weight(worst)) worst = std::move(other);
}

Result<MadeBatch> make_batch(const Making& making, const Batch& batch, Workplace& at) {
    const auto& fonts = *at.fonts;
    MadeBatch result;
    std::optional<Made> current;
    std::shared_ptr<const label::Drawing> drawn; // of the current label, as it goes onto the page
    auto run = making.job.run;
    const auto bleed = run.trimming.bleed;
    auto filler = filler_for(run, making.job.design, fonts);
    const auto label_at = [&](std::size_t label) -> Result<std::shared_ptr<const label::Drawing>> {
        const auto place = place_of(making.job, label);
        const auto* product = making.job.products[place.product];
        if (!current || current->product != product)
            run.goods = making.job.run.goods ? making.job.run.goods : label::goods_of(product->group, product->name);
        if (!current || place.begins()) {
            auto made = TRY(make_one(making, place, run, filler));
            current = std::move(made);
            drawn = current->drawing;
            if (making.job.look) drawn = std::make_shared<const label::Drawing>(making.job.look->on_screen(*drawn));
            if (bleed > Mm{}) drawn = std::make_shared<const label::Drawing>(label::with_bleed(*drawn, bleed));
        }
        // A label over the end of a batch is drawn twice; it is looked at where it begins.
        if (place.begins()) {
            look_over(making, place, run, *current, at, result);
            if (making.job.lists_labels) result.listed.push_back(listed(*current, run, place.alike));
        }
        return drawn;
    };
    const auto pages = TRY(lay_pages(batch, making.job.imposition, label_at));
    if (!making.files) return result;
    auto composed = TRY(making.files->compose(pages, fonts));
    result.pages = std::move(composed);
    return result;
}

} // namespace temsao::press
