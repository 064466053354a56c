// Photos that are unlike most: very large ones with fine symbols, small ones, a symbol inside a symbol, a pattern under
// a finger.
#include "catch.h"
#include "photos/seeded.h"
#include "scan/read.h"
#include "symbol/symbol.h"

#include <set>

using namespace temsao;
using namespace temsao::photo;
using namespace temsao::scan;

namespace {

const std::string outer_text = "https://id.ocop.vn/01/09521234543213/10/261124/21/K7M2P9XQ?17=271124";
const std::string inner_text = "https://id.ocop.vn/01";

Photo paper(int width, int height, std::uint8_t grey = 215) {
    return {width,
            height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), grey),
            1,
            false};
}

void draw(Photo& photo, const symbol::Symbol& symbol, int left, int top, double module, int quiet = 0) {
    const int side = static_cast<int>((symbol.size() + 2 * quiet) * module);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int column = static_cast<int>(x / module) - quiet, row = static_cast<int>(y / module) - quiet;
            const bool within = column >= 0 && row >= 0 && column < symbol.size() && row < symbol.size();
            photo.grey[static_cast<std::size_t>(top + y) * static_cast<std::size_t>(photo.width) +
                       static_cast<std::size_t>(left + x)] = within && symbol.dark(column, row) ? 40 : 215;
        }
}

void add_grain(Photo& photo, double spread) {
    photos::Seeded random(5);
    for (auto& grey : photo.grey)
        grey = static_cast<std::uint8_t>(std::clamp(grey + spread * random.normal(), 0.0, 255.0));
}

std::set<std::string> texts_of(const ReadReport& report) {
    std::set<std::string> texts;
    for (const auto& reading : report.readings)
        texts.insert(reading.text);
    return texts;
}

} // namespace

TEST_CASE("a symbol of three pixels a module is read in a frame of 24 megapixels, and in 12 with grain") {
    const auto symbol = *symbol::encode(outer_text, symbol::EcLevel::M);
    for (const auto& [width, height, grain] : {std::tuple{6000, 4000, 8.0}, {4000, 3000, 16.0}}) {
        auto photo = paper(width, height);
        draw(photo, symbol, width * 2 / 3, height / 3, 3);
        add_grain(photo, grain);
        const auto report = read_symbols(photo);
        CAPTURE(width, grain);
        CHECK(texts_of(report) == std::set{outer_text});
        CHECK(report.work <= most_work(Effort::normal, std::int64_t{width} * height));
    }
}

TEST_CASE("larger photos may cost more, in proportion") {
    CHECK(most_work(Effort::normal, 1'000'000) == most_work(Effort::normal, 12'000'000));
    CHECK(most_work(Effort::normal, 48'000'000) == 4 * most_work(Effort::normal, 12'000'000));
}

TEST_CASE("a symbol inside a symbol is read, and so is the one around it") {
    const auto outer = *symbol::encode(outer_text, symbol::EcLevel::H);
    const auto inner = *symbol::encode(inner_text, symbol::EcLevel::L);
    constexpr int module = 9;
    const int side = outer.size() * module, hole = side / 4;
    auto photo = paper(side + 100, side + 100);
    draw(photo, outer, 50, 50, module);
    constexpr int quiet = 2;
    draw(photo, inner, 50 + (side - hole) / 2, 50 + (side - hole) / 2, hole / (inner.size() + 2.0 * quiet), quiet);
    CHECK(texts_of(read_symbols(photo)) == std::set{outer_text, inner_text});
}

TEST_CASE("a symbol of three pixels in two modules is read in a small picture") {
    const auto symbol = *symbol::encode(outer_text, symbol::EcLevel::M);
    auto photo = paper(200, 160);
    draw(photo, symbol, 40, 30, 1.6);
    CHECK(texts_of(read_symbols(photo)) == std::set{outer_text});
}

TEST_CASE("a symbol is read with any one of its finder patterns covered") {
    const auto symbol = *symbol::encode(outer_text, symbol::EcLevel::M);
    constexpr int module = 5;
    const int far = symbol.size() - 7;
    for (const auto& [column, row] : {std::pair{0, 0}, {far, 0}, {0, far}}) {
        auto photo = paper(400, 400);
        draw(photo, symbol, 80, 80, module);
        for (int y = 0; y < 7 * module; ++y)
            for (int x = 0; x < 7 * module; ++x)
                photo.grey[static_cast<std::size_t>(80 + row * module + y) * 400 +
                           static_cast<std::size_t>(80 + column * module + x)] = 130;
        CAPTURE(column, row);
        CHECK(texts_of(read_symbols(photo)) == std::set{outer_text});
    }
}
