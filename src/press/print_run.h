#pragma once
// Inside `app`: the options of a run of labels, one label of it, and its files. The jobs `label` and `template preview`
// share them.
#include "catalog/product.h"
#include "label/fill.h"
#include "label/label_rules.h"
#include "page/page.h"
#include "press/label_profile.h"
#include "render/label_printer.h"
#include "render/pdf.h"
#include "system/file.h"

namespace temsao::press {

inline constexpr int most_labels = 100'000;
inline constexpr std::size_t most_pictures = 1000; // one file each
inline constexpr std::uint64_t most_template_bytes = 256 * 1024;

struct LabelPrinter {
    render::PrinterLanguage language;
    render::PrinterSettings settings;
};

// The options of the whole run.
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
};

Result<Run> read_run(const job::Request& request, const job::Surroundings& around);

// --gap, --darkness, --speed; empty for other formats, which refuse these options. Errors option.number, option.length,
// printer.only {option}.
Result<std::optional<LabelPrinter>> read_label_printer(const job::Request& request);

// May this product carry the badge on `day`? The certificate decides, never the designer. Errors (Cause::refused):
// print.revoked, print.not_yet, print.expired, print.stars.
Outcome may_be_printed(const catalog::Product& product, Date day);

// The folders of templates: the user's first, then ours.
std::vector<std::filesystem::path> template_folders(const job::Surroundings& around);

// The template's file. Error template.missing.
Result<std::filesystem::path> find_template(const job::Surroundings& around, const std::string& name);

// Reads a template by its name in these folders, or from an SVG file. Error template.missing, those of read_file and
// label::parse_template.
Result<label::Template> load_template(const job::Surroundings& around, const std::string& name);

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

label::Filler filler_for(const Run& run, const label::Template& design, const render::FontBook& fonts);

// "pdf", "zpl" …: from --format, else by the file's name.
std::string format_of(const job::Request& request);

// The files of a run. Pages are added in batches, in order; the files appear at finish, all or none.
class LabelFiles {
public:
    // For label printers: equal consecutive pages are sent once, with their count.
    using Composed = std::variant<render::PdfPages, std::vector<std::string>, std::vector<page::Page>>;

    // Errors label.format {format}, label.too_many_pictures {pages, most}, and those of NewFile::create.
    static Result<LabelFiles> create(const std::string& format,
                                     const std::filesystem::path& out,
                                     const Run& run,
                                     const render::DocumentFacts& facts,
                                     std::size_t pages);

    Result<Composed> compose(std::span<const page::Page> pages, const render::FontBook& fonts) const; // any thread
    Outcome put(const Composed& composed, const render::FontBook& fonts);
    // `before_they_appear` is called when all files are on the disk and none has its name yet; if it fails, no file
    // appears.
    Result<std::vector<std::filesystem::path>> finish(const render::FontBook& fonts,
                                                      const std::function<Outcome()>& before_they_appear = {});

private:
    LabelFiles(std::string format, std::filesystem::path out, const Run& run, std::size_t pages)
        : format_(std::move(format)),
          out_(std::move(out)),
          resolution_(run.resolution),
          printer_(run.printer),
          pages_(pages) {}

    Outcome put_picture(const std::string& bytes);
    Outcome print_waiting(const render::FontBook& fonts);

    std::string format_;
    std::filesystem::path out_;
    Resolution resolution_;
    std::optional<LabelPrinter> printer_;
    std::size_t pages_;
    std::vector<std::filesystem::path> paths_;
    std::vector<std::unique_ptr<NewFile>> files_;
    std::optional<render::PdfWriter> pdf_;
    std::optional<page::Page> waiting_; // for a label printer, with its copies so far
    int copies_ = 0;
};

// A batch: a few consecutive pages of a run and their labels, the unit of work of one thread.
struct Stretch {
    std::size_t first_page, pages, first_label, labels;
};

std::vector<Stretch> stretches(const page::Imposition& imposition, std::size_t labels);

// The pages of a batch; its labels are given by their number within the run.
template <class LabelAt>
Result<std::vector<page::Page>>
lay_pages(const Stretch& stretch, const page::Imposition& imposition, LabelAt label_at) {
    std::vector<page::Page> pages;
    auto label = stretch.first_label;
    const auto end = stretch.first_label + stretch.labels;
    for (auto page = stretch.first_page; page < stretch.first_page + stretch.pages; ++page) {
        std::vector<std::shared_ptr<const label::Drawing>> drawings;
        for (const auto room = imposition.labels_on(page); drawings.size() < room && label < end; ++label) {
            auto drawing = TRY(label_at(label));
            drawings.push_back(std::move(drawing));
        }
        auto laid = TRY(imposition.lay(page, drawings));
        pages.push_back(std::move(laid));
    }
    return pages;
}

} // namespace temsao::press
