#pragma once
// What the remedies in the sentences of grade's findings change, so that a test sees when two of one answer contradict.
#include <string_view>
#include <vector>

namespace temsao::grade {

enum class Change {
    darker,      // more ink or heat
    lighter,     // less
    other_ink,   // its colour or kind
    other_paper, // whiter
    clean,       // head, drum, rollers
    feed,        // paper guide, tension, speed
    true_size,   // print at 100 %
    larger,      // print the code larger
    layout,      // move what stands too close
    even_ink,    // pressure, ribbon
    look_there,  // for dirt, folds, scratches
    scan_again   // finer or flatter
};

std::vector<Change> changes_of(std::string_view code); // of every code that remarks() gives

bool contradict(Change one, Change other);

} // namespace temsao::grade
