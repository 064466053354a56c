#pragma once
// QR codes in a row on white paper, as PNG.
#include "catch.h"
#include "render/png.h"
#include "symbol/symbol.h"

namespace temsao::test {

inline std::string png_of(const std::vector<std::string>& payloads) {
    constexpr int dot = 6, quiet = 4;
    std::vector<symbol::Symbol> symbols;
    int width = quiet, height = 0;
    for (const auto& payload : payloads) {
        auto made = symbol::encode(payload, symbol::EcLevel::M);
        REQUIRE(made.ok());
        symbols.push_back(*std::move(made));
        width += symbols.back().size() + quiet;
        height = std::max(height, symbols.back().size() + 2 * quiet);
    }
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width * dot) * static_cast<std::size_t>(height * dot),
                                      0xFFFFFF);
    int left = quiet;
    for (const auto& one : symbols) {
        for (int y = 0; y < one.size() * dot; ++y)
            for (int x = 0; x < one.size() * dot; ++x)
                if (one.dark(x / dot, y / dot))
                    pixels[static_cast<std::size_t>((y + quiet * dot) * width * dot + x + left * dot)] = 0;
        left += one.size() + quiet;
    }
    const auto png = render::encode_png(
        {pixels.data(), static_cast<std::size_t>(width * dot), width * dot, height * dot}, Resolution::from_dpi(300));
    REQUIRE(png.ok());
    return *png;
}

} // namespace temsao::test
