#include "app/jobs.h"
#include "app/json.h"
#include "app/print_run.h"
#include "base/file.h"
#include "label/fields.h"

#include <algorithm>

namespace temsao::app {
namespace {

using catalog::Certificate;
using catalog::Product;

bool is_field(std::string_view name) {
    return std::find(label::field_names.begin(), label::field_names.end(), name) != label::field_names.end();
}

} // namespace

Result<Report> list_templates(const Request&, const Surroundings& around) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& folder : template_folders(around))
        for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
            if (entry.path().extension() == ".svg") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    Report report;
    Json templates = Json::array();
    for (const auto& name : names) {
        const auto design = load_template(around, name);
        if (!design) return design.error();
        report.words += padded(name, 16) + design->title + "\n";
        templates.push_back({{"name", name},
                             {"title", design->title},
                             {"width_mm", design->size.width.value},
                             {"height_mm", design->size.height.value}});
    }
    report.json = dump({{"templates", templates}});
    return report;
}

Result<Report> check_template(const Request& request, const Surroundings& around) {
    const std::filesystem::path file = request.text("file");
    const auto svg = read_file(file, most_template_bytes);
    if (!svg) return svg.error();
    const auto design = label::parse_template(*svg, file.filename().string());
    if (!design) return design.error();
    Report report;
    Json uses = Json::array(), findings = Json::array(), unused = Json::array();
    std::string unused_words;
    for (const auto& use : design->uses) {
        uses.push_back({{"field", use.field}, {"optional", use.optional}, {"at", use.where}});
        if (is_field(use.field)) continue;
        const Finding unknown{Axis::label, "FIELD_UNKNOWN", Severity::check, {design->name, use.where, use.field}, ""};
        findings.push_back(to_json(unknown, around.lang));
        report.words += say(unknown.message(), around.lang) + "\n";
    }
    for (const auto& name : label::field_names)
        if (std::none_of(
                design->uses.begin(), design->uses.end(), [&](const auto& use) { return use.field == name; })) {
            unused.push_back(name);
            unused_words += (unused_words.empty() ? "" : ", ") + std::string(name);
        }
    report.exit_status = findings.empty() ? 0 : 1;
    if (findings.empty())
        report.words =
            say({"template.good", {design->name, std::to_string(design->pieces.size())}}, around.lang) + "\n";
    if (!unused_words.empty()) report.words += say({"template.unused", {unused_words}}, around.lang) + "\n";
    report.json = dump({{"ok", findings.empty()},
                        {"name", design->name},
                        {"pieces", design->pieces.size()},
                        {"fields", uses},
                        {"unused", unused},
                        {"findings", findings}});
    return report;
}

// Long names and long addresses on purpose: a template is judged by its worst label.
Result<Report> preview_template(const Request& request, const Surroundings& around) {
    const auto design = load_template(around, request.text("template"));
    if (!design) return design.error();
    const auto fonts = render::FontBook::open(around.share / "fonts");
    if (!fonts) return fonts.error();
    Product product{.key = "09521234543213",
                    .gtin = *gs1::Gtin::parse("09521234543213"),
                    .name = "Kẹo cu đơ mật mía gừng truyền thống Hương Khê loại đặc biệt",
                    .producer = "Hợp tác xã Mẫu Hương Khê",
                    .address = "Thôn Mẫu, xã Hương Khê, tỉnh Hà Tĩnh",
                    .group = catalog::Group::food,
                    .certificates = {},
                    .facts = {{"net_quantity", "500 g"},
                              {"ingredients", "Mật mía, lạc, gừng, bánh tráng"},
                              {"shelf_life", "6 tháng"},
                              {"usage", "Ăn liền"},
                              {"storage", "Nơi khô, mát"}}};
    product.certificates.push_back(Certificate{.stars = 4,
                                               .score = {},
                                               .decision = "1/QĐ-UBND",
                                               .issuer = "",
                                               .issued = around.today,
                                               .valid_to = around.today.plus_months(36),
                                               .valid_to_computed = true,
                                               .status = catalog::Status::valid,
                                               .ended_by = {}});
    const auto run = read_run(request, around);
    if (!run) return run.error();
    const auto made = make_label(product, *run, *design, **fonts);
    if (!made) return made.error();
    const auto files = write_pages(
        page::one_a_page({made->drawing}), format_of(request), request.text("out"), *run, design->title, **fonts);
    if (!files) return files.error();
    Report report;
    report.words = files->front().string() + "\n";
    report.json = dump({{"file", files->front().string()}});
    return report;
}

} // namespace temsao::app
