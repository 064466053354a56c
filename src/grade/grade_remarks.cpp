// What a printer's operator can do about each weakness.
#include "grade/grade.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace temsao::grade {
namespace {

constexpr double much_growth = 0.12;    // of X: from here on it eats into the modulation
constexpr double till_x_mm = 0.396;     // GS1 General Specifications 5.12.3.1
constexpr double full_quiet_zone = 3.9; // of 4 X, with room for the measurement
constexpr int usable = 2;

std::string number(double value, int decimals) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string percent(double share) {
    return number(100 * share, 0);
}

} // namespace

std::vector<Finding> remarks(const Grade& grade) {
    std::vector<Finding> found;
    const auto note = [&](const char* code, Severity severity, std::vector<std::string> facts, const char* rule) {
        found.push_back({Axis::print, code, severity, std::move(facts), rule});
    };
    if (grade.trust != Trust::normal)
        note(grade.trust == Trust::withheld ? "GRADE_WITHHELD" : "GRADE_LOW_TRUST",
             Severity::check,
             {number(grade.pixels_a_module, 1)},
             "");
    if (grade.trust == Trust::withheld) return found;

    const double growth = std::abs(grade.growth_x) > std::abs(grade.growth_y) ? grade.growth_x : grade.growth_y;
    if (std::abs(growth) >= much_growth)
        note(growth > 0 ? "GRADE_GROWTH" : "GRADE_LOSS", Severity::check, {percent(std::abs(growth))}, "");
    for (const auto& p : grade.parameters) {
        if (p.level > usable) continue;
        const auto severity = p.level < usable ? Severity::check : Severity::info;
        const auto add = [&](const char* code, std::string fact) {
            note(code, severity, {std::move(fact)}, grade_edition);
        };
        if (p.name == "symbol_contrast") add("GRADE_CONTRAST", percent(p.value));
        if (p.name == "modulation") add("GRADE_MODULATION", percent(p.value));
        // The margin repeats the modulation unless modules turned to the wrong colour, which the codewords tell.
        if (p.name == "fixed_pattern_damage") add("GRADE_FIXED_PATTERN", percent(p.value));
        if (p.name == "axial_nonuniformity") add("GRADE_AXIAL", percent(p.value));
        if (p.name == "grid_nonuniformity") add("GRADE_GRID", percent(p.value));
        if (p.name == "unused_error_correction") add("GRADE_DAMAGE", percent(p.value));
        if (p.name == "format_information" || p.name == "version_information")
            add("GRADE_INFORMATION", number(p.value, 0));
    }
    if (grade.quiet_zone < full_quiet_zone)
        note("GRADE_QUIET_ZONE", Severity::check, {number(grade.quiet_zone, 1)}, "ISO/IEC 18004 6.3.8");
    if (grade.x_mm && *grade.x_mm < till_x_mm)
        note("GRADE_SMALL", Severity::info, {number(*grade.x_mm, 3)}, "GS1 General Specifications 5.12.3.1");
    std::stable_sort(
        found.begin(), found.end(), [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    return found;
}

} // namespace temsao::grade
