// What a press is told: plates of their own, the profile it is meant for, and nothing that is not so.
#include "catch.h"
#include "render/pdf.h"

using namespace temsao;
using namespace temsao::render;

namespace {

const FontBook& fonts() {
    static const auto book = *FontBook::open(std::filesystem::path(TEMSAO_SOURCE_DIR) / "fonts");
    return *book;
}

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
    const auto plain = *write_pdf(pages, facts, fonts());
    CHECK_FALSE(has(plain, "OutputIntent"));
    CHECK_FALSE(has(plain, "PDF/X"));
    facts.press = *read_output_profile(profile(ascii("Coated FOGRA39")), "a.icc");
    const auto pdf = *write_pdf(pages, facts, fonts());
    CHECK(has(pdf, "/S/GTS_PDFX/OutputConditionIdentifier(Custom)"));
    CHECK(has(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"));
    CHECK(pdf == *write_pdf(pages, facts, fonts()));
}

TEST_CASE(
    "a spot colour is a plate by its name, spelt so that every reader takes it, with the inks that stand for it") {
    label::FilledPath gold{square(), {20, 30, 80, 10}};
    gold.spot = "Nhũ vàng (871 C)#";
    const auto pdf = *write_pdf(std::vector{page_with(gold)}, {"Nhãn", *Date::from(2026, 11, 24)}, fonts());
    CHECK(has(pdf,
              "/Nh#C5#A9#20v#C3#A0ng#20#28871#20C#29#23[/Separation/Nh#C5#A9#20v#C3#A0ng#20#28871#20C#29#23"
              "/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[.2 .3 .8 .1 ]/N 1>>]"));
}
