// A picture on a label, in each kind of file: inks in PDF, dots on a label printer.
#include "catch.h"
#include "decode/decode.h"
#include "label/svg_path.h"
#include "photo/photo.h"
#include "render/bitmap.h"
#include "render/pdf.h"
#include "render/write.h"
#include "shipped_fonts.h"
#include "system/file.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unistd.h>

using namespace temsao;
using render::test::shipped_fonts;
namespace fs = std::filesystem;

namespace {

std::shared_ptr<const label::Picture> even(std::vector<std::uint8_t> sample, const char* id) {
    auto picture = std::make_shared<label::Picture>();
    picture->width = picture->height = 16;
    picture->samples = static_cast<int>(sample.size());
    for (int i = 0; i < 256; ++i)
        picture->bytes.insert(picture->bytes.end(), sample.begin(), sample.end());
    picture->id = id;
    return picture;
}

// A label of 30 x 20 mm with a picture of 10 x 10 mm at 5, 5.
page::Page page_with(std::shared_ptr<const label::Picture> picture) {
    auto drawing = std::make_shared<label::Drawing>();
    drawing->size = {Mm{30}, Mm{20}};
    drawing->items.emplace_back(label::PlacedPicture{std::move(picture), {Mm{5}, Mm{5}, Mm{10}, Mm{10}}});
    return {drawing->size, {{drawing, {}, {}}}};
}

// The share of dots that print, in a box of the page at 203 dpi.
double printed_share(const page::Page& page, const BoxMm& box) {
    const auto bitmap = render::draw_bitmap(page, Resolution::from_dpi(203), shipped_fonts());
    REQUIRE(bitmap.ok());
    int printed = 0, all = 0;
    for (int y = static_cast<int>(box.y.value * 8); y < static_cast<int>(box.bottom().value * 8); ++y)
        for (int x = static_cast<int>(box.x.value * 8); x < static_cast<int>(box.right().value * 8); ++x) {
            printed += bitmap->row(y)[x / 8] >> (7 - x % 8) & 1;
            ++all;
        }
    return static_cast<double>(printed) / all;
}

const BoxMm inside{Mm{5}, Mm{5}, Mm{10}, Mm{10}};

// The plates of a PDF's first page, by poppler: what each ink's pixels are, in the middle of the picture.
std::string listed_images(const std::vector<page::Page>& pages) {
    const auto folder = fs::temp_directory_path() / ("temsao-inks-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const auto pdf = render::write_pdf(pages, {"Nhãn", *Date::from(2026, 11, 24)}, shipped_fonts());
    REQUIRE(pdf.ok());
    REQUIRE(write_file(folder / "label.pdf", *pdf).ok());
    const auto file = (folder / "label.pdf").string();
    REQUIRE(std::system(("qpdf --check " + file + " > /dev/null").c_str()) == 0);
    REQUIRE(std::system(("pdfimages -list " + file + " > " + (folder / "list").string()).c_str()) == 0);
    const auto list = read_file(folder / "list", 1 << 16);
    fs::remove_all(folder);
    REQUIRE(list.ok());
    return *list;
}

} // namespace

TEST_CASE("on a label printer a picture is as dark as it is, and nothing prints beside it") {
    for (const int grey : {0, 64, 128, 192, 255}) {
        CAPTURE(grey);
        const auto page = page_with(even({static_cast<std::uint8_t>(grey)}, "a"));
        CHECK(printed_share(page, inside) == Approx(1 - grey / 255.0).margin(0.02));
        CHECK(printed_share(page, {Mm{16}, Mm{5}, Mm{10}, Mm{10}}) == 0);
    }
    CHECK(printed_share(page_with(even({255, 255, 0}, "a")), inside) == Approx(0.07).margin(0.03)); // yellow is light
}

TEST_CASE("a picture keeps its colour as a picture, and its grey where there is no colour") {
    const auto page = page_with(even({200, 20, 10}, "a"));
    const auto grey = render::write_png(page, Resolution::from_dpi(203), shipped_fonts(), render::Tone::grey);
    REQUIRE(grey.ok());
    const auto seen = decode::decode_photo(*grey, "grey");
    REQUIRE(seen.ok());
    const auto at = [&](int x, int y) { return int{seen->grey[static_cast<std::size_t>(y * seen->width + x)]}; };
    CHECK(at(80, 80) == Approx(0.2126 * 200 + 0.7152 * 20 + 0.0722 * 10).margin(1.5));
    CHECK(at(39, 80) == 255);
    CHECK(at(40, 80) < 100); // whole pixels: the edge is sharp
    const auto svg = render::write_svg(page, shipped_fonts());
    REQUIRE(svg.ok());
    CHECK(svg->find("<image x=\"5\" y=\"5\" width=\"10\" height=\"10\" preserveAspectRatio=\"none\" "
                    "href=\"data:image/png;base64,iVBORw0KGgo") != svg->npos);
}

TEST_CASE("in PDF a grey picture is grey and a colour one has four inks, one on many pages is stored once") {
    const auto grey = listed_images({page_with(even({90}, "a"))});
    CHECK(grey.find(" gray ") != grey.npos);
    const auto colour = even({200, 20, 10}, "b");
    const auto list = listed_images({page_with(colour), page_with(even({90}, "a")), page_with(colour)});
    CHECK(list.find(" cmyk ") != list.npos);
    CHECK(list.find(" rgb ") == list.npos);
    std::vector<page::Page> pages;
    for (int i = 0; i < 50; ++i)
        pages.push_back(page_with(colour));
    const auto one = render::write_pdf({pages.data(), 1}, {"Nhãn", *Date::from(2026, 11, 24)}, shipped_fonts());
    const auto many = render::write_pdf(pages, {"Nhãn", *Date::from(2026, 11, 24)}, shipped_fonts());
    REQUIRE((one.ok() && many.ok()));
    std::size_t images = 0;
    for (auto found = many->find("/Subtype/Image"); found != many->npos;
         found = many->find("/Subtype/Image", found + 1))
        ++images;
    CHECK(images == 1);
}

// A disc in the middle, its rim soft; nothing around it.
std::shared_ptr<const label::Picture> soft_disc(std::vector<std::uint8_t> sample) {
    auto picture = std::make_shared<label::Picture>(*even(std::move(sample), "disc"));
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x)
            picture->alpha.push_back(
                static_cast<std::uint8_t>(std::clamp(255 * (7.5 - std::hypot(x - 7.5, y - 7.5)), 0.0, 255.0)));
    return picture;
}

