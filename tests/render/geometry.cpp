// What is measured on the printed page is what the drawing says, to 0.02 mm: poppler renders each template's PDF at
// 0.01 mm a pixel, and the edges of the ink are found in it.
#include "catch.h"
#include "label/boxes.h"
#include "label/fill.h"
#include "render/pdf.h"
#include "shipped_fonts.h"
#include "shipped_template.h"
#include "system/file.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <unistd.h>

using namespace temsao;
using render::test::shipped_fonts;
namespace fs = std::filesystem;

namespace {

constexpr double pixel = 0.01; // mm
constexpr int dpi = 2540;      // 25.4 / pixel
constexpr double allowed = 0.02;

struct Scan {
    int left = 0, top = 0, width = 0, height = 0; // in pixels of the page
    std::string grey;

    int at(int x, int y) const {
        return static_cast<unsigned char>(
            grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]);
    }
};

class PrintedPdf {
public:
    explicit PrintedPdf(const label::Drawing& drawing)
        : folder_(fs::temp_directory_path() / ("temsao-geometry-" + std::to_string(::getpid()))) {
        fs::create_directories(folder_);
        const std::vector<page::Page> pages{
            {drawing.size, {{std::make_shared<const label::Drawing>(drawing), {}, {}}}}};
        const auto pdf = render::write_pdf(pages, {"Nhãn", *Date::from(2026, 11, 24)}, shipped_fonts());
        REQUIRE(pdf.ok());
        REQUIRE(write_file(folder_ / "label.pdf", *pdf).ok());
    }

    ~PrintedPdf() { fs::remove_all(folder_); }

    PrintedPdf(const PrintedPdf&) = delete;
    PrintedPdf& operator=(const PrintedPdf&) = delete;

    // The page's pixels in a box.
    Scan scan(const BoxMm& box) const {
        Scan seen;
        seen.left = std::max(0, static_cast<int>(box.x.value / pixel));
        seen.top = std::max(0, static_cast<int>(box.y.value / pixel));
        const int right = static_cast<int>(box.right().value / pixel);
        const int bottom = static_cast<int>(box.bottom().value / pixel);
        std::ostringstream command;
        command << "pdftoppm -gray -singlefile -r " << dpi << " -x " << seen.left << " -y " << seen.top << " -W "
                << right - seen.left << " -H " << bottom - seen.top << " " << folder_ / "label.pdf"
                << " " << folder_ / "seen";
        REQUIRE(std::system(command.str().c_str()) == 0);
        const auto pgm = read_file(folder_ / "seen.pgm", 1 << 28);
        REQUIRE(pgm.ok());
        std::istringstream file(*pgm);
        std::string kind;
        int most = 0;
        file >> kind >> seen.width >> seen.height >> most;
        REQUIRE((kind == "P5" && most == 255));
        seen.grey =
            pgm->substr(pgm->size() - static_cast<std::size_t>(seen.width) * static_cast<std::size_t>(seen.height));
        return seen;
    }

private:
    fs::path folder_;
};

BoxMm widened(const BoxMm& box, double by) {
    return {box.x - Mm{by}, box.y - Mm{by}, box.width + Mm{2 * by}, box.height + Mm{2 * by}};
}

// The box of all that differs from the ground, which the first pixel shows, by a fifth of the most that anything does.
BoxMm inked(const Scan& seen) {
    const int ground = seen.at(0, 0);
    int most = 0;
    for (const char c : seen.grey)
        most = std::max(most, std::abs(static_cast<unsigned char>(c) - ground));
    REQUIRE(most > 40);
    int left = seen.width, top = seen.height, right = 0, bottom = 0;
    for (int y = 0; y < seen.height; ++y)
        for (int x = 0; x < seen.width; ++x)
            if (std::abs(seen.at(x, y) - ground) > most / 5) {
                left = std::min(left, x), right = std::max(right, x + 1);
                top = std::min(top, y), bottom = std::max(bottom, y + 1);
            }
    return {Mm{(seen.left + left) * pixel},
            Mm{(seen.top + top) * pixel},
            Mm{(right - left) * pixel},
            Mm{(bottom - top) * pixel}};
}

