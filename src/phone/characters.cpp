// Characters as a reader counts them, by the browser's own rules: those of ICU, without carrying their data along.
#include "base/text.h"

#include <emscripten.h>

// clang-format off: what follows is JavaScript
EM_JS(int, temsao_count_characters, (const char* text, int size), {
    var seen = new TextDecoder().decode(HEAPU8.subarray(text, text + size));
    return Array.from(new Intl.Segmenter("vi", {granularity : "grapheme"}).segment(seen)).length;
});

// clang-format on

namespace temsao {

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(temsao_count_characters(text.data(), static_cast<int>(text.size())));
}

} // namespace temsao
