// Characters as a reader counts them. A file of its own because it alone needs ICU's rules as data; on a phone the
// browser counts (src/phone/characters.cpp).
#include "base/check.h"
#include "base/text.h"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace temsao {

using icu::UnicodeString;

std::size_t count_characters(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> characters(
        icu::BreakIterator::createCharacterInstance(icu::Locale("vi"), status));
    ENSURE(U_SUCCESS(status));
    const auto unicode = UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    characters->setText(unicode);
    std::size_t count = 0;
    while (characters->next() != icu::BreakIterator::DONE)
        ++count;
    return count;
}

} // namespace temsao
