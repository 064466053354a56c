// The job as the command line and the server call it: a made label, its estimate, the three forms of report.
#include "grade/grade.h"

#include "decode/decode.h"
#include "decode/in_colour.h"
#include "printing_desk.h"
#include "render/png.h"
#include "render/write.h"
#include "scan/read.h"

#include <map>
#include <set>

using namespace temsao;
namespace fs = std::filesystem;
using test::Desk;

TEST_CASE("a label printed at 600 dpi is estimated as good, with the module's true size from the file's resolution") {
    const Desk desk;
    desk.import_samples();
    const auto made =
        desk.run("label", {{"product", {"09520000010003"}}, {"dpi", {"600"}}, {"out", {desk.path("l.png")}}});
    REQUIRE(made.ok());
    const double module_mm = made->json["labels"][0]["module_mm"];

    const auto report = desk.run("grade", {{"file", {desk.path("l.png")}}, {"report", {desk.path("r.html")}}});
    REQUIRE(report.ok());
    CHECK(report->exit_status == 0);
    const auto json = nlohmann::json::parse(job::dump(report->json));
    CHECK(json["estimate"] == true);
    CHECK(json["method"] == "ISO/IEC 15415:2011, ISO/IEC 18004:2015");
    const auto& symbol = json["symbols"].at(0);
    CHECK(symbol["confidence"] == "normal");
    CHECK(symbol["level"] == 4);
    CHECK(symbol["x_mm"].get<double>() == Approx(module_mm).epsilon(0.003));
    CHECK(report->words.find("not an ISO/IEC 15415 grade") != std::string::npos);
    const auto html = *read_file(desk.path("r.html"), 1 << 22);
    CHECK(html.find("not an ISO/IEC 15415 grade") != std::string::npos);
    CHECK(html.find("ISO grade") == std::string::npos);
    CHECK(symbol["measured_in"] == "red");
    CHECK(html.find("on the red channel of the scan") != std::string::npos);

    const auto seen = decode::decode_photo(*read_file(desk.path("l.png"), 1 << 24), "l.png");
    REQUIRE(seen.ok());
    std::vector<std::uint32_t> pixels;
    for (const std::uint32_t grey : seen->grey)
        pixels.push_back(grey * 0x010101);
    const auto grey = render::encode_png(
        {pixels.data(), static_cast<std::size_t>(seen->width), seen->width, seen->height}, Resolution::from_dpi(600));
    REQUIRE(write_file(desk.path("g.png"), *grey));
    const auto in_grey = desk.run("grade", {{"file", {desk.path("g.png")}}, {"report", {desk.path("g.html")}}});
    REQUIRE(in_grey.ok());
    CHECK(nlohmann::json::parse(job::dump(in_grey->json))["symbols"].at(0)["measured_in"] == "grey");
    const auto grey_html = *read_file(desk.path("g.html"), 1 << 22);
    CHECK(grey_html.find("the file has no colours") != std::string::npos);
    CHECK(grey_html.find("red channel") == std::string::npos);

    REQUIRE(desk.run("grade", {{"file", {desk.path("l.png")}}, {"report", {desk.path("r.pdf")}}}).ok());
    // The map of modules is a code of pure modules: it reads back.
    bool read_back = false;
    REQUIRE(decode::each_pdf_page(desk.path("r.pdf"), [&](int, const photo::Photo& page) {
        for (const auto& reading : scan::read_symbols(page).readings)
            read_back = read_back || reading.text == symbol["text"];
    }));
    CHECK(read_back);
}

TEST_CASE("a scan without a code, a wrong report name and a missing file each say so") {
    const Desk desk;
    const page::Page empty{{{20}, {20}}, {}};
    const auto fonts = *render::FontBook::open(fs::path(TEMSAO_SOURCE_DIR) / "fonts");
    REQUIRE(write_file(desk.path("w.png"), *render::write_png(empty, Resolution::from_dpi(300), *fonts)));
    const auto nothing = desk.run("grade", {{"file", {desk.path("w.png")}}});
    REQUIRE(nothing.ok());
    CHECK(nothing->exit_status == 2);
    CHECK(nothing->remarks.size() == 1);
    CHECK(desk.run("grade", {{"file", {desk.path("w.png")}}, {"report", {"r.txt"}}}).error().what.id ==
          "grade.report_form");
    CHECK(desk.run("grade", {{"file", {desk.path("none.png")}}}).error().cause == Cause::missing);
}

