#include "press/label_preview.h"

#include "job/read_options.h"
#include "press/label_check.h"
#include "press/materials.h"
#include "press/templates.h"
#include "render/write.h"
#include "store/list_store.h"

namespace temsao::press {
namespace {

Result<catalog::Product> find_product(const ProductsWish& wish, const job::Surroundings& around) {
    const auto name = wish.named.empty() ? std::string() : wish.named.front();
    auto store = TRY(store::ListStore::open_to_read(around.home));
    auto product = TRY(store.find(job::key_of(name)));
    if (!product) return error(Cause::missing, "list.no_product", {name});
    return *std::move(product);
}

} // namespace

Result<LabelPreview> preview_label(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_label_wish(request, around));
    auto run = TRY(run_with_key(wish, around));
    const auto design = TRY(load_template(around, wish.template_name.value_or("")));
    auto product = TRY(find_product(wish.products, around));
    TRY(may_be_printed(product, run.date));
    TRY(take_brands(run, wish, {&product}, around));
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    auto filler = filler_for(run, design, *fonts);
    const auto made = TRY(make_label(product, run, filler));
    const auto page = TRY(page::Imposition::one_a_page().lay(0, {&made.drawing, 1}));
    auto svg = TRY(render::write_svg(page, *fonts));
    auto checked = check_label(made, run, design, *fonts, false);
    return LabelPreview{.svg = std::move(svg),
                        .size = design.size,
                        .uri = made.uri,
                        .module_mm = made.module_mm,
                        .product = std::move(product),
                        .findings = std::move(checked.findings),
                        .design = design};
}

job::Json to_json(const LabelPreview& preview, Lang lang) {
    auto findings = findings_json({{&preview.product, preview.findings, &preview.design}}, lang, BoxForm::row);
    return {{"svg", preview.svg},
            {"size", {preview.size.width.value, preview.size.height.value}},
            {"uri", preview.uri},
            {"module_mm", preview.module_mm},
            {"findings", std::move(findings)}};
}

} // namespace temsao::press
