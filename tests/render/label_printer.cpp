// Labels for a printer's language, printed by the tests' own printer: the same dots as the picture, and the code reads.
#include "render/label_printer.h"

#include "catch.h"
#include "decode/decode.h"
#include "label/fill.h"
#include "photo/photo.h"
#include "printer_language.h"
#include "render/write.h"
#include "scan/read.h"
#include "shipped_fonts.h"
#include "shipped_template.h"
#include "system/file.h"

using namespace temsao;
using render::PrinterLanguage;
using render::test::shipped_fonts;

namespace {

const std::string uri = "https://id.ocop.vn/01/09521234543213/10/261124?17=271124";

page::Page label_page(const std::string& name, int dpi) {
    const auto design = label::test::shipped_template(name);
    REQUIRE(design.ok());
    const label::LabelRecord record{.fields = {{"name", "Nước mắm cá cơm Ổi ấm"},
                                               {"producer", "HTX Mẫu"},
                                               {"address", "xã Kỳ Xuân, tỉnh Hà Tĩnh"},
                                               {"made", "24/11/2026"},
                                               {"expires", "24/11/2027"},
                                               {"lot", "261124"},
                                               {"hri", "(01)09521234543213 (10)261124"}},
                                    .stars = 4,
                                    .valid_to = *Date::from(2028, 4, 8),
                                    .group = catalog::Group::food};
    auto drawing = label::fill(*design,
                               record,
                               std::make_shared<const symbol::Symbol>(*symbol::encode(uri)),
                               shipped_fonts(),
                               Resolution::from_dpi(dpi));
    REQUIRE(drawing.ok());
    const auto size = drawing->size;
    return {size, {{std::make_shared<const label::Drawing>(*std::move(drawing)), {}, {}}}};
}

std::vector<PrintedLabel> print(PrinterLanguage language, std::string_view commands, int dpi) {
    return language == PrinterLanguage::zpl ? print_zpl(commands)
                                            : print_tspl(commands, Resolution::from_dpi(dpi).dots_per_mm());
}

photo::Photo photo_of(const PrintedLabel& label) {
    photo::Photo photo;
    photo.width = label.width;
    photo.height = label.height;
    for (const bool black : label.black)
        photo.grey.push_back(black ? 0 : 255);
    return photo;
}

std::string dots(const PrintedLabel& label) {
    std::string text;
    for (int y = 0; y < label.height; ++y) {
        for (int x = 0; x < label.width; ++x)
            text += label.at(x, y) ? '#' : '.';
        text += '\n';
    }
    return text;
}

page::Page square_page(double side_mm, double x, double y, double size) {
    using Kind = label::PathStep::Kind;
    label::Path path{{.kind = Kind::move, .x = x, .y = y},
                     {.kind = Kind::line, .x = x + size, .y = y},
                     {.kind = Kind::line, .x = x + size, .y = y + size},
                     {.kind = Kind::line, .x = x, .y = y + size},
                     {.kind = Kind::close}};
    label::Drawing drawing{
        .size = {{side_mm}, {side_mm}}, .items = {label::FilledPath{path}}, .title = "", .fields = {}};
    return {drawing.size, {{std::make_shared<const label::Drawing>(drawing), {}, {}}}};
}

} // namespace

TEST_CASE("what the printer's language says prints the dots of the one-bit picture, and the code reads") {
    struct Case {
        const char* name;
        int dpi;
    };

    for (const auto& [name, dpi] : {Case{"jar-60x40", 203},
                                    Case{"stamp-35x50", 203},
                                    Case{"tag-50x80", 203},
                                    Case{"jar-60x40", 300},
                                    Case{"bottle-90x60", 600}})
        for (const auto language : {PrinterLanguage::zpl, PrinterLanguage::tspl}) {
            CAPTURE(name, dpi, language == PrinterLanguage::zpl);
            const auto resolution = Resolution::from_dpi(dpi);
            const auto page = label_page(name, dpi);
            const auto commands = render::write_for_printer(language, page, 1, resolution, {}, shipped_fonts());
            REQUIRE(commands.ok());
            CHECK(*commands == *render::write_for_printer(language, page, 1, resolution, {}, shipped_fonts()));
            const auto printed = print(language, *commands, dpi);
            REQUIRE(printed.size() == 1);

            const auto png = render::write_png(page, resolution, shipped_fonts(), render::Tone::one_bit);
            REQUIRE(png.ok());
            const auto picture = decode::decode_photo(*png, name);
            REQUIRE(picture.ok());
            const auto photo = photo_of(printed[0]);
            CHECK(photo.width == picture->width);
            CHECK(photo.height == picture->height);
            CHECK(photo.grey == picture->grey);

            const auto read = scan::read_symbols(photo).readings;
            REQUIRE(read.size() == 1);
            CHECK(read[0].text == uri);

            const auto plain = static_cast<std::size_t>((photo.width + 7) / 8) * photo.height;
            CAPTURE(commands->size(), plain);
            CHECK(commands->size() * 10 < plain * (language == PrinterLanguage::zpl ? 10 : 9));
        }
}

