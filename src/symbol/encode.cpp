// payload -> segments -> codewords -> modules -> the mask that reads best. Our own: most of a label's time was spent in
// libqrencode's search for the mask, which it offers no way round. Its symbols are what the tests compare ours with.
#include "symbol/codewords.h"
#include "symbol/layout.h"
#include "symbol/mask.h"
#include "symbol/symbol.h"

namespace temsao::symbol {
namespace {

constexpr std::size_t most_bytes = 2953;
constexpr int last_version = 40;

// The remainder bits stay 0 (7.7.3).
ModuleBits unmasked(const Layout& layout, const std::vector<std::uint8_t>& codewords) {
    auto modules = layout.patterns;
    const auto* place = layout.codewords.data();
    for (const auto codeword : codewords)
        for (int bit = 7; bit >= 0; --bit, ++place)
            modules[*place / word_bits] |= std::uint64_t{codeword >> bit & 1U} << *place % word_bits;
    return modules;
}

// 15 bits of a BCH code, themselves masked (7.9).
int format_information(EcLevel level, int mask) {
    constexpr int indicator[] = {0b01, 0b00, 0b11, 0b10}; // of L, M, Q, H: table 12
    const int data = indicator[static_cast<int>(level)] << 3 | mask;
    int rest = data << 10;
    for (int bit = 14; bit >= 10; --bit)
        if (rest >> bit & 1) rest ^= 0b10100110111 << (bit - 10);
    return (data << 10 | rest) ^ 0b101010000010010;
}

ModuleBits masked(const ModuleBits& modules, const Layout& layout, EcLevel level, int mask) {
    auto made = modules;
    const auto& flipped = layout.masks[static_cast<std::size_t>(mask)];
    for (std::size_t i = 0; i < made.size(); ++i)
        made[i] ^= flipped[i];
    const int format = format_information(level, mask);
    for (std::size_t bit = 0; bit < layout.format.size(); ++bit)
        if (format >> bit & 1)
            for (const auto place : layout.format[bit])
                flip(made, place);
    return made;
}

Symbol best_masked(const ModuleBits& modules, const Layout& layout, int version, EcLevel level) {
    int best = 0, least = 0;
    ModuleBits chosen;
    for (int mask = 0; mask < mask_count; ++mask) {
        auto one = masked(modules, layout, level, mask);
        const int points = penalties(one, layout.size).total();
        if (mask > 0 && points >= least) continue;
        best = mask;
        least = points;
        chosen = std::move(one);
    }
    return {version, level, best, std::move(chosen)};
}

} // namespace

Result<Symbol> encode(std::string_view payload, EcLevel level) {
    if (payload.empty()) return error(Cause::data, "symbol.empty");
    std::vector<Segment> segments;
    for (int version = 1; version <= last_version && payload.size() <= most_bytes; ++version) {
        const int at = version_class(version);
        if (version == 1 || at != version_class(version - 1)) segments = best_segments(payload, at);
        if (bits(segments, at) > 8 * data_codewords(version, level)) continue;
        const auto& layout = layout_of(version);
        return best_masked(unmasked(layout, codewords(segments, version, level)), layout, version, level);
    }
    return error(Cause::data, "symbol.too_long", {std::to_string(payload.size()), std::string(name(level))});
}

} // namespace temsao::symbol
