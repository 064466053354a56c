#include "press/fitting.h"

#include "press/label_check.h"
#include "press/stocks.h"
#include "press/templates.h"

namespace temsao::press {
namespace {

constexpr auto widest_serial = "WMWMWMWM";
constexpr std::size_t most_listed = 50, most_papers = 2;

// A template that a product may be moved to.
struct Other {
    std::string words; // "box-100x70 (a4-100x70)"
    label::Template design;
};

Run as_widest(const Materials& materials) {
    auto run = materials.run;
    if (run.serials) run.serial = widest_serial;
    return run;
}

// "box-100x70 (a4-100x70, roll-100x70)": with papers whose stickers have its size.
std::string with_papers(const label::Template& design, const std::vector<page::Stock>& stocks) {
    std::string papers;
    std::size_t count = 0;
    for (const auto& stock : stocks)
        if (stock.sticker == design.size && count++ < most_papers) papers += (papers.empty() ? "" : ", ") + stock.id;
    return papers.empty() ? design.name : design.name + " (" + papers + ")";
}

// All templates of the same use as the run's, except its own. Templates that cannot be read are left out.
std::vector<Other> other_templates(const Materials& materials, const job::Surroundings& around) {
    std::vector<Other> all;
    const auto stocks = load_stocks(around);
    const auto names = template_names(around);
    for (const auto& name : names ? *names : std::vector<std::string>()) {
        auto design = load_template(around, name);
        if (!design || design->name == materials.design.name) continue;
        if (design->is_whole_label != materials.design.is_whole_label) continue;
        auto words = with_papers(*design, stocks ? *stocks : std::vector<page::Stock>());
        all.push_back({std::move(words), *std::move(design)});
    }
    return all;
}

// Where the product fits, and preflight does not refuse it; empty when nowhere, as when its template is not the reason.
std::string fits_in(const catalog::Product& product,
                    const Run& run,
                    const std::vector<Other>& others,
                    const render::FontBook& fonts,
                    Lang lang) {
    std::string names;
    for (const auto& [words, design] : others) {
        auto filler = filler_for(run, design, fonts);
        const auto made = make_label(product, run, filler);
        if (!made || label::refuses(check_label(*made, run, design, fonts, false).findings)) continue;
        names += (names.empty() ? "" : ", ") + words;
    }
    return names.empty() ? "" : " " + say({"label.fits_in", {names}}, lang);
}

} // namespace

Outcome all_fit(const Materials& materials, const job::Surroundings& around) {
    const auto& products = materials.chosen.products;
    const auto run = as_widest(materials);
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    auto filler = filler_for(run, materials.design, *fonts);
    std::vector<std::pair<const catalog::Product*, Error>> unfit;
    for (const auto* product : products)
        if (auto made = make_label(*product, run, filler); !made) unfit.emplace_back(product, made.error());
    if (unfit.empty()) return done;
    const auto others = other_templates(materials, around);
    const auto lang = around.lang;
    std::vector<Error> told;
    for (std::size_t i = 0; i < std::min(unfit.size(), most_listed); ++i) {
        const auto& [product, why] = unfit[i];
        const auto words = say(why.what, lang) + fits_in(*product, run, others, *fonts, lang);
        told.push_back(error(why.cause, "label.on", {product->name, words}));
    }
    if (unfit.size() == 1) return told.front();
    std::string list;
    for (const auto& one : told)
        list += "\n" + say(one.what, lang);
    return error(told.front().cause,
                 "label.some_do_not_fit",
                 {std::to_string(unfit.size()), std::to_string(products.size()), list});
}

} // namespace temsao::press
