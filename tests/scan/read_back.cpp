// Prints as two readers see them: no good code is refused at any dot size, and a damaged one is.
#include "scan/read_back.h"

#include "catch.h"
#include "photos/seeded.h"
#include "symbol/symbol.h"

using namespace temsao;
using namespace temsao::scan;

namespace {

constexpr int around = 6; // modules of white

std::string serial_link(photos::Seeded& random) {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::string link = "https://id.ocop.vn/01/09520000010003/10/261124/21/";
    for (int i = 0; i < 8; ++i)
        link += letters[random.next() % letters.size()];
    return link;
}

PrintedDots printed(const std::string& text, int dots) {
    const auto symbol = *symbol::encode(text);
    const int side = (symbol.size() + 2 * around) * dots;
    PrintedDots print{side, side, {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int column = x / dots - around, row = y / dots - around;
            const bool within = column >= 0 && row >= 0 && column < symbol.size() && row < symbol.size();
            print.ink.push_back(within && symbol.dark(column, row));
        }
    return print;
}

bool both_read(const ReadBack& seen, const std::string& text) {
    const std::vector<std::string> expected{text};
    return seen.zxing == expected && seen.zbar == expected;
}

} // namespace

TEST_CASE("both readers read every good code back, from two dots a module to sixteen") {
    photos::Seeded random(11);
    for (const auto& [dots, codes] :
         {std::pair{2, 600}, {3, 40}, {4, 40}, {5, 40}, {6, 40}, {7, 40}, {9, 20}, {16, 10}}) {
        int unread = 0, from_near = 0;
        for (int i = 0; i < codes; ++i) {
            const auto text = serial_link(random);
            const auto print = printed(text, dots);
            if (both_read(read_back(photographed(print, Dots{dots})), text)) continue;
            ++from_near;
            unread += !both_read(read_back(photographed(print, Dots{dots}, Nearness::near)), text);
        }
        CAPTURE(dots);
        CHECK(unread == 0);
        CHECK(from_near <= codes / 50);
    }
}

TEST_CASE("a code with a third of it missing is not read back from anywhere") {
    photos::Seeded random(12);
    const auto text = serial_link(random);
    auto print = printed(text, 4);
    for (std::size_t i = print.ink.size() / 2; i < print.ink.size() * 4 / 5; ++i)
        print.ink[i] = 0;
    for (const auto nearness : {Nearness::usual, Nearness::near})
        CHECK_FALSE(both_read(read_back(photographed(print, Dots{4}, nearness)), text));
}
