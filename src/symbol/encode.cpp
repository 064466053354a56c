// The one user of libqrencode. Its own segmentation is one version too large for some links, so we hand it ours; its
// FNC1 mode does not work (4.1.1), and is not used.
#include "symbol/segments.h"
#include "symbol/symbol.h"

#include <qrencode.h>

#include <memory>

namespace temsao::symbol {
namespace {

struct FreeInput {
    void operator()(QRinput* input) const { QRinput_free(input); }
};

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

using Code = std::unique_ptr<QRcode, FreeCode>;

constexpr std::size_t most_bytes = 2953;
constexpr int first_version[] = {1, 10, 27};
constexpr int last_version[] = {9, 26, 40};

QRecLevel library_level(EcLevel level) {
    constexpr QRecLevel levels[] = {QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H};
    return levels[static_cast<int>(level)];
}

QRencodeMode library_mode(Mode mode) {
    constexpr QRencodeMode names[] = {QR_MODE_NUM, QR_MODE_AN, QR_MODE_8};
    return names[static_cast<int>(mode)];
}

// The library starts at the version given and takes the next one until the segments fit. Null when none does.
Code encode_from(int version, EcLevel level, const std::vector<Segment>& segments) {
    const std::unique_ptr<QRinput, FreeInput> input(QRinput_new2(version, library_level(level)));
    ENSURE(input);
    for (const auto& segment : segments) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(segment.text.data());
        if (QRinput_append(input.get(), library_mode(segment.mode), static_cast<int>(segment.text.size()), bytes) != 0)
            return nullptr;
    }
    return Code(QRcode_encodeInput(input.get()));
}

// Bits 10..12 of the format information beside the top left finder, unmasked (ISO/IEC 18004 7.9).
int read_mask(const std::vector<bool>& modules, int size) {
    int mask = 0;
    for (int column = 2; column <= 4; ++column)
        mask = mask << 1 | (modules[static_cast<std::size_t>(8 * size + column)] ? 1 : 0);
    return mask ^ 0b101;
}

} // namespace

Result<Symbol> encode(std::string_view payload, EcLevel level) {
    if (payload.empty()) return error(Cause::data, "symbol.empty");
    if (payload.size() <= most_bytes) {
        for (int version_class = 0; version_class < 3; ++version_class) {
            const auto segments = best_segments(payload, version_class);
            const auto code = encode_from(first_version[version_class], level, segments);
            if (!code || code->version > last_version[version_class]) continue;
            std::vector<bool> modules(static_cast<std::size_t>(code->width * code->width));
            for (std::size_t i = 0; i < modules.size(); ++i)
                modules[i] = (code->data[i] & 1) != 0;
            const int mask = read_mask(modules, code->width);
            return Symbol(code->version, level, mask, std::move(modules));
        }
    }
    return error(Cause::data, "symbol.too_long", {std::to_string(payload.size()), std::string(name(level))});
}

} // namespace temsao::symbol
