#pragma once
// Inside `press`: everything that a run of labels is made from, gathered before the first label is drawn.
#include "press/label_wish.h"

namespace temsao::press {

// Movable only: the products chosen point into the list, and the paper may be locked.
struct Materials {
    Run run; // as wished, with its key, the printer's resolution and the roll's gap
    Loading loading;
    std::optional<render::OutputProfile> press; // the print shop's colours
    std::string template_name;
    label::Template design;
    catalog::ProductList list;
    ChosenProducts chosen;
    std::optional<store::ListVersion> list_version; // when a sign-off is asked for or cited
};

// The wish's run with its key, as `gather` completes it first. Errors: those of open_profile.
Result<Run> run_with_key(const LabelWish& wish, const job::Surroundings& around);

// Adds the brands of the products' producers, without which no label is made. Errors: those of BrandShelf::open.
Outcome take_brands(Run& run,
                    const LabelWish& wish,
                    const std::vector<const catalog::Product*>& products,
                    const job::Surroundings& around);

// Errors: label.which, label.no_out, label.too_many {most} (Cause::usage); those of open_profile, load_printer,
// read_press_profile, load_template, check_fit, ListStore, choose_products and take_brands.
Result<Materials> gather(const LabelWish& wish, const job::Surroundings& around);

// What the run's file says of itself.
render::DocumentFacts document_facts(const Materials& materials);

} // namespace temsao::press
