#include "job/json.h"
#include "job/read_options.h"
#include "label/fields.h"
#include "press/jobs.h"
#include "press/make_label.h"
#include "press/materials.h"
#include "press/patterns.h"
#include "press/template_facts.h"
#include "press/template_pictures.h"
#include "press/templates.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::press {
namespace {

using catalog::Certificate;
using catalog::Group;
using catalog::Product;

bool is_field(std::string_view name) {
    return std::find(label::field_names.begin(), label::field_names.end(), name) != label::field_names.end();
}

struct Sample {
    Group group;
    const char *name, *net_quantity, *ingredients, *shelf_life, *usage, *storage, *nutrition;
};

// Long names on purpose: a template is judged by its worst label.
constexpr Sample samples[] = {
    {Group::food,
     "Kẹo cu đơ mật mía gừng truyền thống Hương Khê loại đặc biệt",
     "500 g",
     "Mật mía, lạc, gừng, bánh tráng",
     "6 tháng",
     "Ăn liền",
     "Nơi khô, mát",
     "100 g: Năng lượng 430 kcal; Chất đạm 9 g; Carbohydrat 70 g; Đường tổng số 52 g; Chất béo 14 g; Natri 40 mg"},
    {Group::beverage,
     "Rượu nhung hươu ngâm hạ thổ truyền thống Hương Sơn loại đặc biệt",
     "500 ml",
     "Rượu gạo nếp 38 % vol, nhung hươu",
     "36 tháng",
     "Uống 30 ml mỗi lần",
     "Nơi khô, mát",
     ""},
    {Group::medicinal,
     "Cao thảo mộc núi Giăng Màn nấu củi truyền thống loại đặc biệt",
     "100 g",
     "Lá khôi, dạ cẩm, cam thảo",
     "12 tháng",
     "Pha 5 g với nước ấm",
     "Nơi khô, tránh nắng",
     ""},
    {Group::handicraft,
     "Đũa gỗ móc tiện tay truyền thống làng Sơn Lĩnh loại đặc biệt",
     "10 đôi",
     "Gỗ cây móc",
     "60 tháng",
     "Rửa sạch trước khi dùng",
     "Phơi khô sau khi rửa",
     ""},
    {Group::ornamental,
     "Bưởi Phúc Trạch trồng chậu dáng trực quân tử loại đặc biệt",
     "1 chậu",
     "Cây bưởi, giá thể",
     "24 tháng",
     "Tưới hai ngày một lần",
     "Nơi có nắng",
     ""},
};

Result<Product> sample_product(const std::string& group, Date today) {
    const auto* sample = std::find_if(
        std::begin(samples), std::end(samples), [&](const Sample& one) { return catalog::name(one.group) == group; });
    if (sample == std::end(samples)) {
        std::string groups;
        for (const auto& one : samples)
            groups += (groups.empty() ? "" : ", ") + std::string(catalog::name(one.group));
        return error(Cause::usage, "template.group", {group, groups});
    }
    Product product{.key = "09521234543213",
                    .gtin = *gs1::Gtin::parse("09521234543213"),
                    .name = sample->name,
                    .producer = "Hợp tác xã Mẫu Hương Khê",
                    .address = "Thôn Mẫu, xã Hương Khê, tỉnh Hà Tĩnh",
                    .group = sample->group,
                    .certificates = {},
                    .facts = {{"net_quantity", sample->net_quantity},
                              {"ingredients", sample->ingredients},
                              {"shelf_life", sample->shelf_life},
                              {"usage", sample->usage},
                              {"storage", sample->storage},
                              {"nutrition", sample->nutrition}}};
    if (sample->group == Group::food) product.facts["allergens"] = "Lạc";
    product.certificates.push_back(Certificate{.stars = 4,
                                               .score = {},
                                               .decision = "1/QĐ-UBND",
                                               .issuer = "",
                                               .issued = today,
                                               .valid_to = today.plus_months(36),
                                               .valid_to_computed = true,
                                               .status = catalog::Status::valid,
                                               .ended_by = {}});
    return product;
}

} // namespace

Result<job::Report> list_templates(const job::Request&, const job::Surroundings& around) {
    job::Report report;
    job::Json templates = job::Json::array();
    for (const auto& facts : TRY(template_facts(around))) {
        report.words += job::padded(facts.name, 16) + facts.title + "\n";
        templates.push_back(to_json(facts));
    }
    report.json = {{"templates", templates}};
    return report;
}

Result<job::Report> check_template(const job::Request& request, const job::Surroundings& around) {
    const std::filesystem::path file = request.text("file");
    const auto svg = TRY(read_file(file, most_template_bytes));
    const auto design =
        TRY(label::parse_template(svg, file.filename().string(), pictures_beside(file), patterns_of(around)));
    job::Report report;
    job::Json uses = job::Json::array(), findings = job::Json::array(), unused = job::Json::array();
    std::string unused_words;
    for (const auto& use : design.uses) {
        uses.push_back({{"field", use.field}, {"optional", use.optional}, {"at", use.where}});
        if (is_field(use.field)) continue;
        const Finding unknown{Axis::label, "FIELD_UNKNOWN", Severity::check, {design.name, use.where, use.field}, ""};
        findings.push_back(job::to_json(unknown, around.lang));
        report.words += say(unknown.message(), around.lang) + "\n";
    }
    for (const auto& name : label::field_names)
        if (std::none_of(design.uses.begin(), design.uses.end(), [&](const auto& use) { return use.field == name; })) {
            unused.push_back(name);
            unused_words += (unused_words.empty() ? "" : ", ") + std::string(name);
        }
    report.exit_status = findings.empty() ? 0 : 1;
    if (findings.empty())
        report.words = say({"template.good", {design.name, std::to_string(design.pieces.size())}}, around.lang) + "\n";
    if (!unused_words.empty()) report.words += say({"template.unused", {unused_words}}, around.lang) + "\n";
    report.json = {{"ok", findings.empty()},
                   {"name", design.name},
                   {"pieces", design.pieces.size()},
                   {"fields", uses},
                   {"unused", unused},
                   {"findings", findings}};
    return report;
}

Result<job::Report> preview_template(const job::Request& request, const job::Surroundings& around) {
    const auto design = TRY(load_template(around, request.text("template")));
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    const auto product = TRY(sample_product(request.has("group") ? request.text("group") : "food", around.today));
    const auto wish = TRY(read_label_wish(request, around));
    auto run = TRY(run_with_key(wish, around));
    TRY(take_brands(run, wish, {&product}, around));
    auto filler = filler_for(run, design, *fonts);
    const auto made = TRY(make_label(product, run, filler));
    auto page = TRY(page::Imposition::one_a_page().lay(0, {&made.drawing, 1}));
    auto pages = TRY(
        LabelFiles::create(wish.output.value_or(OutputWish{}), run, {.title = design.title, .created = run.date}, 1));
    const auto composed = TRY(pages.compose({&page, 1}, *fonts));
    TRY(pages.put(composed, *fonts));
    const auto files = TRY(pages.finish(*fonts));
    job::Report report;
    report.words = files.front().string() + "\n";
    report.json = {{"file", files.front().string()}};
    return report;
}

} // namespace temsao::press
