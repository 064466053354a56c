#include "printers/ipp_replies.h"

#include "catch.h"
#include "printers/ipp_reply.h"

#include <random>

using namespace temsao;
using namespace temsao::printers;
using temsao::test::IppReply;

namespace {

constexpr int job = 2, printer = 4, integer = 0x21, boolean = 0x22, enumeration = 0x23, name = 0x42;
constexpr int idle = 3, processing = 4, stopped = 5;
constexpr std::int32_t request = 7;

IppReply printer_says(int state, const std::vector<std::string>& reasons) {
    IppReply reply;
    reply.group(printer).number(enumeration, "printer-state", state);
    for (std::size_t i = 0; i < reasons.size(); ++i)
        reply.keyword(i == 0 ? "printer-state-reasons" : "", reasons[i]);
    return reply;
}

IppReply job_says(int state, std::int32_t count) {
    IppReply reply;
    reply.group(job).value(name, "job-name", "ours").number(enumeration, "job-state", state);
    return reply.number(integer, "job-impressions-completed", count).keyword("job-state-reasons", "none");
}

Trouble trouble(int state, const std::vector<std::string>& reasons) {
    const auto said = read_ipp_state(printer_says(state, reasons).end(), request);
    REQUIRE(said);
    return said->state.trouble;
}

Trouble warning(int state, const std::vector<std::string>& reasons) {
    const auto said = read_ipp_state(printer_says(state, reasons).end(), request);
    REQUIRE(said);
    CHECK(said->state.trouble == Trouble::none);
    return said->warning;
}

} // namespace

TEST_CASE("each reason why an office printer stands still has its trouble") {
    CHECK(trouble(idle, {"none"}) == Trouble::none);
    CHECK(trouble(stopped, {"media-empty-error"}) == Trouble::paper_out);
    CHECK(trouble(stopped, {"media-needed"}) == Trouble::paper_out);
    CHECK(trouble(stopped, {"media-jam-error", "media-empty-error"}) == Trouble::jam);
    CHECK(trouble(stopped, {"media-empty-error", "media-jam-error"}) == Trouble::jam);
    CHECK(trouble(processing, {"cover-open-warning"}) == Trouble::cover_open);
    CHECK(trouble(stopped, {"door-open"}) == Trouble::cover_open);
    CHECK(trouble(stopped, {"toner-empty-error"}) == Trouble::ink_out);
    CHECK(trouble(stopped, {"paused"}) == Trouble::paused);
    CHECK(trouble(stopped, {"none"}) == Trouble::other);
    CHECK(trouble(stopped, {"media-empty-warning"}) == Trouble::paper_out);
    CHECK(trouble(idle, {"of-a-kind-that-nobody-knows-error"}) == Trouble::other);
}

TEST_CASE("what does not keep a printer from printing is a warning, or nothing") {
    CHECK(warning(idle, {"media-empty-warning"}) == Trouble::paper_out);
    CHECK(warning(idle, {"of-a-kind-that-nobody-knows"}) == Trouble::other);
    CHECK(warning(idle, {"toner-low-warning", "media-low-report", "marker-waste-almost-full"}) == Trouble::none);
    CHECK(warning(idle, {"media-jam-report"}) == Trouble::none);
}

TEST_CASE("a printer that takes no jobs is in trouble, and one that prints is busy") {
    const auto refuses = printer_says(idle, {"none"}).value(boolean, "printer-is-accepting-jobs", std::string(1, '\0'));
    CHECK(read_ipp_state(refuses.end(), request)->state.trouble == Trouble::other);
    CHECK(read_ipp_state(printer_says(processing, {"none"}).end(), request)->state.is_busy);
    CHECK_FALSE(read_ipp_state(printer_says(idle, {"none"}).end(), request)->state.is_busy);
}

