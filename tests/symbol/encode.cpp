// Made symbols: the smallest there can be, and read back by another library.
#include "catch.h"
#include "photo/photo.h"
#include "scan/read.h"
#include "symbol/segments.h"
#include "symbol/symbol.h"

#include <algorithm>
#include <random>

using namespace temsao;
using namespace temsao::symbol;

namespace {

constexpr EcLevel levels[] = {EcLevel::L, EcLevel::M, EcLevel::Q, EcLevel::H};

// Data codewords of versions 1 to 12 (ISO/IEC 18004:2015 table 7).
constexpr int data_codewords[4][12] = {
    {19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370},
    {16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290},
    {13, 22, 34, 48, 62, 76, 88, 110, 132, 154, 180, 206},
    {9, 16, 26, 36, 46, 60, 66, 86, 100, 122, 140, 158},
};

const std::string digits = "0123456789", alphanumeric = "ABCXYZ $%*+-./:", bytes = "abcxyz?=&#_\xe1";

std::string random_payload(std::mt19937& dice, std::size_t length) {
    std::string text;
    while (text.size() < length) { // in runs, as links have them
        const auto& from = dice() % 3 == 0 ? bytes : dice() % 2 == 0 ? alphanumeric : digits;
        for (auto run = dice() % 9 + 1; run > 0 && text.size() < length; --run)
            text += from[dice() % from.size()];
    }
    return text;
}

// The cheapest mode that can hold a whole segment.
Mode narrowest(std::string_view text) {
    const auto all_in = [&](const std::string& set) { return text.find_first_not_of(set) == text.npos; };
    return all_in(digits)                                           ? Mode::numeric
           : all_in(digits + "ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") ? Mode::alphanumeric
                                                                    : Mode::byte;
}

// Every way to cut the text, tried.
int least_bits_by_trying(std::string_view text, int version_class) {
    int least = 1 << 30;
    for (unsigned cuts = 0; cuts < 1u << (text.size() - 1); ++cuts) {
        std::vector<Segment> segments;
        std::size_t start = 0;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (i + 1 == text.size() || (cuts >> i & 1)) {
                const auto part = text.substr(start, i + 1 - start);
                segments.push_back({narrowest(part), part});
                start = i + 1;
            }
        least = std::min(least, bits(segments, version_class));
    }
    return least;
}

photo::Photo photo_of(const Symbol& symbol) {
    constexpr int module = 4, quiet = quiet_zone_modules * module;
    const int side = symbol.size() * module + 2 * quiet;
    photo::Photo photo{side, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side), 255), 1, false};
    for (int y = quiet; y < side - quiet; ++y)
        for (int x = quiet; x < side - quiet; ++x)
            if (symbol.dark((x - quiet) / module, (y - quiet) / module))
                photo.grey[static_cast<std::size_t>(y * side + x)] = 0;
    return photo;
}

} // namespace

TEST_CASE("no cut of a payload needs fewer bits than ours") {
    std::mt19937 dice(1);
    for (int i = 0; i < 120; ++i) {
        const auto payload = random_payload(dice, 1 + dice() % 12);
        for (int version_class = 0; version_class < 3; ++version_class) {
            CAPTURE(payload, version_class);
            const auto segments = best_segments(payload, version_class);
            std::string joined;
            for (const auto& segment : segments)
                joined += segment.text;
            CHECK(joined == payload);
            CHECK(bits(segments, version_class) == least_bits_by_trying(payload, version_class));
        }
    }
}

TEST_CASE("a symbol is the smallest that can hold its payload, at every level") {
    std::mt19937 dice(2);
    for (int i = 0; i < 150; ++i) {
        const auto payload = i == 0 ? std::string("https://id.ocop.vn/01/09520000010003/10/261124?17=281124")
                                    : random_payload(dice, 1 + dice() % 110);
        for (const auto level : levels) {
            const auto* capacity = data_codewords[static_cast<int>(level)];
            int version = 1;
            while (version <= 12 &&
                   bits(best_segments(payload, version < 10 ? 0 : 1), version < 10 ? 0 : 1) > 8 * capacity[version - 1])
                ++version;
            if (version > 12) continue;
            CAPTURE(payload, version);
            const auto symbol = encode(payload, level);
            REQUIRE(symbol.ok());
            CHECK(symbol->version() == version);
        }
    }
}

TEST_CASE("what is made reads back: bytes, version, level and mask") {
    const std::string payloads[] = {
        "https://id.ocop.vn/01/09520000010003/10/261124?17=281124",
        "HTTPS://ID.OCOP.VN/01/09520000010003/21/ABC123",
        "0123456789012345678901234567890123456789",
        "Nước mắm Kỳ Ninh – loại đặc biệt",
        "x",
        std::string(600, 'a') + "0123456789" + std::string(200, 'Z'),
    };
    for (const auto& payload : payloads)
        for (const auto level : levels) {
            CAPTURE(payload, std::string(name(level)));
            const auto symbol = encode(payload, level);
            REQUIRE(symbol.ok());
            const auto read = scan::read_symbols(photo_of(*symbol)).readings;
            REQUIRE(read.size() == 1);
            CHECK(read[0].bytes == payload);
            CHECK(read[0].version == symbol->version());
            CHECK(read[0].ec_level == name(level));
            CHECK(read[0].mask == symbol->mask());
        }
}

TEST_CASE("nothing, and too much, is refused, the largest just fits") {
    CHECK(encode("").error().what.id == "symbol.empty");
    CHECK(encode(std::string(2953, 'a'), EcLevel::L)->version() == 40);
    CHECK(encode(std::string(2954, 'a'), EcLevel::L).error().what.id == "symbol.too_long");
    CHECK(encode(std::string(2953, 'a'), EcLevel::M).error().what.id == "symbol.too_long");
    CHECK(encode(std::string(2953, '7'), EcLevel::L)->version() < 40);
}
