#include "press/materials.h"

#include "press/press_profile.h"
#include "press/templates.h"

#include <algorithm>
#include <set>

namespace temsao::press {
namespace {

using catalog::Product;

constexpr auto default_template = "jar-60x40";

Outcome says_what_and_where(const LabelWish& wish) {
    if (wish.products.all != wish.products.named.empty()) return error(Cause::usage, "label.which");
    if (!wish.output && !wish.preview) return error(Cause::usage, "label.no_out");
    return done;
}

Outcome check_count(const ChosenProducts& chosen, const Run& run) {
    if (static_cast<std::int64_t>(chosen.products.size()) * run.count <= most_labels) return done;
    return error(Cause::usage, "label.too_many", {std::to_string(most_labels)});
}

// The first few; a run of a whole list is told by its title.
std::string keys_of(const std::vector<const Product*>& products) {
    constexpr std::size_t most_keys = 20;
    std::string keys;
    for (std::size_t i = 0; i < std::min(products.size(), most_keys); ++i)
        keys += (i ? ", " : "") + products[i]->key;
    return products.size() > most_keys ? keys + " … (" + std::to_string(products.size()) + ")" : keys;
}

} // namespace

Result<Run> run_with_key(const LabelWish& wish, const job::Surroundings& around) {
    auto run = wish.run;
    run.profile = TRY(open_profile(wish.profile, around));
    return run;
}

Outcome take_brands(Run& run,
                    const LabelWish& wish,
                    const std::vector<const Product*>& products,
                    const job::Surroundings& around) {
    std::set<std::string> producers;
    for (const auto* product : products)
        producers.insert(product->producer);
    run.brands = TRY(BrandShelf::open(around, wish.brand, producers));
    return done;
}

Result<Materials> gather(const LabelWish& wish, const job::Surroundings& around) {
    auto run = TRY(run_with_key(wish, around));
    auto loading = TRY(load_printer(wish.paper, around, run));
    std::optional<render::OutputProfile> press;
    if (wish.press_profile) press = TRY(read_press_profile(*wish.press_profile));
    TRY(says_what_and_where(wish));
    auto template_name = wish.template_name.value_or(default_template);
    auto design = TRY(load_template(around, template_name));
    TRY(check_fit(around, loading, design.size));
    auto store = TRY(store::ListStore::open_to_read(around.home));
    auto list = TRY(store.load());
    auto chosen = TRY(choose_products(wish.products, list, run.date));
    TRY(check_count(chosen, run));
    TRY(take_brands(run, wish, chosen.products, around));
    std::optional<store::ListVersion> version;
    if (wish.approval.is_asked()) version = TRY(store.versions()).back();
    return Materials{std::move(run),
                     std::move(loading),
                     std::move(press),
                     std::move(template_name),
                     std::move(design),
                     std::move(list),
                     std::move(chosen),
                     std::move(version)};
}

render::DocumentFacts document_facts(const Materials& materials) {
    const auto& products = materials.chosen.products;
    return {.title = products.size() == 1 ? products.front()->name : materials.design.title,
            .created = materials.run.date,
            .product = keys_of(products),
            .lot = materials.run.lot,
            .list_as_of = materials.list.header.as_of,
            .press = materials.press};
}

} // namespace temsao::press
