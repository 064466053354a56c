#pragma once
// Inside `press`: one label of a run.
#include "catalog/product.h"
#include "label/fill.h"
#include "press/run.h"

namespace temsao::press {

struct Made {
    std::shared_ptr<const label::Drawing> drawing;
    std::string uri;
    const catalog::Product* product;
    label::LabelRecord record;
    std::optional<Date> expires; // as the code has it
    int version = 0;
    double module_mm = 0;
};

// record -> trace code -> symbol -> label. Errors: trace.dates, and those of trace::make_uri, symbol::encode,
// label::fill. `filler`: of this run, see filler_for.
Result<Made> make_label(const catalog::Product& product, const Run& run, label::Filler& filler);

// The day in the code, given or by the list's shelf life; else, where that has no day, its words.
struct Expiry {
    std::optional<Date> day;
    std::string words;
};

Expiry expiry_of(const catalog::Product& product, const Run& run);

label::Filler filler_for(const Run& run, const label::Template& design, const render::FontBook& fonts);

} // namespace temsao::press
