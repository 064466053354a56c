#pragma once
// Inside `verify` only: is the name on a label different from the list's? The largest print is taken as the name and
// compared with the listed one word by word: lost or misread words mean nothing; a word that is certainly different
// from the listed one does. Pure; any thread.
#include "catalog/product.h"
#include "photo/reading.h"

namespace temsao::verify {

// The text read, if it is another name.
std::optional<std::string> other_name(const std::vector<photo::PrintedWord>& printed, const catalog::Product& product);

} // namespace temsao::verify
