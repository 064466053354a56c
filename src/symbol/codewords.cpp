#include "symbol/codewords.h"

#include "symbol/layout.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace temsao::symbol {
namespace {

constexpr int most_error_codewords = 30; // of a block

// ISO/IEC 18004:2015 table 9, by level (L, M, Q, H) and version (1 … 40): error correction codewords of each block, and
// blocks.
constexpr std::uint8_t error_codewords[4][40] = {
    {7,  10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
     28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
    {10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
     26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28},
    {13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
     28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
    {17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
     30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30}};
constexpr std::uint8_t block_counts[4][40] = {
    {1, 1, 1, 1,  1,  2,  2,  2,  2,  4,  4,  4,  4,  4,  6,  6,  6,  6,  7,  8,
     8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25},
    {1,  1,  1,  2,  2,  4,  4,  4,  5,  5,  5,  8,  9,  9,  10, 10, 11, 13, 14, 16,
     17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49},
    {1,  1,  2,  2,  4,  4,  6,  6,  8,  8,  8,  10, 12, 16, 12, 17, 16, 18, 21, 20,
     23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68},
    {1,  1,  2,  4,  4,  4,  5,  6,  8,  8,  11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
     25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81}};

std::size_t row(EcLevel level) {
    return static_cast<std::size_t>(level);
}

class BitWriter {
public:
    void put(int value, int bits) {
        for (int bit = bits - 1; bit >= 0; --bit) {
            if (count_ % 8 == 0) bytes_.push_back(0);
            bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | (value >> bit & 1) << (7 - count_ % 8));
            ++count_;
        }
    }

    int count() const { return count_; }

    std::vector<std::uint8_t>& bytes() { return bytes_; }

private:
    std::vector<std::uint8_t> bytes_;
    int count_ = 0;
};

int value_of(char c) { // table 5
    constexpr std::string_view others = " $%*+-./:";
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return static_cast<int>(others.find(c)) + 36;
}

void put_characters(BitWriter& out, const Segment& segment) {
    const auto text = segment.text;
    if (segment.mode == Mode::byte)
        for (const char c : text)
            out.put(static_cast<unsigned char>(c), 8);
    if (segment.mode == Mode::alphanumeric)
        for (std::size_t i = 0; i < text.size(); i += 2) {
            if (i + 1 < text.size())
                out.put(45 * value_of(text[i]) + value_of(text[i + 1]), 11);
            else
                out.put(value_of(text[i]), 6);
        }
    if (segment.mode == Mode::numeric)
        for (std::size_t i = 0; i < text.size(); i += 3) {
            const auto digits = text.substr(i, 3);
            int number = 0;
            for (const char c : digits)
                number = 10 * number + value_of(c);
            out.put(number, 3 * static_cast<int>(digits.size()) + 1);
        }
}

std::vector<std::uint8_t> data_of(const std::vector<Segment>& segments, int version, int count) {
    constexpr int indicator[] = {0b0001, 0b0010, 0b0100}; // table 2
    BitWriter out;
    for (const auto& segment : segments) {
        out.put(indicator[static_cast<int>(segment.mode)], mode_bits);
        out.put(static_cast<int>(segment.text.size()), count_bits(segment.mode, version_class(version)));
        put_characters(out, segment);
    }
    ENSURE(out.count() <= 8 * count);
    out.put(0, std::min(4, 8 * count - out.count())); // the terminator (7.4.9)
    auto bytes = std::move(out.bytes());
    for (int i = 0; static_cast<int>(bytes.size()) < count; ++i) // 7.4.10
        bytes.push_back(i % 2 == 0 ? 0b11101100 : 0b00010001);
    return bytes;
}

// GF(2^8) by x^8 + x^4 + x^3 + x^2 + 1 (7.5.2).
std::uint8_t times(int a, int b) {
    int product = 0;
    for (; b != 0; b >>= 1) {
        if (b & 1) product ^= a;
        a = a << 1 ^ (a & 0x80 ? 0x11D : 0);
    }
    return static_cast<std::uint8_t>(product);
}

// The generator polynomial without its leading 1, highest power first, multiplied by each of the 256 elements: a
// division then adds one row for each codeword.
using Multiples = std::array<std::array<std::uint8_t, 32>, 256>;

Multiples make_multiples(int degree) {
    std::vector<std::uint8_t> generator{1};
    int root = 1;
    for (int i = 0; i < degree; ++i) { // times (x - 2^i)
        generator.push_back(0);
        for (auto at = generator.size() - 1; at > 0; --at)
            generator[at] = static_cast<std::uint8_t>(generator[at] ^ times(generator[at - 1], root));
        root = times(root, 2);
    }
    Multiples made = {};
    for (int factor = 0; factor < 256; ++factor)
        for (int i = 0; i < degree; ++i)
            made[static_cast<std::size_t>(factor)][static_cast<std::size_t>(i)] =
                times(generator[static_cast<std::size_t>(i) + 1], factor);
    return made;
}

const Multiples& multiples(int degree) {
    struct Kept {
        std::once_flag once;
        Multiples multiples;
    };

    static std::array<Kept, most_error_codewords + 1> kept;
    auto& mine = kept[static_cast<std::size_t>(degree)];
    std::call_once(mine.once, [&] { mine.multiples = make_multiples(degree); });
    return mine.multiples;
}

// What remains of the data as a polynomial, divided by the generator. `work` holds the data, then 32 zeros; it is used
// up.
void divide(std::vector<std::uint8_t>& work, std::size_t data, const Multiples& by) {
    for (std::size_t i = 0; i < data; ++i) {
        const auto& multiple = by[work[i]];
        auto* to = work.data() + i + 1;
        for (std::size_t at = 0; at < multiple.size(); ++at)
            to[at] ^= multiple[at];
    }
}

} // namespace

int data_codewords(int version, EcLevel level) {
    const auto at = static_cast<std::size_t>(version - 1);
    return static_cast<int>(layout_of(version).codewords.size() / 8) -
           error_codewords[row(level)][at] * block_counts[row(level)][at];
}

// 7.6: the blocks' codewords in turn, data first; the later blocks may have one more of data.
std::vector<std::uint8_t> codewords(const std::vector<Segment>& segments, int version, EcLevel level) {
    const auto at = static_cast<std::size_t>(version - 1);
    const std::size_t errors = error_codewords[row(level)][at], blocks = block_counts[row(level)][at];
    const auto data = data_of(segments, version, data_codewords(version, level));
    const auto shorter = data.size() / blocks, first_longer = blocks - data.size() % blocks;
    const auto& by = multiples(static_cast<int>(errors));
    std::vector<std::uint8_t> made(data.size() + errors * blocks), work;
    auto from = data.begin();
    for (std::size_t block = 0; block < blocks; ++block) {
        const auto count = shorter + (block < first_longer ? 0 : 1);
        for (std::size_t i = 0; i < count; ++i)
            made[i < shorter ? i * blocks + block : shorter * blocks + block - first_longer] =
                from[static_cast<std::ptrdiff_t>(i)];
        work.assign(count + Multiples::value_type().size(), 0);
        std::copy_n(from, count, work.begin());
        divide(work, count, by);
        for (std::size_t i = 0; i < errors; ++i)
            made[data.size() + i * blocks + block] = work[count + i];
        from += static_cast<std::ptrdiff_t>(count);
    }
    return made;
}

} // namespace temsao::symbol
