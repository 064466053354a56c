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
#include <optional>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace temsao {
namespace {

// Of text whose characters each stand alone: ASCII but the carriage return, Latin letters in one piece (U+00C0 to
// U+027F, U+1E80 to U+1EFF), punctuation and signs (U+2010 to U+2027, U+2100 to U+2BFF). None of them extends another.
std::optional<std::size_t> count_plain(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const auto byte = [&](std::size_t i) {
            return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
        };
        const auto lead = byte(0), second = byte(1), third = byte(2);
        const auto follows = [](int c) { return (c & 0xc0) == 0x80; };
        if (lead < 0x80 && lead != '\r')
            at += 1;
        else if (lead >= 0xc3 && lead <= 0xc9 && follows(second))
            at += 2;
        else if (follows(third) && ((lead == 0xe1 && (second == 0xba || second == 0xbb)) ||
                                    (lead == 0xe2 && second == 0x80 && third >= 0x90 && third <= 0xa7) ||
                                    (lead == 0xe2 && second >= 0x84 && second <= 0xaf)))
            at += 3;
        else
            return {};
    }
    return count;
}

} // namespace

std::size_t count_characters(std::string_view text) {
    if (const auto count = count_plain(text)) return *count;
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