namespace {

// From the left and the top edge of a picture, in its pixels; the right and the lower edge are not in it.
struct Part {
    int left, top, right, bottom;
};

// The one code of a print with twelve modules of what lies around it.
Part around_code(const decode::InColour& dots) {
    photo::Photo photo{dots.width, dots.height, {}};
    for (std::size_t i = 0; i < dots.bytes.size(); i += static_cast<std::size_t>(dots.samples))
        photo.grey.push_back(dots.bytes[i]);
    const auto readings = scan::read_symbols(photo).readings;
    REQUIRE(readings.size() == 1);
    const auto& corners = readings[0].corners;
    const int margin = static_cast<int>(12 * (corners[1].x - corners[0].x) / (17 + 4 * readings[0].version));
    return {std::max(0, static_cast<int>(corners[0].x) - margin),
            std::max(0, static_cast<int>(corners[0].y) - margin),
            std::min(dots.width, static_cast<int>(corners[2].x) + margin),
            std::min(dots.height, static_cast<int>(corners[2].y) + margin)};
}

Part whole(const decode::InColour& dots) {
    return {0, 0, dots.width, dots.height};
}

// A part of a PNG as a scanner sees its print, `finer` pixels for each dot: every edge a little soft.
photo::Photo scanned(const decode::InColour& dots, Part part, int finer, std::size_t channel) {
    const auto width = static_cast<std::size_t>((part.right - part.left) * finer),
               height = static_cast<std::size_t>((part.bottom - part.top) * finer);
    const auto samples = static_cast<std::size_t>(dots.samples);
    const auto dot = [&](std::size_t x, std::size_t y) {
        const auto column = static_cast<std::size_t>(part.left) + x / static_cast<std::size_t>(finer),
                   row = static_cast<std::size_t>(part.top) + y / static_cast<std::size_t>(finer);
        return dots
            .bytes[(row * static_cast<std::size_t>(dots.width) + column) * samples + std::min(channel, samples - 1)];
    };
    photo::Photo photo{
        static_cast<int>(width), static_cast<int>(height), std::vector<std::uint8_t>(width * height, 255)};
    for (std::size_t y = 1; y + 1 < height; ++y)
        for (std::size_t x = 1; x + 1 < width; ++x) {
            int sum = 0;
            for (std::size_t i = 0; i < 9; ++i)
                sum += dot(x + i % 3 - 1, y + i / 3 - 1);
            photo.grey[y * width + x] = static_cast<std::uint8_t>(sum / 9);
        }
    return photo;
}

} // namespace