TEST_CASE("copies, gap, darkness and speed reach the printer, what is not asked stays as set there") {
    const auto page = square_page(10, 2, 2, 4);
    const auto resolution = Resolution::from_dpi(203);
    const render::PrinterSettings asked{.gap = {2.5}, .darkness = 12, .speed = 4};
    for (const auto language : {PrinterLanguage::zpl, PrinterLanguage::tspl}) {
        const auto printed =
            print(language, *render::write_for_printer(language, page, 250, resolution, asked, shipped_fonts()), 203);
        REQUIRE(printed.size() == 1);
        CHECK(printed[0].copies == 250);
        CHECK(printed[0].darkness == 12);
        CHECK(printed[0].speed == 4);
        CHECK_FALSE(printed[0].continuous);
        if (language == PrinterLanguage::tspl) CHECK(printed[0].gap_mm == 2.5);

        const auto bare =
            print(language,
                  *render::write_for_printer(
                      language, page, 1, resolution, {.gap = {}, .darkness = {}, .speed = {}}, shipped_fonts()),
                  203);
        CHECK(bare.at(0).darkness == -1);
        CHECK(bare.at(0).speed == -1);
        CHECK(bare.at(0).continuous);
        CHECK(bare.at(0).copies == 1);
    }
}

TEST_CASE("a square of whole dots prints as just those dots") {
    const auto page =
        square_page(2, 0.5, 0.75, 0.5); // at 8 dots a millimetre: 16 wide, the square 4..7 across, 6..9 down
    const auto label = print_zpl(*render::write_for_printer(
                                     PrinterLanguage::zpl, page, 1, Resolution::from_dpi(203), {}, shipped_fonts()))
                           .at(0);
    std::string expected;
    for (int y = 0; y < 16; ++y)
        expected += std::string(y >= 6 && y < 10 ? "....####........" : "................") + "\n";
    CHECK(dots(label) == expected);
}

TEST_CASE("other resolutions and endless labels are refused with what would do") {
    const auto resolution_refused = render::write_for_printer(
        PrinterLanguage::zpl, square_page(10, 2, 2, 4), 1, Resolution::from_dpi(240), {}, shipped_fonts());
    REQUIRE_FALSE(resolution_refused.ok());
    CHECK(resolution_refused.error().what.id == "printer.resolution");
    const auto too_long = render::write_for_printer(
        PrinterLanguage::tspl, square_page(4001, 2, 2, 4), 1, Resolution::from_dpi(203), {}, shipped_fonts());
    REQUIRE_FALSE(too_long.ok());
    CHECK(too_long.error().what.id == "printer.too_long");
    CHECK(too_long.error().what.facts == std::vector<std::string>{"4001", "4000"});
}

TEST_CASE("boxes of ink hold every dot once and leave the white out") {
    render::Bitmap bitmap{64, 40, std::vector<std::uint8_t>(8 * 40)};
    const auto ink = [&](int byte, int row) { bitmap.bytes[static_cast<std::size_t>(row * 8 + byte)] = 0x18; };
    for (int row = 3; row < 8; ++row) {
        ink(0, row);
        ink(6, row);
    }
    ink(2, 30);
    const auto boxes = render::ink_boxes(bitmap);
    CHECK(boxes == std::vector<render::ByteBox>{{0, 3, 1, 5}, {6, 3, 1, 5}, {2, 30, 1, 1}});
    CHECK(render::ink_boxes({64, 40, std::vector<std::uint8_t>(8 * 40)}).empty());
}

TEST_CASE("the tests' own printer stops at what a printer would not obey") {
    const std::string head = "^XA^PW16^LL2^FO0,0";
    CHECK(dots(print_zpl(head + "^GFA,4,4,2,HF,:^FS^XZ").at(0)) == "########........\n########........\n");
    CHECK(dots(print_zpl(head + "^GFA,4,4,2,I0F!^FS^XZ").at(0)) == "............####\n################\n");
    for (const char* wrong : {"^GFA,4,4,2,FF,^FS^XZ",  // a row is missing
                              "^GFA,4,4,2,:,^FS^XZ",   // nothing before it to repeat
                              "^GFA,4,4,2,ZF,,^FS^XZ", // Z is not a count
                              "^GFA,4,4,2,,,",         // no end
                              "^GFA,100000,100000,2,,^FS^XZ",
                              "^BQN,2,4^FDQA,x^FS^XZ"}) // the printer's own QR code
    {
        CAPTURE(wrong);
        CHECK_THROWS_AS(print_zpl(head + wrong), Refused);
    }
    CHECK_THROWS_AS(print_zpl("^XA^PR15^XZ"), Refused);
    CHECK_THROWS_AS(print_zpl("~SD31^XA^XZ"), Refused);
    CHECK_THROWS_AS(print_tspl("DENSITY 16\r\n", 8), Refused);
    CHECK_THROWS_AS(print_tspl("GAP 26 mm,0 mm\r\n", 8), Refused);
    CHECK_THROWS_AS(print_tspl("SIZE 10 mm,10 mm\r\nBITMAP 0,0,1,1,0,x\r\n", 8), Refused); // CLS is missing
    CHECK_THROWS_AS(print_tspl("SIZE 2 mm,1 mm\r\nCLS\r\nBITMAP 8,7,2,1,0,\x80\x00\r\n", 8), Refused);
    CHECK_THROWS_AS(print_tspl("BEEP\r\n", 8), Refused);
}
