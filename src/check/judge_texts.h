#pragma once
// Texts that another program read from symbols -> the same report as for photos, with one file entry per
// text, named by the text. It needs no data directory, so that a phone judges with the same code.
#include "check/check_report.h"

namespace temsao::check {

inline constexpr std::size_t most_texts = 1000;

struct SeenText {
    std::string text;
    std::optional<CheckedLabel> label = {};  // what a photo of its label showed; takes precedence over `text`
    std::optional<int> stars_by_person = {}; // take precedence over those counted on it
};

// Those with a label were in one photo: the same serial on two of them is a question, and beside a trace code a code of
// another kind does not decide. Any thread.
CheckedRun judge_texts(const std::vector<SeenText>& texts,
                       const verify::Grounds& grounds,
                       const std::optional<catalog::ListHeader>& list,
                       Date date);

} // namespace temsao::check
