// Print, read back, compare: every template, at each printer's resolution, as picture and as PDF.
#include "catch.h"
#include "decode/decode.h"
#include "label/fill.h"
#include "photo/photo.h"
#include "render/bitmap.h"
#include "render/pdf.h"
#include "render/write.h"
#include "scan/read.h"
#include "scan/read_back.h"
#include "shipped_fonts.h"
#include "shipped_template.h"
#include "system/file.h"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <unistd.h>

using namespace temsao;
using render::test::shipped_fonts;
namespace fs = std::filesystem;

namespace {

const std::string uri = "https://id.ocop.vn/01/09521234543213/10/261124?17=271124";

label::Template design(const std::string& name) {
    auto parsed = label::test::shipped_template(name);
    REQUIRE(parsed.ok());
    return *parsed;
}

label::LabelRecord record(int stars = 3) {
    return {.fields = {{"name", "Nước mắm cá cơm Ổi ấm"},
                       {"producer", "HTX Mẫu"},
                       {"address", "xã Kỳ Xuân, tỉnh Hà Tĩnh"},
                       {"made", "24/11/2026"},
                       {"expires", "24/11/2027"},
                       {"lot", "261124"},
                       {"hri", "(01)09521234543213 (10)261124"}},
            .stars = stars,
            .valid_to = *Date::from(2028, 4, 8),
            .group = catalog::Group::food};
}

Result<label::Drawing> draw(const std::string& name, const label::LabelRecord& what, int dpi) {
    return label::fill(design(name),
                       what,
                       std::make_shared<const symbol::Symbol>(*symbol::encode(uri)),
                       shipped_fonts(),
                       Resolution::from_dpi(dpi));
}

std::vector<page::Page> page_of(const label::Drawing& drawing) {
    return {{drawing.size, {{std::make_shared<const label::Drawing>(drawing), {}, {}}}}};
}

const label::CodeModules& code_of(const label::Drawing& drawing) {
    for (const auto& item : drawing.items)
        if (const auto* code = std::get_if<label::CodeModules>(&item)) return *code;
    FAIL("no code on the label");
    throw 0;
}

// All that are shipped.
const std::vector<std::string> templates = [] {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(fs::path(TEMSAO_SOURCE_DIR) / "templates"))
        if (entry.path().extension() == ".svg") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}();

} // namespace

TEST_CASE("every template reads back at 203, 300 and 600 dpi, its modules whole and pure, its quiet zone empty") {
    for (const auto& name : templates)
        for (const int dpi : {203, 300, 600}) {
            CAPTURE(name, dpi);
            const auto resolution = Resolution::from_dpi(dpi);
            const auto drawing = draw(name, record(), dpi);
            REQUIRE(drawing.ok());
            const auto png = render::write_png(page_of(*drawing).front(), resolution, shipped_fonts());
            REQUIRE(png.ok());
            const auto photo = decode::decode_photo(*png, name);
            REQUIRE(photo.ok());
            const auto read = scan::read_symbols(*photo).readings;
            REQUIRE(read.size() == 1);
            CHECK(read[0].text == uri);
            CHECK(read[0].ec_level == "M");

            const auto& code = code_of(*drawing);
            const int left = resolution.nearest_dot(code.x).value, top = resolution.nearest_dot(code.y).value;
            const int dots = code.module_dots.value, size = code.symbol->size();
            int wrong = 0;
            for (int y = -4 * dots; y < (size + 4) * dots; ++y)
                for (int x = -4 * dots; x < (size + 4) * dots; ++x) {
                    const bool inside = x >= 0 && y >= 0 && x < size * dots && y < size * dots;
                    const int expected = inside && code.symbol->dark(x / dots, y / dots) ? 0 : 255;
                    wrong += photo->grey[static_cast<std::size_t>(top + y) * static_cast<std::size_t>(photo->width) +
                                         static_cast<std::size_t>(left + x)] != expected;
                }
            CHECK(wrong == 0);
        }
}

