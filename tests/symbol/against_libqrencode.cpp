// Our symbols against libqrencode's, module by module, and the penalties of all eight masks against a plain count.
#include "catch.h"
#include "symbol/codewords.h"
#include "symbol/mask.h"
#include "symbol/segments.h"
#include "symbol/symbol.h"

#include <qrencode.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <random>

using namespace temsao::symbol;

namespace {

struct Free {
    void operator()(QRinput* input) const { QRinput_free(input); }

    void operator()(QRcode* code) const { QRcode_free(code); }
};

using Code = std::unique_ptr<QRcode, Free>;

constexpr EcLevel levels[] = {EcLevel::L, EcLevel::M, EcLevel::Q, EcLevel::H};

// Null where the version is too small.
Code by_library(const std::string& payload, int version, EcLevel level) {
    const std::unique_ptr<QRinput, Free> input(QRinput_new2(version, static_cast<QRecLevel>(level)));
    constexpr QRencodeMode modes[] = {QR_MODE_NUM, QR_MODE_AN, QR_MODE_8};
    for (const auto& [mode, text] : best_segments(payload, version_class(version)))
        if (QRinput_append(input.get(),
                           modes[static_cast<int>(mode)],
                           static_cast<int>(text.size()),
                           reinterpret_cast<const unsigned char*>(text.data())) != 0)
            return nullptr;
    return Code(QRcode_encodeInput(input.get()));
}

// Nearly as much as a symbol of the version holds: bytes of all kinds, in runs as links have them.
std::string random_payload(std::mt19937& dice, int version, EcLevel level) {
    const auto room = data_codewords(version, level);
    const auto length = static_cast<std::size_t>(std::min(room + room / 5, 2953));
    const std::string sets[] = {"0123456789", "ABCXYZ $%*+-./:", "abcxyz?=&#_\xe1"};
    std::string text;
    while (text.size() < length) {
        const auto& from = sets[dice() % 8 < 4 ? 2 : dice() % 2];
        for (auto run = dice() % 12 + 1; run > 0 && text.size() < length; --run)
            text += from[dice() % from.size()];
    }
    const auto at = version_class(version);
    while (bits(best_segments(text, at), at) > 8 * room)
        text.resize(text.size() - 1 - text.size() / 32);
    return text;
}

using Modules = std::vector<std::string>; // rows of '#' and '.'

// ISO/IEC 18004:2015 7.8.3 read aloud; a pattern of 1:1:3:1:1 of any size.
int plain_finders(const std::string& line) {
    int points = 0;
    const auto length = static_cast<int>(line.size());
    for (int unit = 1; 7 * unit <= length; ++unit) {
        const auto part = [&](int units, char c) { return std::string(static_cast<std::size_t>(units * unit), c); };
        const auto pattern = part(1, '#') + part(1, '.') + part(3, '#') + part(1, '.') + part(1, '#');
        const auto padded = part(4, '.') + line + part(4, '.'); // light outside
        for (auto at = padded.find(pattern); at != padded.npos; at = padded.find(pattern, at + 1)) {
            const auto end = at + pattern.size();
            if (padded[at - 1] == '#' || padded[end] == '#') continue;
            const auto wide = static_cast<std::size_t>(4 * unit);
            if (padded.substr(at - wide, wide) == part(4, '.') || padded.substr(end, wide) == part(4, '.'))
                points += 40;
        }
    }
    return points;
}

int plain_runs(const std::string& line) {
    int points = 0;
    for (std::size_t start = 0, end = 0; start < line.size(); start = end) {
        end = line.find_first_not_of(line[start], start);
        if (end == line.npos) end = line.size();
        const auto run = static_cast<int>(end - start);
        if (run >= 5) points += 3 + run - 5;
    }
    return points;
}

Penalties plain_penalties(const Modules& rows) {
    const auto size = rows.size();
    Penalties made;
    int dark = 0;
    for (std::size_t i = 0; i < size; ++i) {
        std::string column;
        for (const auto& row : rows)
            column += row[i];
        made.runs += plain_runs(rows[i]) + plain_runs(column);
        made.finders += plain_finders(rows[i]) + plain_finders(column);
        dark += static_cast<int>(std::count(column.begin(), column.end(), '#'));
        for (std::size_t y = 1; i > 0 && y < size; ++y) {
            const char c = rows[y][i];
            if (rows[y][i - 1] == c && rows[y - 1][i] == c && rows[y - 1][i - 1] == c) made.blocks += 3;
        }
    }
    const double percent = 100.0 * dark / static_cast<double>(size * size);
    made.balance = std::abs(static_cast<int>(percent + 0.5) - 50) / 5 * 10;
    return made;
}

ModuleBits bits_of(const Modules& rows) {
    const auto size = static_cast<int>(rows.size());
    ModuleBits bits(static_cast<std::size_t>(size * row_words(size)));
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            if (rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '#')
                bits[static_cast<std::size_t>(y * row_words(size) + x / 64)] |= std::uint64_t{1} << x % 64;
    return bits;
}

bool table_10(int mask, int i, int j) {
    const bool light[] = {(i + j) % 2 == 0,
                          i % 2 == 0,
                          j % 3 == 0,
                          (i + j) % 3 == 0,
                          (i / 2 + j / 3) % 2 == 0,
                          (i * j) % 2 + (i * j) % 3 == 0,
                          ((i * j) % 2 + (i * j) % 3) % 2 == 0,
                          ((i + j) % 2 + (i * j) % 3) % 2 == 0};
    return light[mask];
}

// Format information of table C.1, by its number (level's two bits, mask's three).
int table_c1(EcLevel level, int mask) {
    constexpr int rows[4][8] = {{0x77C4, 0x72F3, 0x7DAA, 0x789D, 0x662F, 0x6318, 0x6C41, 0x6976},
                                {0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0},
                                {0x355F, 0x3068, 0x3F31, 0x3A06, 0x24B4, 0x2183, 0x2EDA, 0x2BED},
                                {0x1689, 0x13BE, 0x1CE7, 0x19D0, 0x0762, 0x0255, 0x0D0C, 0x083B}};
    return rows[static_cast<int>(level)][mask];
}

// The symbol of the library with another mask: what it does not mark as a pattern (0x80) is flipped again.
Modules with_mask(const QRcode& code, EcLevel level, int now, int wanted) {
    const int size = code.width;
    Modules rows(static_cast<std::size_t>(size), std::string(static_cast<std::size_t>(size), '.'));
    const auto put = [&](int x, int y, bool dark) {
        rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = dark ? '#' : '.';
    };
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const auto module = code.data[y * size + x];
            const bool flipped = (module & 0x80) == 0 && table_10(now, y, x) != table_10(wanted, y, x);
            put(x, y, ((module & 1) != 0) != flipped);
        }
    const int format = table_c1(level, wanted);
    for (int bit = 0; bit < 15; ++bit) {
        const bool dark = (format >> bit & 1) != 0;
        if (bit < 8) put(size - 1 - bit, 8, dark);
        if (bit < 8) put(8, bit < 6 ? bit : bit + 1, dark);
        if (bit >= 8) put(8, size - 15 + bit, dark);
        if (bit >= 8) put(bit == 8 ? 7 : 14 - bit, 8, dark);
    }
    return rows;
}

} // namespace