TEST_CASE("a job tells how far it is and how many pages it counts") {
    const auto prints = read_ipp_job(job_says(5, 3).end(), request, "ours");
    REQUIRE(prints);
    CHECK(prints->step == JobStep::prints);
    CHECK(prints->impressions == 3);
    CHECK_FALSE(prints->is_doubtful);
    CHECK(read_ipp_job(job_says(3, 0).end(), request, "ours")->step == JobStep::waits);
    CHECK(read_ipp_job(job_says(7, 0).end(), request, "ours")->step == JobStep::canceled);
    CHECK(read_ipp_job(job_says(9, 0).end(), request, "ours")->step == JobStep::completed);
    CHECK_FALSE(read_ipp_job(job_says(10, 0).end(), request, "ours"));
    const auto errors = job_says(9, 3).keyword("", "job-completed-with-errors");
    CHECK(read_ipp_job(errors.end(), request, "ours")->is_doubtful);
}

TEST_CASE("a job of another name is not the one that was asked for") {
    CHECK_FALSE(read_ipp_job(job_says(9, 3).end(), request, "theirs"));
}

TEST_CASE("what is said twice counts as not said") {
    CHECK_FALSE(read_ipp_job(job_says(9, 3).number(integer, "job-impressions-completed", 4).end(), request, "ours"));
    CHECK_FALSE(read_ipp_job(job_says(9, 3).number(enumeration, "job-state", 5).end(), request, "ours"));
    CHECK_FALSE(
        read_ipp_state(printer_says(idle, {"none"}).number(enumeration, "printer-state", stopped).end(), request));
}

TEST_CASE("a job is made, refused, or has to wait") {
    const auto made = read_ipp_created(IppReply().group(job).number(integer, "job-id", 12).end(), request);
    REQUIRE(made);
    CHECK(made->created == Created::yes);
    CHECK(made->id == 12);
    CHECK(read_ipp_created(IppReply(0x0507).end(), request)->created == Created::busy);
    CHECK(read_ipp_created(IppReply(0x040B).end(), request)->created == Created::refused);
    CHECK_FALSE(read_ipp_created(IppReply().end(), request));
    CHECK_FALSE(read_ipp_created(IppReply().group(job).number(integer, "job-id", -1).end(), request));
}

TEST_CASE("what an office printer takes is read, its papers with their ranges") {
    IppReply reply;
    reply.group(printer)
        .value(0x49, "document-format-supported", "image/pwg-raster")
        .value(0x49, "", "application/pdf");
    reply.number(enumeration, "operations-supported", 5);
    for (const int operation : {6, 8, 9})
        reply.number(enumeration, "", operation);
    reply.keyword("print-scaling-supported", "auto").keyword("", "none");
    reply.value(0x32, "printer-resolution-default", IppReply::four(600) + IppReply::four(600) + '\x03');
    reply.open("media-size-supported").member("x-dimension").number(integer, "", 21000);
    reply.member("y-dimension").number(integer, "", 29700).close();
    reply.open("").member("x-dimension").value(0x33, "", IppReply::four(2500) + IppReply::four(10000));
    reply.member("y-dimension").value(0x33, "", IppReply::four(1000) + IppReply::four(50000)).close();
    reply.open("media-col-default").member("media-size").open("").member("x-dimension").number(integer, "", 6000);
    reply.member("y-dimension").number(integer, "", 4000).close().close();
    const auto facts = read_ipp_facts(reply.end(), request);
    REQUIRE(facts);
    CHECK(facts->takes_pdf);
    CHECK(facts->makes_jobs);
    CHECK(facts->never_scales);
    CHECK_FALSE(facts->is_queue);
    CHECK(facts->dpi == 600);
    CHECK(facts->has_paper({{210}, {297}}));
    CHECK(facts->has_paper({{60}, {40}}));
    CHECK_FALSE(facts->has_paper({{150}, {40}}));
    CHECK_FALSE(facts->has_paper({{215.9}, {279.4}}));
    CHECK(facts->loaded == SizeMm{{60}, {40}});
    CHECK(read_ipp_facts(IppReply().group(printer).value(0x41, "cups-version", "2.4.2").end(), request)->is_queue);
}