TEST_CASE(
    "bars and DataMatrix read back by two readers at 203, 300 and 600 dpi, for random numbers, lots and serials") {
    const auto design_with = [](int width, int height) {
        const auto parsed = label::parse_template(
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="70mm" viewBox="0 0 90 70">)"
            R"(<rect data-kind="code" x="2" y="40" width="28" height="28"/>)"
            R"(<rect data-kind="ean13" x="2" y="2" width=")" +
                std::to_string(width) + R"(" height=")" + std::to_string(height) +
                R"("/><rect data-kind="datamatrix" x="68" y="2" width="20" height="20"/></svg>)",
            "t");
        REQUIRE(parsed.ok());
        return *parsed;
    };
    constexpr std::string_view letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ-/";
    std::mt19937 dice(7);
    const auto word = [&](std::size_t longest) {
        std::string made;
        for (auto left = 1 + dice() % longest; left > 0; --left)
            made += letters[dice() % letters.size()];
        return made;
    };
    for (int i = 0; i < 150; ++i) {
        const auto design_of_this = design_with(30 + static_cast<int>(dice() % 34), 10 + static_cast<int>(dice() % 27));
        auto what = record();
        std::string digits = i % 4 == 0 ? "000000" : "0"; // a GTIN-8 now and then
        while (digits.size() < 13)
            digits += static_cast<char>('0' + dice() % 10);
        digits += gs1::check_digit(digits);
        const auto gtin = *gs1::Gtin::parse(digits);
        const auto lot = word(20), serial = word(20);
        what.fields["till_number"] = gtin.shortest();
        what.elements = "[01]" + digits + "[17]281130[10]" + lot + "[21]" + serial;
        const auto resolution = Resolution::from_dpi(i % 3 == 0 ? 203 : i % 3 == 1 ? 300 : 600);
        CAPTURE(what.elements, resolution.dpi());
        const auto symbol = std::make_shared<const symbol::Symbol>(*symbol::encode(uri));
        const auto drawing = label::fill(design_of_this, what, symbol, shipped_fonts(), resolution);
        REQUIRE(drawing.ok());
        const auto bitmap = render::draw_bitmap(page_of(*drawing).front(), resolution, shipped_fonts());
        REQUIRE(bitmap.ok());
        scan::PrintedDots dots{bitmap->width, bitmap->height, {}};
        for (int y = 0; y < bitmap->height; ++y)
            for (int x = 0; x < bitmap->width; ++x)
                dots.ink.push_back(bitmap->row(y)[x / 8] >> (7 - x % 8) & 1);
        const auto numbers = std::vector{gtin.shortest()};
        const auto elements = "(01)" + digits + "(17)281130(10)" + lot + "(21)" + serial;
        REQUIRE(drawing->till_codes.size() == 2);
        for (const auto& code : drawing->till_codes) { // each as large in the photo as before printing
            const bool is_bars = code.kind == symbol::TillCode::Kind::bars;
            const auto seen =
                scan::read_till_codes_back(scan::photographed(dots, code.module_dots, scan::Nearness::near));
            CHECK(std::count(seen.zxing.begin(), seen.zxing.end(), is_bars ? numbers[0] : elements) == 1);
            for (const auto& text : seen.zxing)
                CHECK((text == numbers[0] || text == elements));
            if (is_bars) CHECK(seen.zbar == numbers);
        }
    }
}

TEST_CASE("the PDF reads back, and the same input gives the same bytes in every format") {
    const auto folder = fs::temp_directory_path() / ("temsao-render-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    for (const auto& name : templates) {
        CAPTURE(name);
        const auto drawing = draw(name, record(), 300);
        REQUIRE(drawing.ok());
        const auto pages = page_of(*drawing);
        const auto make = [&] {
            return *render::write_pdf(pages, {"Nhãn", *Date::from(2026, 11, 24)}, shipped_fonts());
        };
        const auto pdf = make();
        CHECK(pdf == make());
        CHECK(*render::write_svg(pages.front(), shipped_fonts()) == *render::write_svg(pages.front(), shipped_fonts()));
        REQUIRE(write_file(folder / "label.pdf", pdf).ok());
        std::vector<std::string> texts;
        const auto read = decode::each_pdf_page(folder / "label.pdf", [&](int, const photo::Photo& photo) {
            for (const auto& reading : scan::read_symbols(photo).readings)
                texts.push_back(reading.text);
        });
        CHECK(read.ok());
        CHECK(texts == std::vector<std::string>{uri});
        CHECK(std::system(("qpdf --check " + (folder / "label.pdf").string() + " > /dev/null").c_str()) == 0);
    }
    fs::remove_all(folder);
}

TEST_CASE("text that cannot fit stops the job and names field and amount") {
    auto what = record();
    for (int i = 0; i < 40; ++i)
        what.fields["name"] += " rất dài";
    const auto drawing = draw("jar-60x40", what, 300);
    REQUIRE_FALSE(drawing.ok());
    CHECK(drawing.error().what.id == "label.text_too_long");
    CHECK(drawing.error().what.facts.at(1) == "name");
}

TEST_CASE("a character that the fonts lack stops the job and is named") {
    auto what = record();
    what.fields["name"] = "Trà 漢";
    const auto drawing = draw("jar-60x40", what, 300);
    REQUIRE_FALSE(drawing.ok());
    CHECK(drawing.error().what.id == "label.missing_glyph");
    CHECK(drawing.error().what.facts.at(1).find("U+6F22") != std::string::npos);
}

TEST_CASE("as many solid stars as certified, whatever the template") {
    for (const auto& name : templates)
        for (const int stars : {3, 4, 5}) {
            const auto drawing = draw(name, record(stars), 300);
            REQUIRE(drawing.ok());
            int solid = 0, outlined = 0;
            for (const auto& item : drawing->items) {
                if (const auto* filled = std::get_if<label::FilledPath>(&item)) solid += filled->path.size() == 11;
                if (const auto* stroked = std::get_if<label::StrokedPath>(&item))
                    outlined += stroked->path.size() == 11;
            }
            CHECK(solid == stars);
            CHECK(outlined == 5 - stars);
        }
}