TEST_CASE("ten thousand symbols of all versions and levels are libqrencode's, module by module, the chosen mask too") {
    std::mt19937 dice(4);
    std::array<int, 41> versions = {};
    std::array<int, 8> masks = {};
    for (int i = 0; i < 10'000; ++i) {
        const bool common = i % 32 != 0;
        const int wanted = common ? 3 + static_cast<int>(dice() % 8) : 1 + i / 32 % 40;
        const auto level = levels[common ? dice() % 4 : static_cast<std::size_t>(i / 32 / 40 % 4)];
        const auto payload = random_payload(dice, wanted, level);
        const auto ours = encode(payload, level);
        REQUIRE(ours.ok());
        const auto theirs = by_library(payload, ours->version(), level);
        CAPTURE(i, payload, ours->version(), ours->mask());
        REQUIRE(theirs);
        REQUIRE(theirs->width == ours->size());
        int different = 0;
        for (int y = 0; y < ours->size(); ++y)
            for (int x = 0; x < ours->size(); ++x)
                different += ours->dark(x, y) != ((theirs->data[y * ours->size() + x] & 1) != 0);
        REQUIRE(different == 0);
        ++versions[static_cast<std::size_t>(ours->version())];
        ++masks[static_cast<std::size_t>(ours->mask())];
        if (i % 16 != 1 && i % 512 != 0) continue; // the plain count takes its time
        int best = 0, least = 1 << 30;
        for (int mask = 0; mask < 8; ++mask) {
            const auto rows = with_mask(*theirs, level, ours->mask(), mask);
            const auto plain = plain_penalties(rows);
            const auto counted = penalties(bits_of(rows), ours->size());
            CAPTURE(mask);
            REQUIRE(counted.runs == plain.runs);
            REQUIRE(counted.blocks == plain.blocks);
            REQUIRE(counted.finders == plain.finders);
            REQUIRE(counted.balance == plain.balance);
            if (plain.total() < least) {
                best = mask;
                least = plain.total();
            }
        }
        REQUIRE(best == ours->mask());
    }
    for (int version = 1; version <= 40; ++version)
        CHECK(versions[static_cast<std::size_t>(version)] > 0);
    for (const int chosen : masks)
        CHECK(chosen > 500);
}

TEST_CASE("penalties of patterns that symbols seldom show: everything dark, wide finders, runs over word edges") {
    std::mt19937 dice(5);
    for (int i = 0; i < 200; ++i) {
        const auto size = static_cast<std::size_t>(21 + 4 * (dice() % 40));
        Modules rows(size, std::string(size, i % 2 == 0 ? '.' : '#'));
        for (int drawn = 0; drawn < 40; ++drawn) { // wide finders and bars, along and down, over one another
            const auto unit = 1 + dice() % (size / 8);
            const std::string line = std::string(unit, '#') + std::string(unit, '.') + std::string(3 * unit, '#') +
                                     std::string(unit, '.') + std::string(unit, '#');
            const auto across = dice() % size, along = dice() % (size - line.size() + 1);
            for (std::size_t at = 0; at < line.size(); ++at)
                (drawn % 2 == 0 ? rows[across][along + at] : rows[along + at][across]) = line[at];
        }
        CAPTURE(i, size);
        const auto plain = plain_penalties(rows);
        CHECK(penalties(bits_of(rows), static_cast<int>(size)) == plain);
    }
}
