#pragma once
// Inside `press`: what all labels of a run have in common.
#include "label/label_rules.h"
#include "page/trimming.h"
#include "press/brands.h"
#include "press/label_profile.h"
#include "render/label_printer.h"
#include "symbol/symbol.h"

namespace temsao::press {

inline constexpr int most_labels = 100'000;

struct LabelPrinter {
    render::PrinterLanguage language;
    render::PrinterSettings settings;
};

// As the options say; `gather` then adds the opened key, the brands, the printer's resolution and the roll's
// gap.
struct Run {
    Date date, made;
    std::optional<Date> expires;
    std::string lot, serial, host;
    bool lot_given = false; // else the production date is the lot; a sealed code with a serial omits this default lot:
                            // the seal already holds the date
    LabelProfile profile = {};
    symbol::EcLevel level = symbol::EcLevel::M;
    Resolution resolution = Resolution::from_dpi(300);
    int count = 1, spares = 0;              // for each product; the count includes the spares
    std::optional<label::Goods> goods = {}; // as given; else by group and name
    double face_cm2 = 0;                    // of the pack; 0: the label's own area
    label::QuantityHeights quantity_heights = label::QuantityHeights::by_area;
    bool serials = false;                     // each label has its own
    std::optional<LabelPrinter> printer = {}; // when the file is for a label printer
    page::Trimming trimming = {};
    std::shared_ptr<const BrandShelf> brands = {}; // of the producers; null before take_brands
};

} // namespace temsao::press