TEST_CASE("a good print of each shipped template at 203, 300 and 600 dpi is good, and nothing is to be done") {
    const std::map<std::string, std::string> product_for = {
        {"spirit-80x60", "09520000120115"},
        {"liquor-145x90", "09520000120115"},
        {"honey-150x50", "09520000030025"},
        {"herb-80x50", "09520000020712"},
        {"remedy-125x45", "09520000020712"},
        {"tag-50x80", "09520000020712"},
        {"craft-110x95", "09520000020712"},
    };
    const Desk desk;
    desk.import_samples();
    int tried = 0;
    for (const auto& file : fs::directory_iterator(fs::path(TEMSAO_SOURCE_DIR) / "templates")) {
        if (file.path().extension() != ".svg") continue;
        const auto name = file.path().stem().string();
        const auto product = product_for.count(name) ? product_for.at(name) : "09520000010003";
        for (const int dpi : {203, 300, 600}) {
            CAPTURE(name, dpi);
            const auto out = desk.path(name + ".png");
            REQUIRE(desk.run("label",
                             {{"product", {product}},
                              {"template", {name}},
                              {"dpi", {std::to_string(dpi)}},
                              {"date", {"2026-11-24"}},
                              {"out", {out}}})
                        .ok());
            const auto png = decode::decode_in_colour(*read_file(out, 1 << 26), 100'000'000);
            REQUIRE(png.refused == decode::Refused::no);
            const int finer = dpi == 203 ? 5 : dpi == 300 ? 4 : 2;
            const auto part = around_code(png.picture);
            const auto grey = scanned(png.picture, part, finer, 1), red = scanned(png.picture, part, finer, 0);
            const auto grades = grade::grade_symbols({grey, [&] { return std::optional(red); }}, dpi * finer);
            REQUIRE(grades.size() == 1);
            CHECK(grades[0].level >= 3);
            for (const auto& one : grade::remarks(grades[0], dpi)) {
                CAPTURE(one.code, one.facts);
                CHECK(one.severity == Severity::info);
            }
            for (const auto& one : grade::remarks(grades[0])) {
                CAPTURE(one.code, one.facts);
                CHECK(one.severity == Severity::info);
            }
            ++tried;
        }
    }
    CHECK(tried >= 51);
}

TEST_CASE("a scaled and a red print, scanned in colour, are told by the job, and the limit stands beside each value") {
    const Desk desk;
    desk.import_samples();
    REQUIRE(desk.run("label", {{"product", {"09520000010003"}}, {"dpi", {"300"}}, {"out", {desk.path("l.png")}}}).ok());
    const auto png = decode::decode_in_colour(*read_file(desk.path("l.png"), 1 << 24), 100'000'000);
    REQUIRE(png.refused == decode::Refused::no);
    const auto dots = scanned(png.picture, whole(png.picture), 4, 1);
    const auto save = [&](const char* name, std::array<int, 3> ink, double dpi) {
        std::vector<std::uint32_t> pixels;
        for (const int grey : dots.grey) {
            const auto mixed = [&](int c) { return static_cast<std::uint32_t>(c + (255 - c) * grey / 255); };
            pixels.push_back(mixed(ink[0]) << 16 | mixed(ink[1]) << 8 | mixed(ink[2]));
        }
        const auto file = render::encode_png(
            {pixels.data(), static_cast<std::size_t>(dots.width), dots.width, dots.height}, Resolution::from_dpi(dpi));
        REQUIRE(file.ok());
        REQUIRE(write_file(desk.path(name), *file));
    };
    const auto codes = [&](const char* name, std::map<std::string, std::vector<std::string>> more = {}) {
        more["file"] = {desk.path(name)};
        const auto json = desk.json("grade", more);
        std::set<std::string> all;
        for (const auto& one : json["symbols"].at(0)["findings"])
            all.insert(one["code"]);
        return all;
    };
    save("right.png", {0, 0, 0}, 1200);
    CHECK(codes("right.png").empty());
    save("scaled.png", {0, 0, 0}, 1200 / 0.94); // as a scan of a print at 94 %
    CHECK(codes("scaled.png") == std::set<std::string>{"GRADE_SCALED"});
    CHECK(codes("scaled.png", {{"print-dpi", {"300"}}}) == std::set<std::string>{"GRADE_SCALED"});
    save("red.png", {230, 20, 20}, 1200);
    CHECK(codes("red.png") == std::set<std::string>{"GRADE_COLOUR"});

    const auto report = desk.run("grade", {{"file", {desk.path("scaled.png")}}, {"report", {desk.path("r.html")}}});
    REQUIRE(report.ok());
    CHECK(report->exit_status == 2);
    CHECK(report->words.find("≥ 40.0 %") != std::string::npos);
    CHECK(read_file(desk.path("r.html"), 1 << 24)->find("≥ 40.0 %") != std::string::npos);
    const auto json = nlohmann::json::parse(job::dump(report->json));
    for (const auto& p : json["symbols"].at(0)["parameters"])
        CHECK(p["limits"].size() == 4);
}
