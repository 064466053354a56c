#include "scan/qr_matrix.h"

#include "catch.h"
#include "symbol/symbol.h"

#include <algorithm>

using namespace temsao;
using namespace temsao::scan;

namespace {

Matrix matrix_of(const symbol::Symbol& symbol, bool mirrored = false) {
    Matrix matrix{symbol.size(), {}};
    for (int row = 0; row < symbol.size(); ++row)
        for (int column = 0; column < symbol.size(); ++column)
            matrix.dark.push_back(mirrored ? symbol.dark(row, column) : symbol.dark(column, row));
    return matrix;
}

} // namespace

TEST_CASE("a matrix taken apart gives back what was made: every version, level and mask, mirrored or not") {
    std::size_t length = 1;
    for (const auto level : {symbol::EcLevel::L, symbol::EcLevel::M, symbol::EcLevel::Q, symbol::EcLevel::H})
        for (int step = 0; step < 30; ++step, length = (length * 7 + 11) % 1200 + 1) {
            std::string text;
            for (std::size_t i = 0; i < length; ++i)
                text += static_cast<char>('a' + (i * i + length) % 26);
            const auto symbol = symbol::encode(text, level);
            REQUIRE(symbol.ok());
            const bool mirrored = step % 2 == 1;
            const auto seen = matrix_of(*symbol, mirrored);
            const auto taken = take_apart(seen);
            CAPTURE(length, step);
            REQUIRE(taken);
            CHECK(taken->version == symbol->version());
            CHECK(taken->mask == symbol->mask());
            CHECK(taken->ec_level == symbol::name(level));
            CHECK(taken->mirrored == mirrored);
            CHECK(taken->meant.dark == seen.dark);
            CHECK(taken->unused_error_correction() == 1);
            CHECK(taken->format_wrong == std::array{0, 0});
            CHECK(taken->version_wrong == std::array{0, 0});
        }
}

TEST_CASE("wrong modules are put right and counted, up to what the blocks can bear") {
    const auto symbol = *symbol::encode("https://id.ocop.vn/01/09521234543213/10/261124/21/K7M2P9XQ?17=271124");
    const auto whole = matrix_of(symbol);
    auto seen = whole;
    for (int wrong = 1; wrong <= 9; ++wrong) {
        seen.dark[seen.index(10 + wrong, 12)] ^= 1;
        const auto taken = take_apart(seen);
        REQUIRE(taken);
        CHECK(taken->meant.dark == whole.dark);
        CHECK(taken->unused_error_correction() < 1);
    }
    for (int row = 9; row < seen.size; ++row)
        for (int column = 9; column < seen.size; ++column)
            seen.dark[seen.index(column, row)] ^= (row * 7 + column) % 3 == 0;
    CHECK_FALSE(take_apart(seen));
}

TEST_CASE("doubtful codewords cost half as much as wrong ones, and two of the error correction stay unused") {
    const auto whole =
        matrix_of(*symbol::encode("https://id.ocop.vn/01/09521234543213/10/261124/21/K7M2P9XQ?17=271124"));
    const auto apart = *take_apart(whole);
    const auto& block = apart.blocks.front();
    const auto ec = static_cast<std::size_t>(block.ec_codewords);
    REQUIRE(ec >= 10);
    auto seen = whole;
    std::vector<float> sure(seen.dark.size(), 1.0f);
    for (std::size_t wrong = 1; wrong <= ec; ++wrong) {
        const auto at = static_cast<std::size_t>(
            std::find(apart.codeword.begin(), apart.codeword.end(), block.codewords[wrong - 1]) -
            apart.codeword.begin());
        seen.dark[at] ^= 1;
        sure[at] = 0.1f;
        CAPTURE(wrong, ec);
        CHECK(take_apart(seen).has_value() == (wrong <= ec / 2));
        const auto taken = take_apart(seen, sure);
        CHECK(taken.has_value() == (wrong <= ec - 2));
        if (taken) CHECK(taken->meant.dark == whole.dark);
    }
}

TEST_CASE("what is no symbol is not taken apart") {
    CHECK_FALSE(take_apart({}));
    CHECK_FALSE(take_apart({22, std::vector<std::uint8_t>(22 * 22)}));
    CHECK_FALSE(take_apart({21, std::vector<std::uint8_t>(21 * 21)}));
    CHECK_FALSE(take_apart({181, std::vector<std::uint8_t>(181 * 181, 1)}));
}
