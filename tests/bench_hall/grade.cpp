// The job as the command line and the server call it: a made label, its estimate, the three forms of report.
#include "decode/decode.h"
#include "printing_desk.h"
#include "render/write.h"
#include "scan/read.h"

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
