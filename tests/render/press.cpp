// What a press is told: plates of their own, the profile it is meant for, and nothing that is not so.
#include "catch.h"
#include "label/svg_path.h"
#include "render/pdf.h"
#include "shipped_fonts.h"
#include "system/file.h"

#include <cstdlib>
#include <unistd.h>

using namespace temsao;
using namespace temsao::render;
using render::test::shipped_fonts;

namespace {

std::string number(std::size_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 255);
    return bytes;
}

// A header and one tag, as small as a profile can be.
std::string profile(std::string tag, const char* kind = "prtr", const char* space = "CMYK", char version = 2) {
    std::string bytes(128, '\0');
    bytes.replace(8, 1, 1, version);
    bytes.replace(12, 4, kind);
    bytes.replace(16, 4, space);
    bytes.replace(36, 4, "acsp");
    bytes += number(1) + "desc" + number(144) + number(tag.size()) + tag;
    bytes.replace(0, 4, number(bytes.size()));
    return bytes;
}

std::string ascii(const std::string& text) {
    return "desc" + number(0) + number(text.size() + 1) + text + '\0';
}

page::Page page_with(label::Item item) {
    const auto drawing = std::make_shared<const label::Drawing>(
        label::Drawing{.size = {{20}, {20}}, .items = {std::move(item)}, .title = {}, .fields = {}});
    return {drawing->size, {{drawing, {}, {}}}};
}

label::Path square() {
    using Kind = label::PathStep::Kind;
    return {{Kind::move, 0, 0, 0, 0, 5, 5},
            {Kind::line, 0, 0, 0, 0, 15, 5},
            {Kind::line, 0, 0, 0, 0, 15, 15},
            {Kind::close}};
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

} // namespace

TEST_CASE("a press profile tells its name, in either version's way, and keeps its bytes without padding") {
    const auto old = read_output_profile(profile(ascii("Coated FOGRA39")) + "padding", "a.icc");
    REQUIRE(old.ok());
    CHECK(old->condition == "Coated FOGRA39");
    CHECK(old->bytes == profile(ascii("Coated FOGRA39")));
    const std::string utf16("\0P\0S\0O", 6);
    const auto recent = read_output_profile(
        profile(
            "mluc" + number(0) + number(1) + number(12) + "enUS" + number(6) + number(28) + utf16, "prtr", "CMYK", 4),
        "b.icc");
    REQUIRE(recent.ok());
    CHECK(recent->condition == "PSO");
}

TEST_CASE("what is no press profile is refused and says what it is, damage never gets further") {
    const auto screen = read_output_profile(profile(ascii("sRGB"), "mntr", "RGB "), "man-hinh.icc");
    REQUIRE_FALSE(screen.ok());
    CHECK(screen.error().what.id == "icc.not_for_press");
    CHECK(screen.error().what.facts == std::vector<std::string>{"man-hinh.icc", "mntr", "RGB"});
    const auto good = profile(ascii("Coated FOGRA39"));
    for (std::size_t length = 0; length < good.size(); ++length)
        CHECK_FALSE(read_output_profile(good.substr(0, length), "ngan.icc").ok());
    for (const auto& tag : {ascii(""), "desc" + number(0) + number(0xFFFFFFFF), std::string("mluc"), std::string()})
        CHECK_FALSE(read_output_profile(profile(tag), "hong.icc").ok());
    CHECK_FALSE(read_output_profile(profile(ascii("x"), "prtr", "CMYK", 5), "moi.icc").ok());
}

