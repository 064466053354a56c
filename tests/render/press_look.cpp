// What a screen shows of inks: through the profile of a press, held against Ghostscript's own colours.
#include "render/press_look.h"

#include "catch.h"
#include "render/pdf.h"
#include "system/file.h"

#include <cmath>
#include <cstdlib>
#include <unistd.h>

using namespace temsao;
using namespace temsao::render;
namespace fs = std::filesystem;

namespace {

const auto profile_file = fs::path("/usr/share/color/icc/ghostscript/default_cmyk.icc"); // Debian's ghostscript

PressLook look() {
    const auto bytes = read_file(profile_file, most_profile_bytes);
    REQUIRE(bytes.ok());
    const auto profile = read_output_profile(*bytes, "a.icc");
    REQUIRE(profile.ok());
    auto made = PressLook::open(*profile, "a.icc");
    REQUIRE(made.ok());
    return *std::move(made);
}

// Red, green, blue as PNG and SVG show an ink.
std::vector<int> shown(const label::Ink& ink) {
    std::vector<int> rgb;
    for (const double part : {ink.c, ink.m, ink.y})
        rgb.push_back(static_cast<int>(std::lround(255 * (1 - part / 100) * (1 - ink.k / 100))));
    return rgb;
}

// The same ink as Ghostscript turns it from the profile into sRGB.
std::vector<int> by_ghostscript(const label::Ink& ink) {
    const auto folder = fs::temp_directory_path() / ("temsao-look-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::string page = "%!PS\n";
    for (const double part : {ink.c, ink.m, ink.y, ink.k})
        page += std::to_string(part / 100) + " ";
    page += "setcmykcolor 0 0 40 40 rectfill showpage\n";
    REQUIRE(write_file(folder / "a.ps", page).ok());
    const auto at = [&](const char* name) { return (folder / name).string(); };
    REQUIRE(std::system(("gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=ppmraw -r72 -g20x20 -dRenderIntent=1 "
                         "-dBlackPtComp=1 -sDefaultCMYKProfile=" +
                         profile_file.string() + " -sOutputFile=" + at("a.ppm") + " " + at("a.ps"))
                            .c_str()) == 0);
    const auto picture = read_file(folder / "a.ppm", 1 << 16);
    fs::remove_all(folder);
    REQUIRE(picture.ok());
    std::vector<int> rgb;
    for (std::size_t i = 0; i < 3; ++i)
        rgb.push_back(static_cast<unsigned char>(picture->at(picture->size() - 3 + i)));
    return rgb;
}

} // namespace

TEST_CASE("inks look on a screen as the press prints them, within three of 255 steps of Ghostscript's colours") {
    const auto press = look();
    for (const auto& ink : {label::Ink{0, 50, 100, 34},
                            label::Ink{90, 30, 30, 70},
                            label::Ink{30, 0, 40, 55},
                            label::Ink{0, 90, 100, 60},
                            label::Ink{25, 65, 25, 20},
                            label::Ink{80, 80, 30, 45},
                            label::Ink{0, 40, 100, 20}}) {
        const auto mine = shown(press.on_screen(ink)), theirs = by_ghostscript(ink);
        CAPTURE(mine, theirs, shown(ink));
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(std::abs(mine[i] - theirs[i]) <= 3);
    }
}

TEST_CASE("through a press colours change, and paper, black and grey do not") {
    const auto press = look();
    CHECK(shown(press.on_screen(label::Ink{58, 67, 0, 60})) != shown({58, 67, 0, 60}));
    for (const auto& ink : {label::Ink{0, 0, 0, 0}, label::Ink{}, label::Ink{0, 0, 0, 40}})
        CHECK(press.on_screen(ink) == ink);
    const label::Drawing drawing{.size = {{20}, {20}},
                                 .items = {label::FilledPath{{}, {0, 50, 100, 34}}, label::TextLine{"a", {}, {}, {}}},
                                 .title = {},
                                 .fields = {}};
    const auto seen = press.on_screen(drawing);
    CHECK(std::get<label::FilledPath>(seen.items[0]).ink == press.on_screen(label::Ink{0, 50, 100, 34}));
    CHECK(std::get<label::TextLine>(seen.items[1]).ink == label::Ink{});
}

TEST_CASE("a profile whose tables are cut off is refused, as one without any is") {
    auto bytes = *read_file(profile_file, most_profile_bytes);
    CHECK_FALSE(PressLook::open({"x", bytes.substr(0, 400)}, "a.icc").ok());
    CHECK_FALSE(PressLook::open({"x", ""}, "a.icc").ok());
}
