#include "symbol/segments.h"

#include <algorithm>
#include <array>
#include <limits>

namespace temsao::symbol {
namespace {

constexpr std::size_t modes = 3;

// Bits of the character count indicator by mode and version class (ISO/IEC 18004:2015 table 3).
constexpr int counts[modes][3] = {{10, 12, 14}, {9, 11, 13}, {8, 16, 16}};

bool fits(char c, std::size_t mode) {
    const bool digit = c >= '0' && c <= '9';
    if (mode == 0) return digit;
    if (mode == 1)
        return digit || (c >= 'A' && c <= 'Z') || std::string_view(" $%*+-./:").find(c) != std::string_view::npos;
    return true;
}

// In sixths of a bit, so that a third of ten and a half of eleven are whole numbers.
constexpr int sixths_per_character[modes] = {20, 33, 48};

int round_up_to_bit(int sixths) {
    return (sixths + 5) / 6 * 6;
}

} // namespace

int count_bits(Mode mode, int version_class) {
    return counts[static_cast<std::size_t>(mode)][version_class];
}

// Shortest path: cost[mode] is the least for the text so far with its last character in `mode`. A change of mode closes
// the running segment (whole bits) and pays for a new header.
std::vector<Segment> best_segments(std::string_view payload, int version_class) {
    constexpr int far = std::numeric_limits<int>::max() / 2;
    const auto header = [&](std::size_t mode) { return 6 * (mode_bits + counts[mode][version_class]); };
    std::array<int, modes> cost{};
    std::vector<std::array<std::size_t, modes>> from(payload.size());
    for (std::size_t i = 0; i < payload.size(); ++i) {
        std::array<int, modes> next{};
        for (std::size_t mode = 0; mode < modes; ++mode) {
            next[mode] = far;
            if (!fits(payload[i], mode)) continue;
            for (std::size_t before = 0; before < modes; ++before) {
                const bool starts = i == 0 || before != mode;
                const int entry = i == 0 ? 0 : starts ? round_up_to_bit(cost[before]) : cost[before];
                const int total = entry + (starts ? header(mode) : 0) + sixths_per_character[mode];
                if (cost[before] < far && total < next[mode]) {
                    next[mode] = total;
                    from[i][mode] = before;
                }
            }
        }
        cost = next;
    }
    std::vector<Segment> segments;
    auto mode = static_cast<std::size_t>(std::min_element(cost.begin(), cost.end()) - cost.begin());
    auto end = payload.size();
    for (auto i = payload.size(); i-- > 0;) {
        const auto before = i == 0 ? modes : from[i][mode];
        if (before == mode) continue;
        segments.push_back({static_cast<Mode>(mode), payload.substr(i, end - i)});
        end = i;
        mode = before;
    }
    std::reverse(segments.begin(), segments.end());
    return segments;
}

int bits(const std::vector<Segment>& segments, int version_class) {
    int total = 0;
    for (const auto& segment : segments) {
        const auto mode = static_cast<std::size_t>(segment.mode);
        total += mode_bits + counts[mode][version_class];
        total += round_up_to_bit(static_cast<int>(segment.text.size()) * sixths_per_character[mode]) / 6;
    }
    return total;
}

} // namespace temsao::symbol
