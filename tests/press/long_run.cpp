// A run of any length: the same bytes with one thread and with several, and memory that does not grow with it.
#include "app/run.h"
#include "printing_desk.h"

#include <sys/resource.h>
#include <sys/wait.h>

using namespace temsao;

namespace {

std::string
file_of(test::Desk& desk, unsigned workers, const std::string& out, std::string product = "09520000010003") {
    desk.around.workers = workers;
    std::map<std::string, std::vector<std::string>> options{
        {"date", {"2026-11-24"}}, {"check-labels", {"1"}}, {"out", {desk.path(out)}}};
    if (product.empty())
        options["all"] = {"true"};
    else
        options.insert({{"product", {product}}, {"count", {"300"}}});
    REQUIRE(desk.run("label", options).ok());
    return *read_file(desk.path(out), 1 << 28);
}

// In a process of its own: the most memory that a run of so many labels took, in kB.
long peak_of(const test::Desk& desk, int labels) {
    const auto child = fork();
    if (child == 0) {
        const auto made = app::run({"label",
                                    {{"product", {"09520000010003"}},
                                     {"date", {"2026-11-24"}},
                                     {"serials", {"true"}},
                                     {"check-labels", {"1"}},
                                     {"count", {std::to_string(labels)}},
                                     {"out", {desk.path("labels.pdf")}}}},
                                   desk.around);
        _exit(made.ok() ? 0 : 1);
    }
    int status = 0;
    rusage usage{};
    REQUIRE(wait4(child, &status, 0, &usage) == child);
    REQUIRE(status == 0);
    return usage.ru_maxrss;
}

} // namespace

TEST_CASE("one thread, two or five: the same bytes, of one product's labels and of a whole list's") {
    test::Desk desk;
    desk.import_samples();
    for (const auto* product : {"09520000010003", ""}) {
        const auto by_one = file_of(desk, 1, "one.pdf", product);
        CHECK(by_one == file_of(desk, 2, "two.pdf", product));
        CHECK(by_one == file_of(desk, 5, "five.pdf", product));
    }
}

TEST_CASE("ten times the labels take less than 8 MB more") {
    test::Desk desk;
    desk.import_samples();
    desk.around.workers = 2;
    desk.around.wants_json = false;
    const auto few = peak_of(desk, 2000), many = peak_of(desk, 20'000);
    CAPTURE(few, many);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    CHECK(many > 0); // their own memory is another matter
#else
    CHECK(many < few + 8 * 1024);
    CHECK(many < 64 * 1024);
#endif
}
