// Decode-back: which labels are read, and that the first bad one stops the run whatever the threads do.
#include "press/read_back.h"

#include "base/in_order.h"
#include "catch.h"
#include "label/fill.h"

#include <deque>
#include <random>

using namespace temsao;
using namespace temsao::job;
using namespace temsao::press;
namespace fs = std::filesystem;

namespace {

const auto resolution = Resolution::from_dpi(203);

// A code of two-dot modules, the smallest we print; `hidden`: white art over its middle.
Made label_with(const std::string& text, bool hidden = false) {
    auto drawing = std::make_shared<label::Drawing>();
    drawing->size = {Mm{40}, Mm{40}};
    const auto symbol = symbol::encode(text);
    REQUIRE(symbol.ok());
    drawing->items.emplace_back(label::CodeModules{
        std::make_shared<const symbol::Symbol>(*symbol), Mm{5}, Mm{5}, resolution.length({2}), Dots{2}});
    const label::Path square = {{label::PathStep::Kind::move, 0, 0, 0, 0, 6, 6},
                                {label::PathStep::Kind::line, 0, 0, 0, 0, 10, 6},
                                {label::PathStep::Kind::line, 0, 0, 0, 0, 10, 10},
                                {label::PathStep::Kind::line, 0, 0, 0, 0, 6, 10},
                                {label::PathStep::Kind::close}};
    if (hidden) drawing->items.emplace_back(label::FilledPath{.path = square, .ink = {0, 0, 0, 0}});
    static std::deque<catalog::Product> products; // named by what their codes hold
    products.emplace_back().name = text;
    return {.drawing = std::move(drawing),
            .uri = text,
            .product = &products.back(),
            .record = {.fields = {}, .valid_to = *Date::from(2027, 1, 1)},
            .expires = {}};
}

std::vector<std::size_t> all(std::size_t count) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < count; ++i)
        places.push_back(i);
    return places;
}

// As a run reads them: each thread with its own fonts, the first failure in order ends it. Gives how many were read.
Result<std::size_t> read(const std::vector<Made>& labels, unsigned threads) {
    std::vector<std::unique_ptr<render::FontBook>> fonts;
    for (unsigned i = 0; i < threads; ++i) {
        auto book = render::FontBook::open(fs::path(TEMSAO_SOURCE_DIR) / "fonts");
        REQUIRE(book.ok());
        fonts.push_back(*std::move(book));
    }
    std::size_t count = 0;
    const auto make = [&](std::size_t i, unsigned worker) -> Result<bool> {
        const auto outcome = read_label_back(labels[i], resolution, *fonts[worker]);
        return outcome ? Result<bool>(true) : Result<bool>(outcome.error());
    };
    const auto take = [&](bool) -> Outcome {
        ++count;
        return done;
    };
    const auto outcome = in_order(labels.size(), threads, make, take);
    return outcome ? Result<std::size_t>(count) : Result<std::size_t>(outcome.error());
}

} // namespace

TEST_CASE("labels at the smallest module read back on one thread and on three") {
    std::vector<Made> labels;
    for (int i = 0; i < 40; ++i)
        labels.push_back(label_with("https://id.ocop.vn/01/09521234543213/21/" + std::to_string(1'000'003 * i)));
    for (const unsigned threads : {1U, 3U}) {
        const auto count = read(labels, threads);
        if (!count) FAIL(say(count.error().what, Lang::en));
        REQUIRE(count.ok());
        CHECK(*count == 40);
    }
}

TEST_CASE("the first label that does not read is named, though another thread finds a later one") {
    std::vector<Made> labels;
    for (int i = 0; i < 40; ++i)
        labels.push_back(label_with("LABEL" + std::to_string(i), i == 17 || i == 18 || i == 33));
    for (const unsigned threads : {1U, 2U, 4U}) {
        const auto count = read(labels, threads);
        REQUIRE_FALSE(count.ok());
        CHECK(count.error().what.id == "label.unreadable");
        CHECK(count.error().what.facts.at(0) == "LABEL17");
    }
}

TEST_CASE("a code that holds something else is not taken for the right one") {
    auto label = label_with("https://id.ocop.vn/01/09521234543213/10/A");
    label.uri = "https://id.ocop.vn/01/09521234543213/10/B";
    const auto count = read({label}, 1);
    REQUIRE_FALSE(count.ok());
    CHECK(count.error().what.facts.at(4) == "https://id.ocop.vn/01/09521234543213/10/A");
}

TEST_CASE("a sample has as many as asked, in order, the same for the same run and another for another") {
    const auto one = sample(10'000, 50, 1);
    CHECK(one.size() == 50);
    CHECK(std::is_sorted(one.begin(), one.end()));
    CHECK(one == sample(10'000, 50, 1));
    CHECK(one != sample(10'000, 50, 2));
    CHECK(sample(5, 50, 1) == all(5));
    const std::vector<std::string> run(10'000, "A"), other(10'000, "B");
    CHECK(labels_to_read(50, run) == labels_to_read(50, run));
    CHECK(labels_to_read(50, run) != labels_to_read(50, other));
}

TEST_CASE("codes of tills read back however they are turned and wherever they stand") {
    std::mt19937 dice(7);
    const auto fonts = *render::FontBook::open(fs::path(TEMSAO_SOURCE_DIR) / "fonts");
    const auto symbol = std::make_shared<const symbol::Symbol>(*symbol::encode("https://id.ocop.vn/01/09520000010003"));
    catalog::Product product;
    for (const int dpi : {203, 300, 600})
        for (const std::string turn : {"0", "90", "180", "270"}) {
            const bool lies = turn == "90" || turn == "270";
            const auto x = std::to_string(dice() % 80 / 8.0), y = std::to_string(dice() % 80 / 8.0);
            const auto design = label::parse_template(
                R"(<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="90mm" viewBox="0 0 90 90">)"
                R"(<rect data-kind="code" x="60" y="60" width="28" height="28"/><rect data-kind="ean13" data-rotate=")" +
                    turn + "\" x=\"" + x + "\" y=\"" + y +
                    (lies ? R"(" width="15" height="43"/>)" : R"(" width="43" height="15"/>)") +
                    R"(<rect data-kind="datamatrix" data-rotate=")" + turn +
                    R"(" x="64" y="4" width="17" height="18"/></svg>)",
                "t");
            REQUIRE(design.ok());
            const auto resolution_here = Resolution::from_dpi(dpi);
            Made made{.drawing = {},
                      .uri = {},
                      .product = &product,
                      .record = {.fields = {{"till_number", "9520000010003"}}, .valid_to = *Date::from(2027, 1, 1)},
                      .expires = {}};
            made.record.elements = "[01]09520000010003[10]L1";
            const auto drawing = label::fill(*design, made.record, symbol, *fonts, resolution_here);
            REQUIRE(drawing.ok());
            made.drawing = std::make_shared<label::Drawing>(*drawing);
            CAPTURE(dpi, turn, x, y);
            const auto outcome = read_till_codes_back(made, true, resolution_here, *fonts);
            if (!outcome) FAIL(say(outcome.error().what, Lang::en));
            CHECK(drawing->till_codes.size() == 2);
        }
}
