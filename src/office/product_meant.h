#pragma once
// Inside `office`: the product that a person typed, where it may have left the list in use: a serial number
// may be of such goods.
#include "base/result.h"

#include <filesystem>

namespace temsao::office {

// Its key: by a code, or by words of its name in the list in use. Empty for an empty text. Errors: those of
// catalog::find_product for words that are not a code, of the list's store.
Result<std::string> product_meant(const std::filesystem::path& home, const std::string& typed);

} // namespace temsao::office
