#include "press/label_preview.h"

#include "job/read_options.h"
#include "press/label_check.h"
#include "press/print_run.h"
#include "render/write.h"
#include "store/list_store.h"

namespace temsao::press {
namespace {

// As the pages want it: a row of four numbers, and none where there is no place.
job::Json preview_finding(job::Json finding) {
    const auto box = finding.at("box");
    finding.erase("box");
    if (!box.is_null()) finding["box"] = {box.at("x"), box.at("y"), box.at("width"), box.at("height")};
    return finding;
}

} // namespace

Result<std::string> preview_label(const job::Request& request, const job::Surroundings& around) {
    auto run = read_run(request, around);
    if (!run) return run.error();
    const auto design = load_template(around, request.text("template"));
    if (!design) return design.error();
    auto store = store::ListStore::open(around.home);
    if (!store) return store.error();
    const auto product = store->find(job::key_of(request.text("product")));
    if (!product) return product.error();
    if (!*product) return error(Cause::missing, "list.no_product", {request.text("product")});
    if (auto allowed = may_be_printed(**product, run->date); !allowed) return allowed.error();
    const auto fonts = render::FontBook::open(around.share / "fonts");
    if (!fonts) return fonts.error();
    auto filler = filler_for(*run, *design, **fonts);
    const auto made = make_label(**product, *run, filler);
    if (!made) return made.error();
    const auto page = page::Imposition::one_a_page().lay(0, {&made->drawing, 1});
    if (!page) return page.error();
    const auto svg = render::write_svg(*page, **fonts);
    if (!svg) return svg.error();
    job::Json findings = job::Json::array();
    for (auto& finding : findings_json({check_label(*made, *run, *design, **fonts, false)}, around.lang))
        findings.push_back(preview_finding(std::move(finding)));
    return job::dump({{"svg", *svg},
                      {"size", {design->size.width.value, design->size.height.value}},
                      {"uri", made->uri},
                      {"module_mm", made->module_mm},
                      {"findings", findings}});
}

} // namespace temsao::press