TEST_CASE("a file says to be PDF/X-4 only where it carries the profile of the press") {
    const std::vector<page::Page> pages{page_with(label::FilledPath{square()})};
    DocumentFacts facts{.title = "Nhãn", .created = *Date::from(2026, 11, 24)};
    const auto plain = *write_pdf(pages, facts, shipped_fonts());
    CHECK_FALSE(has(plain, "OutputIntent"));
    CHECK_FALSE(has(plain, "PDF/X"));
    facts.press = *read_output_profile(profile(ascii("Coated FOGRA39")), "a.icc");
    const auto pdf = *write_pdf(pages, facts, shipped_fonts());
    CHECK(has(pdf, "/S/GTS_PDFX/OutputConditionIdentifier(Custom)"));
    CHECK(has(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"));
    CHECK(pdf == *write_pdf(pages, facts, shipped_fonts()));
}

TEST_CASE(
    "a spot colour is a plate by its name, spelt so that every reader takes it, with the inks that stand for it") {
    label::FilledPath gold{square(), {20, 30, 80, 10}};
    gold.spot = "Nhũ vàng (871 C)#";
    const auto pdf = *write_pdf(std::vector{page_with(gold)}, {"Nhãn", *Date::from(2026, 11, 24)}, shipped_fonts());
    CHECK(has(pdf,
              "/Nh#C5#A9#20v#C3#A0ng#20#28871#20C#29#23[/Separation/Nh#C5#A9#20v#C3#A0ng#20#28871#20C#29#23"
              "/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[.2 .3 .8 .1 ]/N 1>>]"));
}

// What prints at the middle of the page, percent of C, M, Y and K, by MuPDF with overprint.
std::vector<int> inks_at_middle(const page::Page& page) {
    const auto folder = std::filesystem::temp_directory_path() / ("temsao-plates-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto pdf = write_pdf(std::vector{page}, {"Nhãn", *Date::from(2026, 11, 24)}, shipped_fonts());
    REQUIRE(pdf.ok());
    REQUIRE(write_file(folder / "a.pdf", *pdf).ok());
    const auto at = [&](const char* name) { return (folder / name).string(); };
    REQUIRE(std::system(("qpdf --check " + at("a.pdf") + " > /dev/null").c_str()) == 0);
    REQUIRE(std::system(("mutool draw -q -r 72 -c cmyk -O 1 -o " + at("a.pam") + " " + at("a.pdf") + " 2> /dev/null")
                            .c_str()) == 0);
    const auto pam = read_file(folder / "a.pam", 1 << 24);
    std::filesystem::remove_all(folder);
    REQUIRE(pam.ok());
    const auto number_after = [&](const std::string& word) {
        return std::stoul(pam->substr(pam->find(word) + word.size()));
    };
    const auto width = number_after("WIDTH "), height = number_after("HEIGHT ");
    const auto pixel = pam->find("ENDHDR\n") + 7 + 4 * (height / 2 * width + width / 2);
    std::vector<int> inks;
    for (std::size_t i = 0; i < 4; ++i)
        inks.push_back((static_cast<unsigned char>(pam->at(pixel + i)) * 100 + 127) / 255);
    return inks;
}

TEST_CASE("a plate for cutting, varnish or foil leaves the art below it, and a mixed ink replaces it") {
    for (const bool overprint : {true, false}) {
        CAPTURE(overprint);
        label::FilledPath ground{label::rectangle_path({{}, {}, Mm{20}, Mm{20}}), {30, 0, 0, 50}};
        label::FilledPath plate{label::rectangle_path({Mm{5}, Mm{5}, Mm{10}, Mm{10}}), {0, 100, 0, 0}};
        plate.spot = "Crease";
        plate.overprint = overprint;
        auto drawing = std::make_shared<label::Drawing>(
            label::Drawing{.size = {{20}, {20}}, .items = {ground, plate}, .title = {}, .fields = {}});
        const std::vector<int> both{overprint ? 30 : 0, 100, 0, overprint ? 50 : 0};
        CHECK(inks_at_middle({drawing->size, {{drawing, {}, {}}}}) == both);
        const label::StrokedPath line{
            {{label::PathStep::Kind::move, 0, 0, 0, 0, 5, 10}, {label::PathStep::Kind::line, 0, 0, 0, 0, 15, 10}},
            plate.ink,
            Mm{4},
            "Crease",
            overprint};
        auto lined = std::make_shared<label::Drawing>(*drawing);
        lined->items[1] = line;
        CHECK(inks_at_middle({lined->size, {{lined, {}, {}}}}) == both);
        // Art over the plate, in the ink that was set before it: it covers again.
        lined->items.push_back(ground);
        CHECK(inks_at_middle({lined->size, {{lined, {}, {}}}}) == std::vector<int>{30, 0, 0, 50});
    }
}
