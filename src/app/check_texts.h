#pragma once
// Inside `app`: texts that a reader elsewhere took from symbols -> the same report as of photos, one file entry a text.
// What a phone and the server answer when the symbol was read in a browser.
#include "app/check_report.h"

namespace temsao::app {

// Any thread.
CheckedRun check_texts(const std::vector<std::string>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date);

} // namespace temsao::app
