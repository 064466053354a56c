#pragma once
// Inside `app`: texts that a reader elsewhere took from symbols -> the same report as of photos, one file entry a text,
// its name the text. It needs no data directory, so that a phone judges by the same code.
#include "check/check_report.h"

namespace temsao::check {

inline constexpr std::size_t most_texts = 1000;

struct SeenText {
    std::string text;
    bool is_photographed = false;            // its label was looked at, so that a badge that cannot be counted is told
    std::optional<stars::Badge> badge = {};  // what was seen there
    std::optional<int> stars_by_person = {}; // go before the badge's
};

// Any thread.
CheckedRun judge_texts(const std::vector<SeenText>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date);

} // namespace temsao::check
