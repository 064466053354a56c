// The job of the "Making labels" measurements: 1,000 labels of 60 × 40 mm, each with its own code of about 70
// characters at level M, Vietnamese text and badge. CPU milliseconds a label, by step and for each kind of file.
#include "label/fill.h"
#include "page/page.h"
#include "render/pdf.h"
#include "render/write.h"
#include "system/file.h"

#include <cstdio>
#include <ctime>
#include <sys/resource.h>

using namespace temsao;

namespace {

double cpu_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Step {
    const char* name;
    double start = cpu_ms();

    void done(int labels) const {
        const double each = (cpu_ms() - start) / labels;
        std::printf("%-28s %8.3f ms a label  %8.0f labels/s\n", name, each, 1000 / each);
    }
};

label::LabelRecord record(int i) {
    return {{{"name", "Nước mắm cá cơm Kỳ Ninh"},
             {"producer", "Cơ sở chế biến hải sản Nhất Khương"},
             {"address", "TDP Tân Thắng, Phường Hải Ninh, tỉnh Hà Tĩnh"},
             {"net_quantity", "500 ml"},
             {"made", "02/04/2026"},
             {"expires", "02/10/2028"},
             {"lot", "NM-0426"},
             {"hri", "(01) 0 9521234 00048 2\n(21) 7KQ" + std::to_string(10000 + i)}},
            4,
            *Date::from(2027, 10, 15),
            catalog::Group::food};
}

} // namespace

int main(int argc, char** argv) {
    const std::string root = argc > 1 ? argv[1] : ".";
    const int count = argc > 2 ? std::atoi(argv[2]) : 1000;
    const auto fonts = render::FontBook::open(root + "/fonts");
    const auto svg = read_file(root + "/templates/jar-60x40.svg", 1 << 20);
    if (!fonts || !svg) return std::puts("run with the project's folder as first argument"), 66;
    const auto design = label::parse_template(*svg, "jar-60x40");
    if (!design) return 65;
    const auto resolution = Resolution::from_dpi(300);

    std::vector<std::shared_ptr<const symbol::Symbol>> symbols;
    const Step whole{"all, to PDF"};
    const Step encoding{"QR code"};
    for (int i = 0; i < count; ++i)
        symbols.push_back(std::make_shared<const symbol::Symbol>(*symbol::encode(
            "https://id.ocop.vn/01/09521234000482/10/NM-0426/21/7KQ" + std::to_string(10000 + i) + "?17=281002")));
    encoding.done(count);
    const Step filling{"filling the template"};
    std::vector<std::shared_ptr<const label::Drawing>> drawings;
    label::Filler filler(*design, **fonts, resolution);
    for (int i = 0; i < count; ++i) {
        auto drawing = filler.fill(record(i), symbols[static_cast<std::size_t>(i)]);
        if (!drawing) return std::puts(drawing.error().what.id.c_str()), 1;
        drawings.push_back(std::make_shared<const label::Drawing>(*std::move(drawing)));
    }
    filling.done(count);
    const auto one_a_page = page::Imposition::one_a_page();
    std::vector<page::Page> pages;
    for (std::size_t i = 0; i < drawings.size(); ++i)
        pages.push_back(*one_a_page.lay(i, {&drawings[i], 1}));
    const Step pdf{"PDF"};
    const auto bytes = render::write_pdf(pages, {"bench", *Date::from(2026, 11, 24)}, **fonts);
    pdf.done(count);
    whole.done(count);
    std::printf("%-28s %8.1f kB a label\n", "PDF size", static_cast<double>(bytes->size()) / 1000 / count);

    const int few = std::min(count, 100);
    const std::pair<const char*, render::Tone> tones[] = {{"PNG 300 dpi, colour", render::Tone::colour},
                                                          {"PNG 300 dpi, grey", render::Tone::grey},
                                                          {"PNG 300 dpi, 1 bit", render::Tone::one_bit}};
    for (const auto& [name, tone] : tones) {
        const Step png{name};
        if (!render::write_pngs({pages.data(), static_cast<std::size_t>(few)}, resolution, **fonts, tone)) return 1;
        png.done(few);
    }
    const Step outlines{"SVG"};
    for (int i = 0; i < few; ++i)
        if (!render::write_svg(pages[static_cast<std::size_t>(i)], **fonts)) return 1;
    outlines.done(few);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-28s %8.1f MB\n", "peak memory", static_cast<double>(usage.ru_maxrss) / 1024);
}
