// Characters as a reader counts them (Unicode Standard Annex 29, grapheme clusters). A file of its own because it alone
// needs ICU's rules as data, 30 MB of them; in a browser these are the browser's own, so there it counts.
#include "base/text.h"

#ifdef __wasm__

extern "C" __attribute__((import_module("temsao"), import_name("count_characters"))) int
temsao_count_characters(const char* text, int size); // pages/scan/core_module.js

namespace temsao {

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(temsao_count_characters(text.data(), static_cast<int>(text.size())));
}

} // namespace temsao

#else
#include "base/check.h"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace temsao {

std::size_t count_characters(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> characters(
        icu::BreakIterator::createCharacterInstance(icu::Locale("vi"), status));
    ENSURE(U_SUCCESS(status));
    const auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    characters->setText(unicode);
    std::size_t count = 0;
    while (characters->next() != icu::BreakIterator::DONE)
        ++count;
    return count;
}

} // namespace temsao

#endif