// The farthest that one of the four edges lies from where it should.
double off(const BoxMm& seen, const BoxMm& drawn) {
    return std::max({std::abs((seen.x - drawn.x).value),
                     std::abs((seen.y - drawn.y).value),
                     std::abs((seen.right() - drawn.right()).value),
                     std::abs((seen.bottom() - drawn.bottom()).value)});
}

label::Drawing drawing_of(const fs::path& file) {
    const auto design = label::test::shipped_template(file.stem().string());
    REQUIRE(design.ok());
    const label::LabelRecord record{.fields = {{"name", "Nước mắm cá cơm Ổi ấm"},
                                               {"net_quantity", "500 ml"},
                                               {"producer", "HTX Mẫu"},
                                               {"address", "xã Kỳ Xuân, tỉnh Hà Tĩnh"},
                                               {"made", "24/11/2026"},
                                               {"expires", "24/11/2027"},
                                               {"lot", "261124"},
                                               {"till_number", "9520000010003"},
                                               {"hri", "(01)09521234543213 (10)261124"}},
                                    .stars = 5,
                                    .valid_to = *Date::from(2028, 4, 8),
                                    .group = catalog::Group::food};
    const auto symbol = symbol::encode("https://id.ocop.vn/01/09521234543213/10/261124?17=271124");
    auto drawing = label::fill(
        *design, record, std::make_shared<const symbol::Symbol>(*symbol), shipped_fonts(), Resolution::from_dpi(300));
    if (!drawing) FAIL(say(drawing.error().what, Lang::en));
    return *std::move(drawing);
}

} // namespace

TEST_CASE("code, badge and every text stand on the PDF page where the drawing has them, to 0.02 mm") {
    int templates = 0, measured = 0, tills = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(TEMSAO_SOURCE_DIR) / "templates")) {
        if (entry.path().extension() != ".svg") continue;
        ++templates;
        const auto drawing = drawing_of(entry.path());
        const PrintedPdf pdf(drawing);
        const auto check = [&](const BoxMm& drawn, const std::string& what) {
            CAPTURE(entry.path().stem().string(), what);
            CHECK(off(inked(pdf.scan(widened(drawn, 0.15))), drawn) <= allowed);
            ++measured;
        };
        std::optional<BoxMm> stars;
        for (const auto& item : drawing.items) {
            if (const auto* code = std::get_if<label::CodeModules>(&item)) {
                const Mm side = code->module * code->symbol->size();
                check({code->x, code->y, side, side}, "code");
            }
            if (const auto* star = std::get_if<label::FilledPath>(&item); star && star->needs_contrast)
                stars = stars ? label::join(*stars, label::box_of(star->path)) : label::box_of(star->path);
        }
        REQUIRE(stars.has_value());
        check(*stars, "badge");
        // The bars reach down beside their number, so both are looked at together.
        for (const auto& field : drawing.fields)
            if (!field.field.empty() && field.field != "till_number") check(field.ink, field.field);
        for (const auto& code : drawing.till_codes) {
            auto all = code.box;
            for (const auto item : code.items)
                all = label::join(all, *label::printed_box(drawing.items[item], shipped_fonts()));
            check(all, "till code");
            ++tills;
        }
    }
    CHECK(templates >= 8);
    CHECK(tills >= 6);
    CHECK(measured >= 7 * templates / 2);
}

TEST_CASE("the page measures what the template says, and a shift of 0.03 mm is seen") {
    const auto drawing = drawing_of(fs::path(TEMSAO_SOURCE_DIR) / "templates/jar-60x40.svg");
    const PrintedPdf pdf(drawing);
    for (const auto& item : drawing.items)
        if (const auto* code = std::get_if<label::CodeModules>(&item)) {
            const Mm side = code->module * code->symbol->size();
            const auto seen = inked(pdf.scan(widened({code->x, code->y, side, side}, 0.15)));
            CHECK(off(seen, {code->x + Mm{0.03}, code->y, side, side}) > allowed);
            CHECK(off(seen, {code->x, code->y, side, side + Mm{0.03}}) > allowed);
        }
}
