#pragma once
// The print quality of a QR code on a flat scan, estimated by the method of ISO/IEC 15415:2011 with the QR rules of
// ISO/IEC 18004:2015 annex M. It is an estimate, never a grade: a scanner does not have the standard's light (four
// sides at 45 degrees), its calibrated reflectance or its aperture.
//
// Reflectance is the grey value made linear (IEC 61966-2-1), 255 taken as 1. The aperture is 0.8 X. The grid is fitted
// to all edges of the known symbol at once, as a plane seen in perspective, then bent by the edges close by. The
// standard's tables for damage of fixed patterns and of format and version information were not at hand; these limits
// are from memory: A segments 0 1 2 3 modules, timing 0 7 11 14 %, alignment 0 10 20 30 %, format and version 0 1 2 3
// modules per copy. Pure; any thread.
#include "base/finding.h"
#include "photo/photo.h"
#include "photo/reading.h"
#include "scan/qr_matrix.h"

namespace temsao::grade {

inline constexpr auto grade_edition = "ISO/IEC 15415:2011, ISO/IEC 18004:2015";

enum class Trust { normal, low, withheld }; // by pixels per module: 10 or more, 5 to 10, under 5

std::string_view name(Trust trust); // "normal"

// One measured quantity; the level is 4 (best) to 0, by the standard's limits.
struct Parameter {
    std::string_view name; // "symbol_contrast"
    double value = 0;      // a share of 1, or a count where the name says so
    int level = 4;
};

struct Grade {
    photo::Reading reading;
    scan::Matrix meant;                // the symbol without errors
    std::vector<double> modulation;    // of each module, 0..1; negative for the wrong colour
    double pixels_a_module = 0;        // of the narrower side
    Trust trust = Trust::withheld;     // withheld: below, only facts of decoding are filled
    std::vector<Parameter> parameters; // in the standard's order; the lowest level is the estimate
    int level = 0;                     // 4..0
    double x_pixels = 0, y_pixels = 0; // a module's width and height on the scan
    std::optional<double> x_mm;        // when the resolution is known
    double growth_x = 0, growth_y = 0; // how much wider dark modules are than light ones, as a share of X
    double quiet_zone = 0;             // smallest white margin of the four sides, in X, at most 4
};

// Grades every QR code of model 2 in the photo. `dpi`: the scan's resolution if the user gives it, else the file's,
// else none.
std::vector<Grade> grade_symbols(const photo::Photo& photo, std::optional<double> dpi);

// Level 4..0 of one module by its modulation; empty when it has the wrong colour.
std::optional<int> level_of_module(double modulation);

// Each weakness with its cause and remedy, worst first; all on the axis `print`, none more severe than `check`.
std::vector<Finding> remarks(const Grade& grade);

} // namespace temsao::grade
