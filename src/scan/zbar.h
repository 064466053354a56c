#pragma once
// Inside `scan` only: the adapter of ZBar, a second reader of QR codes that shares nothing with the first.
#include "photo/grey_view.h"

#include <string>
#include <vector>

namespace temsao::scan {

// The text of each QR code in the view. Any thread.
std::vector<std::string> zbar_texts(const photo::GreyView& view);

// The number of each EAN-13 and EAN-8 in the view. Any thread.
std::vector<std::string> zbar_numbers(const photo::GreyView& view);

} // namespace temsao::scan
