// What the remedy of each finding changes: what its sentence tells a printer's operator to do.
#include "grade/remedies.h"

namespace temsao::grade {
namespace {

struct Remedy {
    std::string_view code;
    std::vector<Change> changes;
};

const std::vector<Remedy>& remedies() {
    using enum Change;
    static const std::vector<Remedy> table = {
        {"GRADE_AXIAL", {true_size, feed}},
        {"GRADE_BLUR", {scan_again, feed}},
        {"GRADE_COLOUR", {other_ink}},
        {"GRADE_COLOUR_BY_EYE", {other_ink, other_paper}},
        {"GRADE_CONTRAST", {other_ink, other_paper}},
        {"GRADE_DAMAGE", {clean, look_there}},
        {"GRADE_DARK_PAPER", {other_paper}},
        {"GRADE_DARK_STREAK", {clean}},
        {"GRADE_FIXED_PATTERN", {look_there}},
        {"GRADE_GRID", {feed, scan_again}},
        {"GRADE_GROWTH", {lighter}},
        {"GRADE_GROWTH_UNEVEN", {feed}},
        {"GRADE_INFORMATION", {look_there}},
        {"GRADE_LOSS", {darker, clean}},
        {"GRADE_LOW_TRUST", {scan_again}},
        {"GRADE_MODULATION", {even_ink}},
        {"GRADE_PALE", {darker}},
        {"GRADE_PALE_INK", {other_ink}},
        {"GRADE_QUIET_ZONE", {layout}},
        {"GRADE_SCALED", {true_size}},
        {"GRADE_SMALL", {larger}},
        {"GRADE_SMEAR", {feed}},
        {"GRADE_STREAK", {clean}},
        {"GRADE_UNDECODED", {scan_again}},
        {"GRADE_WITHHELD", {scan_again}},
    };
    return table;
}

} // namespace

std::vector<Change> changes_of(std::string_view code) {
    for (const auto& remedy : remedies())
        if (remedy.code == code) return remedy.changes;
    return {};
}

bool contradict(Change one, Change other) {
    using enum Change;
    const auto are = [&](Change a, Change b) { return (one == a && other == b) || (one == b && other == a); };
    return are(darker, lighter) || are(true_size, larger);
}

} // namespace temsao::grade