// The picture on a band of the ink, over the whole page.
page::Page on_band(std::shared_ptr<const label::Picture> picture, const label::Ink& ink) {
    auto page = page_with(std::move(picture));
    auto drawing = std::make_shared<label::Drawing>(*page.labels[0].drawing);
    drawing->items.insert(drawing->items.begin(),
                          label::FilledPath{label::rectangle_path({{}, {}, Mm{30}, Mm{20}}), ink});
    page.labels[0].drawing = drawing;
    return page;
}

// Dark and light of a picture's page at 10 dots a mm: 0 black, 255 white.
int grey_at(const std::string& bytes, int x, int y) {
    const auto seen = decode::decode_photo(bytes, "page");
    REQUIRE(seen.ok());
    const double dots = seen->width / 30.0;
    return seen->grey[static_cast<std::size_t>(static_cast<int>(y * dots) * seen->width + static_cast<int>(x * dots))];
}

TEST_CASE("a picture with a soft mask lets the band below it show in every output, read back by poppler and MuPDF") {
    const auto page = on_band(soft_disc({250, 250, 250}), {0, 0, 0, 50});
    const auto png = render::write_png(page, Resolution::from_dpi(254), shipped_fonts());
    REQUIRE(png.ok());
    const auto folder = fs::temp_directory_path() / ("temsao-masks-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const auto pdf = render::write_pdf({&page, 1}, {"Nhãn", *Date::from(2026, 11, 24)}, shipped_fonts());
    const auto svg = render::write_svg(page, shipped_fonts());
    REQUIRE((pdf.ok() && svg.ok()));
    REQUIRE(write_file(folder / "a.pdf", *pdf).ok());
    const auto at = [&](const char* name) { return (folder / name).string(); };
    REQUIRE(std::system(("qpdf --check " + at("a.pdf") + " > /dev/null").c_str()) == 0);
    REQUIRE(std::system(("pdftoppm -r 254 -png -singlefile " + at("a.pdf") + " " + at("poppler")).c_str()) == 0);
    REQUIRE(std::system(("mutool draw -q -r 254 -o " + at("mutool.png") + " " + at("a.pdf")).c_str()) == 0);
    std::vector<std::string> made{*png};
    for (const auto* name : {"poppler.png", "mutool.png"})
        made.push_back(*read_file(folder / name, 1 << 22));
    fs::remove_all(folder);
    const int band = grey_at(*png, 2, 2);
    CHECK(band < 200);
    for (const auto& bytes : made) {
        CHECK(grey_at(bytes, 5, 5) == Approx(band).margin(20)); // the corner of the picture's box
        CHECK(grey_at(bytes, 14, 14) == Approx(band).margin(20));
        CHECK(grey_at(bytes, 10, 10) > 240);
    }
    CHECK(svg->find("href=\"data:image/png;base64,iVBORw0KGgo") != svg->npos);
}

TEST_CASE("a label printer leaves out what a picture's mask hides, on white and on a black band") {
    const BoxMm corner{Mm{5}, Mm{5}, Mm{1}, Mm{1}}, middle{Mm{9}, Mm{9}, Mm{2}, Mm{2}};
    const auto on_white = on_band(soft_disc({0}), {0, 0, 0, 0}), on_black = on_band(soft_disc({255}), {0, 0, 0, 100});
    CHECK(printed_share(on_white, corner) == 0);
    CHECK(printed_share(on_white, middle) == 1);
    CHECK(printed_share(on_black, corner) == 1);
    CHECK(printed_share(on_black, middle) == 0);
}
