#pragma once
// Inside `app`: texts that another program read from symbols -> the same report as for photos, with one file entry per
// text, named by the text. It needs no data directory, so that a phone judges with the same code.
#include "check/check_report.h"

namespace temsao::check {

inline constexpr std::size_t most_texts = 1000;

struct SeenText {
    std::string text;
    bool is_photographed = false;            // its label was photographed, so an uncountable badge is reported
    std::optional<stars::Badge> badge = {};  // what was seen on the label
    std::optional<int> stars_by_person = {}; // override the badge's
};

// Those that were photographed were in one photo: the same serial on two of them is a question. Any thread.
CheckedRun judge_texts(const std::vector<SeenText>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date);

} // namespace temsao::check