TEST_CASE("pages go as a PDF where the printer takes it, else as raster, in colour if it can") {
    const auto taking = [](const std::vector<std::string>& formats, const std::vector<std::string>& types) {
        IppReply reply;
        reply.group(printer);
        for (std::size_t i = 0; i < formats.size(); ++i)
            reply.value(0x49, i == 0 ? "document-format-supported" : "", formats[i]);
        for (std::size_t i = 0; i < types.size(); ++i)
            reply.keyword(i == 0 ? "pwg-raster-document-type-supported" : "", types[i]);
        const auto dots = [](int across, int down) { return IppReply::four(across) + IppReply::four(down) + '\x03'; };
        reply.value(0x32, "pwg-raster-document-resolution-supported", dots(600, 600));
        reply.value(0x32, "", dots(600, 1200)).value(0x32, "", dots(300, 300));
        const auto facts = read_ipp_facts(reply.end(), request);
        REQUIRE(facts);
        CHECK(facts->raster_dpis == std::vector{300, 600});
        return facts->best_pages();
    };
    CHECK(taking({"image/pwg-raster", "application/pdf"}, {"srgb_8"}) == Pages::pdf);
    CHECK(taking({"image/pwg-raster"}, {"sgray_8", "srgb_8"}) == Pages::colour_raster);
    CHECK(taking({"image/pwg-raster"}, {"black_1", "sgray_8"}) == Pages::grey_raster);
    CHECK_FALSE(taking({"image/pwg-raster"}, {"black_1"}));
    CHECK_FALSE(taking({"image/urf"}, {"srgb_8"}));
}

TEST_CASE("a reply that is cut, goes on, answers another question or is of another kind says nothing") {
    const auto whole = job_says(9, 3).end();
    for (std::size_t cut = 0; cut < whole.size(); ++cut)
        CHECK_FALSE(read_ipp_job(whole.substr(0, cut), request, "ours"));
    CHECK_FALSE(read_ipp_job(whole + "x", request, "ours"));
    CHECK_FALSE(read_ipp_job(whole, request + 1, "ours"));
    CHECK_FALSE(read_ipp_job("HTTP/1.1 200 OK\r\n\r\n", request, "ours"));
    CHECK_FALSE(read_ipp_state(whole, request));
    CHECK_FALSE(read_ipp_job(printer_says(idle, {"none"}).end(), request, "ours"));
}

TEST_CASE("a reply that is nested deeply, wide or long says nothing") {
    auto deep = printer_says(idle, {"none"});
    deep.open("media-col-default");
    for (int i = 0; i < 200; ++i)
        deep.member("media-size").open("");
    for (int i = 0; i < 201; ++i)
        deep.close();
    CHECK_FALSE(read_ipp_facts(deep.end(), request));
    auto wide = printer_says(idle, {"none"});
    for (int i = 0; i < 6000; ++i)
        wide.keyword("", "x");
    CHECK_FALSE(read_ipp_facts(wide.end(), request));
    CHECK_FALSE(read_ipp_state(printer_says(idle, {std::string(5000, 'x')}).end(), request));
}

TEST_CASE("no bytes of a printer stop the readers of IPP") {
    std::mt19937 dice(7);
    const auto whole = job_says(5, 3).end();
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto bytes = whole;
        for (auto changes = dice() % 4 + 1; changes > 0; --changes)
            bytes[8 + dice() % (bytes.size() - 8)] = static_cast<char>(dice());
        read += read_ipp_job(bytes, request, "ours").has_value() + read_ipp_state(bytes, request).has_value() +
                read_ipp_facts(bytes, request).has_value() + read_ipp_created(bytes, request).has_value();
    }
    CHECK(read < 40'000);
}
