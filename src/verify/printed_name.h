#pragma once
// Inside `verify` only: is the name on a label another one than the list's? The largest print is taken for the name and
// laid beside the listed one word by word: what the reader lost or misread says nothing, a word that is surely another
// one where a listed one should stand does. Pure; any thread.
#include "catalog/product.h"
#include "photo/reading.h"

namespace temsao::verify {

// What was read, if it is another name.
std::optional<std::string> other_name(const std::vector<photo::PrintedWord>& printed, const catalog::Product& product);

} // namespace temsao::verify
