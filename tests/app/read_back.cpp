// Decode-back: which labels are read, and that the first bad one stops the run whatever the threads do.
#include "app/read_back.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::app;
namespace fs = std::filesystem;

namespace {

const auto resolution = Resolution::from_dpi(203);

// A code of two-dot modules, the smallest we print; `hidden`: white art over its middle.
LabelToRead label_with(const std::string& text, bool hidden = false) {
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
    return {std::move(drawing), text, text};
}

std::vector<std::size_t> all(std::size_t count) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < count; ++i)
        places.push_back(i);
    return places;
}

Result<std::size_t> read(const std::vector<LabelToRead>& labels, int threads) {
    return read_labels_back(labels, all(labels.size()), resolution, fs::path(TEMSAO_SOURCE_DIR) / "fonts", threads, {});
}

} // namespace

TEST_CASE("labels at the smallest module read back on one thread and on three") {
    std::vector<LabelToRead> labels;
    for (int i = 0; i < 40; ++i)
        labels.push_back(label_with("https://id.ocop.vn/01/09521234543213/21/" + std::to_string(1'000'003 * i)));
    for (const int threads : {1, 3}) {
        const auto count = read(labels, threads);
        if (!count) FAIL(say(count.error().what, Lang::en));
        REQUIRE(count.ok());
        CHECK(*count == 40);
    }
}

TEST_CASE("the first label that does not read is named, though another thread finds a later one") {
    std::vector<LabelToRead> labels;
    for (int i = 0; i < 40; ++i)
        labels.push_back(label_with("LABEL" + std::to_string(i), i == 17 || i == 18 || i == 33));
    for (const int threads : {1, 2, 4}) {
        const auto count = read(labels, threads);
        REQUIRE_FALSE(count.ok());
        CHECK(count.error().what.id == "label.unreadable");
        CHECK(count.error().what.facts.at(0) == "LABEL17");
    }
}

TEST_CASE("a code that holds something else is not taken for the right one") {
    auto label = label_with("https://id.ocop.vn/01/09521234543213/10/A");
    label.text = "https://id.ocop.vn/01/09521234543213/10/B";
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
    CHECK(seed_of({label_with("A")}) != seed_of({label_with("B")}));
}
