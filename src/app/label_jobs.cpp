#include "app/jobs.h"
#include "app/json.h"
#include "base/file.h"
#include "base/text.h"
#include "label/badge.h"
#include "label/fill.h"
#include "render/write.h"
#include "store/list_store.h"
#include "trace/trace_code.h"

#include <algorithm>
#include <charconv>

namespace temsao::app {
namespace {

using catalog::Certificate;
using catalog::Product;

constexpr std::uint64_t most_template_bytes = 256 * 1024;
constexpr int most_labels = 100'000;
constexpr auto default_template = "jar-60x40";

Result<label::Template> load_template(const Surroundings& around, const std::string& name) {
    const auto file = around.share / "templates" / (name + ".svg");
    std::error_code ignored;
    if (name.find('/') != name.npos || !std::filesystem::exists(file, ignored))
        return error(Cause::missing, "template.missing", {name});
    const auto svg = read_file(file, most_template_bytes);
    if (!svg) return svg.error();
    return label::parse_template(*svg, name);
}

// May this product carry the badge on `day`? The certificate decides, never the designer.
Outcome may_be_printed(const Product& product, Date day) {
    const auto& certificate = catalog::certificate_on(product, day);
    const auto refuse = [&](const char* id, std::vector<std::string> facts) {
        facts.insert(facts.begin(), product.name);
        return error(Cause::refused, id, std::move(facts));
    };
    if (certificate.status == catalog::Status::revoked || certificate.status == catalog::Status::delisted)
        return refuse("print.revoked", {certificate.decision, certificate.ended_by});
    if (day < certificate.issued) return refuse("print.not_yet", {certificate.issued.vietnamese()});
    if (certificate.valid_to < day)
        return refuse("print.expired", {certificate.decision, certificate.valid_to.vietnamese()});
    if (certificate.stars < label::least_stars) return refuse("print.stars", {std::to_string(certificate.stars)});
    return done;
}

// "12 tháng", "18 months", "45 ngày", "2 năm" after the day made. Nothing when the words say it otherwise.
std::optional<Date> after_shelf_life(std::string_view shelf_life, Date made) {
    int count = 0;
    const auto [end, failed] = std::from_chars(shelf_life.data(), shelf_life.data() + shelf_life.size(), count);
    const auto unit = bare_key(shelf_life.substr(static_cast<std::size_t>(end - shelf_life.data())));
    if (failed != std::errc{} || count < 1 || count > 1200) return {};
    if (unit.starts_with("thang") || unit.starts_with("month")) return made.plus_months(count);
    if (unit.starts_with("nam") || unit.starts_with("year")) return made.plus_months(12 * std::min(count, 100));
    if (unit.starts_with("ngay") || unit.starts_with("day")) return made.plus_days(count);
    return {};
}

// What the options say for the whole run.
struct Run {
    Date date, made;
    std::optional<Date> expires;
    std::string lot, serial, host;
    symbol::EcLevel level = symbol::EcLevel::M;
    Resolution resolution = Resolution::from_dpi(300);
    int count = 1, start = 1;
};

Result<Run> read_run(const Request& request, const Surroundings& around) {
    Run run{.date = around.today,
            .made = around.today,
            .expires = {},
            .lot = request.text("lot"),
            .serial = request.text("serial"),
            .host = request.has("host") ? request.text("host") : default_host};
    const auto date = date_option(request, "date", around.today);
    if (!date) return date.error();
    const auto made = date_option(request, "made", *date);
    if (!made) return made.error();
    if (request.has("expires")) {
        const auto expires = Date::parse_iso(request.text("expires"));
        if (!expires) return expires.error();
        run.expires = *expires;
    }
    const auto dpi = number_option(request, "dpi", 300, 72, 2400);
    const auto count = number_option(request, "count", 1, 1, most_labels);
    const auto start = number_option(request, "start", 1, 1, 1000);
    for (const auto* number : {&dpi, &count, &start})
        if (!*number) return number->error();
    if (request.has("level")) {
        const auto at = std::string_view("LMQH").find(request.text("level"));
        if (request.text("level").size() != 1 || at == std::string_view::npos)
            return error(Cause::usage, "option.level", {request.text("level")});
        run.level = static_cast<symbol::EcLevel>(at);
    }
    run.date = *date;
    run.made = *made;
    run.resolution = Resolution::from_dpi(*dpi);
    run.count = *count;
    run.start = *start;
    if (run.lot.empty()) run.lot = run.made.yymmdd(); // the day made is the lot, as small producers keep it
    return run;
}

struct Made {
    std::shared_ptr<const label::Drawing> drawing;
    std::string uri;
    const Product* product;
    int version = 0;
    double module_mm = 0;
};

// record -> trace code -> symbol -> label
Result<Made>
make_label(const Product& product, const Run& run, const label::Template& design, const render::FontBook& fonts) {
    const auto& certificate = catalog::certificate_on(product, run.date);
    trace::TraceCode code{.host = run.host,
                          .gtin = product.gtin,
                          .internal_code = product.gtin ? "" : product.key,
                          .lot = run.lot,
                          .serial = run.serial,
                          .made = {},
                          .expires = run.expires,
                          .signature = {}};
    std::string expires_words;
    const auto shelf_life = product.facts.find("shelf_life");
    if (!code.expires && shelf_life != product.facts.end()) {
        code.expires = after_shelf_life(shelf_life->second, run.made);
        if (!code.expires) expires_words = shelf_life->second;
    }
    if (code.expires && *code.expires <= run.made)
        return error(Cause::refused, "trace.dates", {run.made.vietnamese(), code.expires->vietnamese()});
    const auto uri = trace::make_uri(code);
    if (!uri) return uri.error();
    auto symbol = symbol::encode(*uri, run.level);
    if (!symbol) return symbol.error();

    label::LabelRecord record{.fields = {product.facts.begin(), product.facts.end()},
                              .stars = certificate.stars,
                              .valid_to = certificate.valid_to,
                              .group = product.group};
    record.fields["name"] = product.name;
    record.fields["producer"] = product.producer;
    record.fields["address"] = product.address;
    record.fields["lot"] = run.lot;
    record.fields["made"] = run.made.vietnamese();
    record.fields["expires"] = code.expires ? code.expires->vietnamese() : expires_words;
    record.fields["decision"] = certificate.decision;
    record.fields["hri"] = (product.gtin ? "(01)" + product.key + " (10)" : product.key + " ") + run.lot +
                           (run.serial.empty() ? "" : (product.gtin ? " (21)" : " ") + run.serial);
    const int version = symbol->version();
    auto drawing =
        label::fill(design, record, std::make_shared<const symbol::Symbol>(*std::move(symbol)), fonts, run.resolution);
    if (!drawing) return drawing.error();
    Made made{std::make_shared<const label::Drawing>(*std::move(drawing)), *uri, &product, version, 0};
    for (const auto& item : made.drawing->items)
        if (const auto* modules = std::get_if<label::CodeModules>(&item)) made.module_mm = modules->module.value;
    return made;
}

std::string format_of(const Request& request) {
    if (request.has("format")) return request.text("format");
    auto extension = std::filesystem::path(request.text("out")).extension().string();
    return extension.empty() ? "pdf" : extension.substr(1);
}

// Every file is made in memory first; then all appear.
Result<std::vector<std::filesystem::path>>
write_all(const std::vector<std::pair<std::filesystem::path, std::string>>& files) {
    std::vector<NewFile> pending;
    std::vector<std::filesystem::path> written;
    for (const auto& [path, bytes] : files) {
        auto file = NewFile::create(path);
        if (!file) return file.error();
        if (auto outcome = file->write(bytes); !outcome) return outcome.error();
        pending.push_back(*std::move(file));
        written.push_back(path);
    }
    for (auto& file : pending)
        if (auto outcome = file.commit(); !outcome) return outcome.error();
    return written;
}

Result<std::vector<std::filesystem::path>> write_pages(const std::vector<page::Page>& pages,
                                                       const std::string& format,
                                                       const std::filesystem::path& out,
                                                       const Run& run,
                                                       const std::string& title,
                                                       const render::FontBook& fonts) {
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    if (format == "pdf") {
        auto bytes = render::write_pdf(pages, {title, run.date}, fonts);
        if (!bytes) return bytes.error();
        files.emplace_back(out, *std::move(bytes));
        return write_all(files);
    }
    if (format != "png" && format != "svg") return error(Cause::usage, "label.format", {format});
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto bytes =
            format == "png" ? render::write_png(pages[i], run.resolution, fonts) : render::write_svg(pages[i], fonts);
        if (!bytes) return bytes.error();
        auto path = out;
        if (pages.size() > 1)
            path.replace_filename(out.stem().string() + "-" + std::to_string(i + 1) + out.extension().string());
        files.emplace_back(std::move(path), *std::move(bytes));
    }
    return write_all(files);
}

} // namespace

