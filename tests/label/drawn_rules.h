#pragma once
// The rules about how a label is drawn: preflight.cpp has both sides of each. law_cases.tsv has those of the others.
#include <set>
#include <string>

inline const std::set<std::string>& drawn_rules() {
    static const std::set<std::string> all = {"BADGE_CLEAR_SPACE",
                                              "BADGE_LAPSED",
                                              "BADGE_PLACE",
                                              "BADGE_STARS",
                                              "CONTRAST_LOW",
                                              "CONTRAST_NONE",
                                              "LETTER_HEIGHT",
                                              "QUANTITY_HEIGHT",
                                              "QUIET_ZONE_ART",
                                              "TEXT_CLIPPED",
                                              "TEXT_COLLISION",
                                              "TEXT_PARTED",
                                              "TEXT_TIGHT"};
    return all;
}
