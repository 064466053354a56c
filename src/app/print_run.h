#pragma once
// Inside `app`: what a run of labels is asked to be, one label of it, and its files. The jobs `label` and `template
// preview` share them.
#include "app/label_profile.h"
#include "catalog/product.h"
#include "label/fill.h"
#include "label/label_rules.h"
#include "page/page.h"
#include "render/label_printer.h"

namespace temsao::app {

inline constexpr int most_labels = 100'000;
inline constexpr std::uint64_t most_template_bytes = 256 * 1024;

struct LabelPrinter {
    render::PrinterLanguage language;
    render::PrinterSettings settings;
};

// What the options say for the whole run.
struct Run {
    Date date, made;
    std::optional<Date> expires;
    std::string lot, serial, host;
    bool lot_given = false; // else the day made is the lot; in a code with a seal and a serial it need not stand twice
    LabelProfile profile = {};
    symbol::EcLevel level = symbol::EcLevel::M;
    Resolution resolution = Resolution::from_dpi(300);
    int count = 1, start = 1;
    std::optional<label::Goods> goods = {}; // as asked; else by group and name
    double face_cm2 = 0;                    // of the pack; 0: the label's own area
    label::QuantityHeights quantity_heights = label::QuantityHeights::by_area;
    bool serials = false;                     // each label its own
    std::optional<LabelPrinter> printer = {}; // when the file is for a label printer
};

Result<Run> read_run(const Request& request, const Surroundings& around);

// --gap, --darkness, --speed; nothing for the other formats, which refuse them. Errors option.number, option.length,
// printer.only {option}.
Result<std::optional<LabelPrinter>> read_label_printer(const Request& request);

// May this product carry the badge on `day`? The certificate decides, never the designer. Errors (Cause::refused):
// print.revoked, print.not_yet, print.expired, print.stars.
Outcome may_be_printed(const catalog::Product& product, Date day);

// Where templates lie: the user's own first, then ours.
std::vector<std::filesystem::path> template_folders(const Surroundings& around);

// Its file. Error template.missing.
Result<std::filesystem::path> find_template(const Surroundings& around, const std::string& name);

// By name out of those folders, or an SVG file. Error template.missing, those of read_file and label::parse_template.
Result<label::Template> load_template(const Surroundings& around, const std::string& name);

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
// label::fill.
Result<Made> make_label(const catalog::Product& product,
                        const Run& run,
                        const label::Template& design,
                        const render::FontBook& fonts);

// "pdf", "zpl" …: as asked, else by the file's name.
std::string format_of(const Request& request);

// The files of a run, all of them or none. `before_they_appear` is called when all are on the disk and none has its
// name yet; its failure leaves none. Error label.format.
Result<std::vector<std::filesystem::path>> write_pages(const std::vector<page::Page>& pages,
                                                       const std::string& format,
                                                       const std::filesystem::path& out,
                                                       const Run& run,
                                                       const std::string& title,
                                                       const render::FontBook& fonts,
                                                       const std::function<Outcome()>& before_they_appear = {});

} // namespace temsao::app
