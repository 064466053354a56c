#pragma once
// The studio's preview of a label while its options are chosen: one label as SVG, with preflight's findings. No serial
// is drawn and nothing is stored. Values; any thread.
#include "catalog/product.h"
#include "job/job.h"
#include "label/preflight.h"

namespace temsao::press {

struct LabelPreview {
    std::string svg;
    SizeMm size;          // of the label
    std::string uri;      // what its code holds
    double module_mm = 0; // width of one module of the code
    catalog::Product product;
    std::vector<label::LabelFinding> findings; // of preflight
    label::Template design;
};

// Options of `label` for one product: product, template, lot, made, expires, date, dpi, host. Errors: those of `label`.
Result<LabelPreview> preview_label(const job::Request& request, const job::Surroundings& around);

// {"svg", "size": [w, h] mm, "uri", "module_mm", "findings": [{…, "box": [x, y, w, h] mm, absent without a place}]}.
job::Json to_json(const LabelPreview& preview, Lang lang);

} // namespace temsao::press
