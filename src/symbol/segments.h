#pragma once
// Segments: how a payload is cut into numeric, alphanumeric and byte runs (ISO/IEC 18004 7.4) with the fewest bits.
// Pure; any thread.
#include <string_view>
#include <vector>

namespace temsao::symbol {

enum class Mode { numeric, alphanumeric, byte };

struct Segment {
    Mode mode;
    std::string_view text; // a part of the payload
};

inline constexpr int mode_bits = 4;

// The width of the character count depends on the version, so there are three cuts: for versions 1-9 (class 0), 10-26
// (1) and 27-40 (2).
constexpr int version_class(int version) {
    return version < 10 ? 0 : version < 27 ? 1 : 2;
}

int count_bits(Mode mode, int version_class);

std::vector<Segment> best_segments(std::string_view payload, int version_class);

// Their size in bits, mode and count fields included.
int bits(const std::vector<Segment>& segments, int version_class);

} // namespace temsao::symbol