Result<Report> print_labels(const Request& request, const Surroundings& around) {
    const auto run = read_run(request, around);
    if (!run) return run.error();
    if (request.has("all") == request.has("product")) return error(Cause::usage, "label.which");
    const auto design = load_template(around, request.has("template") ? request.text("template") : default_template);
    if (!design) return design.error();
    const auto fonts = render::FontBook::open(around.share / "fonts");
    if (!fonts) return fonts.error();
    auto store = store::ListStore::open(around.home);
    if (!store) return store.error();
    auto list = store->load();
    if (!list) return list.error();

    Report report;
    std::vector<const Product*> chosen;
    Json skipped = Json::array();
    if (request.has("all")) {
        for (const auto& product : list->products) {
            if (const auto allowed = may_be_printed(product, run->date); allowed) {
                chosen.push_back(&product);
            } else {
                const auto words = say(allowed.error().what, around.lang);
                report.remarks.push_back(words);
                skipped.push_back({{"key", product.key}, {"id", allowed.error().what.id}, {"message", words}});
                report.exit_status = 1;
            }
        }
    } else {
        for (const auto& wanted : request.options.at("product")) {
            const auto key = key_of(wanted);
            const auto found = std::find_if(
                list->products.begin(), list->products.end(), [&](const Product& p) { return p.key == key; });
            if (found == list->products.end()) return error(Cause::missing, "list.no_product", {wanted});
            if (const auto allowed = may_be_printed(*found, run->date); !allowed) return allowed.error();
            chosen.push_back(&*found);
        }
    }
    if (chosen.empty()) return error(Cause::refused, "label.none");
    if (static_cast<std::int64_t>(chosen.size()) * run->count > most_labels)
        return error(Cause::usage, "label.too_many", {std::to_string(most_labels)});

    std::vector<std::shared_ptr<const label::Drawing>> drawings;
    Json labels = Json::array();
    for (const auto* product : chosen) {
        const auto made = make_label(*product, *run, *design, **fonts);
        if (!made) return error(made.error().cause, "label.on", {product->name, say(made.error().what, around.lang)});
        for (int i = 0; i < run->count; ++i)
            drawings.push_back(made->drawing);
        const auto& certificate = catalog::certificate_on(*product, run->date);
        labels.push_back({{"key", product->key},
                          {"uri", made->uri},
                          {"version", made->version},
                          {"module_mm", made->module_mm},
                          {"count", run->count},
                          {"printable_until", certificate.valid_to.iso()}});
        if (around.progress) around.progress(labels.size(), chosen.size());
    }
    auto pages = page::one_a_page(drawings);
    if (request.has("stock")) {
        const auto stock = page::find_stock(request.text("stock"));
        if (!stock) return stock.error();
        auto imposed = page::impose(drawings, *stock, run->start, run->resolution);
        if (!imposed) return imposed.error();
        pages = *std::move(imposed);
    }
    const auto title = chosen.size() == 1 ? chosen.front()->name : design->title;
    const auto files = write_pages(pages, format_of(request), request.text("out"), *run, title, **fonts);
    if (!files) return files.error();
    Json names = Json::array();
    for (const auto& file : *files)
        names.push_back(file.string());
    const auto last = std::min_element(chosen.begin(), chosen.end(), [&](const Product* a, const Product* b) {
        return catalog::certificate_on(*a, run->date).valid_to < catalog::certificate_on(*b, run->date).valid_to;
    });
    report.words = say({"label.summary",
                        {std::to_string(drawings.size()),
                         std::to_string(pages.size()),
                         files->front().string(),
                         catalog::certificate_on(**last, run->date).valid_to.vietnamese()}},
                       around.lang) +
                   "\n";
    report.json = dump({{"template", design->name},
                        {"dpi", run->resolution.dpi()},
                        {"files", names},
                        {"pages", pages.size()},
                        {"labels", labels},
                        {"skipped", skipped}});
    return report;
}

Result<Report> list_templates(const Request&, const Surroundings& around) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(around.share / "templates", failed))
        if (entry.path().extension() == ".svg") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
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
    report.words = say({"template.good", {design->name, std::to_string(design->pieces.size())}}, around.lang) + "\n";
    report.json = dump({{"ok", true}, {"name", design->name}, {"pieces", design->pieces.size()}});
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

Result<Report> list_stock(const Request&, const Surroundings& around) {
    Report report;
    Json stocks = Json::array();
    for (const auto& stock : page::stock_catalogue()) {
        report.words += padded(std::string(stock.id), 12) + padded(std::string(stock.words), 28) +
                        (stock.is_measured ? "" : say({"stock.measure_first", {}}, around.lang)) + "\n";
        stocks.push_back({{"id", stock.id},
                          {"words", stock.words},
                          {"labels", stock.columns * stock.rows},
                          {"measured", stock.is_measured}});
    }
    report.json = dump({{"stocks", stocks}});
    return report;
}

} // namespace temsao::app
