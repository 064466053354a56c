#pragma once
// Inside `app`: texts that a reader elsewhere took from symbols -> the same report as of photos, one file entry a text,
// its name the text. It needs no data directory, so that a phone judges by the same code.
#include "app/check_report.h"

namespace temsao::app {

inline constexpr std::size_t most_texts = 1000;

// `stars`, which may be shorter, is what a person counted on the label of each text. Any thread.
CheckedRun judge_texts(const std::vector<std::string>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date,
                       const std::vector<std::optional<int>>& stars = {});

} // namespace temsao::app
