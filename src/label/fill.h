#pragma once
// template + record + symbol + resolution -> Drawing. Text wraps, then shrinks to the template's stated minimum; text
// that still does not fit stops the job, so that nothing ever runs over the code.
//
// Two levels of use. fill: one label; pure, any thread with its own FontMeasure. Filler: many labels of one template; a
// piece is set again only when the values it reads have changed. The drawings are the same.
#include "base/date.h"
#include "catalog/product.h"
#include "label/template.h"

namespace temsao::label {

struct LabelRecord {
    std::map<std::string, std::string> fields; // placeholder -> text, NFC; an absent or empty field is not printed
    int stars = 0;                             // 3..5, from the certificate
    Date valid_to;                             // the certificate's last day, shown on the badge
    catalog::Group group = catalog::Group::unknown;
    std::shared_ptr<const Brand> brand = {}; // of the producer; the fields have its texts
    std::string elements = {}; // for a DataMatrix: "[01]09520000010003[10]L1"; empty for a product without a GTIN
};

// The smallest module that a label may have: 0.25 mm, two dots of a 203 dpi printer. Phones read it from about 10 cm.
inline constexpr Mm least_module{0.25};

// The allowed module sizes of a label. Checkouts read 0.396 to 0.990 mm (GS1 General Specifications 5.12.3.1 [F]).
struct ModuleRange {
    Mm least = least_module, most{10};
};

inline constexpr ModuleRange till_modules{{0.396}, {0.990}};

// Where a design shows bars only for products with a number (data-if="till_number"), and the text finds no room beside
// them, the label is drawn as that of a product without one; preflight says so.
//
// The code gets the largest module of whole dots, within `modules`, that keeps its quiet zone inside the template's
// box. Other faults of a template (art in the quiet zone, text on text or over the edge) are reported by preflight,
// with their place.
//
// Errors (Cause::refused): label.field_missing {template, field}, label.text_too_long {template, field, product, mm too
// tall, characters too many}, label.name_too_long {template, field, product, mm} where it is the producer's name or
// address; label.nutrition_too_tall and label.nutrition_too_wide {template, product, mm}; label.missing_glyph {field,
// characters}, label.code_too_small {template, dpi, modules, needed mm, box mm, dpi that would do},
// label.till_code_too_small {template, dpi, needed mm, box mm}, label.too_few_stars {product, stars},
// label.text_over_limit {field, characters, bytes allowed}; and, for a faulty template, label.badge_outside {template},
// label.pattern_too_fine {template, pattern, most}.
Result<Drawing> fill(const Template& design,
                     const LabelRecord& record,
                     std::shared_ptr<const symbol::Symbol> symbol,
                     const FontMeasure& fonts,
                     Resolution resolution,
                     ModuleRange modules = {});

// One thread. Template and fonts outlive it.
class Filler {
public:
    Filler(const Template& design, const FontMeasure& fonts, Resolution resolution, ModuleRange modules = {});
    ~Filler();

    Result<Drawing> fill(const LabelRecord& record, std::shared_ptr<const symbol::Symbol> symbol); // errors as fill's

    struct Memory; // what the pieces showed last; used by fill.cpp

private:
    std::unique_ptr<Memory> memory_;
};

// The colour of a goods group, in four inks. White text on it has a contrast of 4.5 to 1 or more.
Ink accent(catalog::Group group);

} // namespace temsao::label
