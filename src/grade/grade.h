#pragma once
// The print quality of a QR code on a flat scan, estimated by the method of ISO/IEC 15415:2011 with the QR rules of
// ISO/IEC 18004:2015 annex M. It is an estimate, never a grade: a scanner does not have the standard's light (660 nm,
// from four sides at 45 degrees), its calibrated reflectance or its aperture.
//
// Every QR code that can be read is graded: the modules that the reader saw say what was meant, however badly it is
// printed. Reflectance is the red channel made linear (IEC 61966-2-1), 255 taken as 1: that is nearest to what the red
// light of checkouts and verifiers sees, in which red ink is white. The aperture is 0.8 X. The grid is fitted to all
// edges of the known symbol at once, as a plane seen in perspective, then bent by the edges close by. The standard's
// tables for damage of fixed patterns and of format and version information were not at hand; these limits are from
// memory: A segments 0 1 2 3 modules, timing 0 7 11 14 %, alignment 0 10 20 30 %, format and version 0 1 2 3 modules
// per copy. Pure; any thread.
#include "base/finding.h"
#include "photo/photo.h"
#include "photo/reading.h"
#include "scan/qr_matrix.h"

#include <functional>
#include <optional>

namespace temsao::grade {

inline constexpr auto grade_edition = "ISO/IEC 15415:2011, ISO/IEC 18004:2015";

enum class Trust { normal, low, withheld }; // by pixels per module: 10 or more, 5 to 10, under 5

std::string_view name(Trust trust); // "normal"

enum class Unit { share, modules, decoded }; // of 1; a count; 1 decoded and 0 not

// The values at which levels 4, 3, 2 and 1 begin.
struct Limits {
    std::array<double, 4> at{};
    bool more = true; // a larger value is better

    int level(double value) const; // 4..0

    double usable() const { return at[2]; } // level 2, the lowest at which a print can be handed over
};

// One measured quantity. The value is what the level follows from: where the standard weighs modules or codewords
// against each other, that of the one which decides.
struct Parameter {
    std::string_view name; // "symbol_contrast"
    double value = 0;
    int level = 4; // 4 (best) to 0, by the standard's limits
    Unit unit = Unit::share;
    Limits limits = {};
};

// Lines through the whole symbol, each printed too light, or too dark, all along.
struct Streaks {
    int light = 0, dark = 0;
};

struct Grade {
    photo::Reading reading;
    scan::Matrix meant;                // the symbol without errors
    std::vector<double> modulation;    // of each module, 0..1; negative for the wrong colour; empty as `parameters`
    double pixels_a_module = 0;        // of the narrower side
    Trust trust = Trust::withheld;     // withheld: below, only the sizes are filled
    std::vector<Parameter> parameters; // in the standard's order; the lowest level is the estimate
    int level = 0;                     // 4..0
    double x_pixels = 0, y_pixels = 0; // a module's width and height on the scan
    std::optional<double> x_mm;        // when the resolution is known
    double growth_x = 0, growth_y = 0; // how much wider dark modules are than light ones, as a share of X
    double blur_x = 0, blur_y = 0;     // an edge's way from a quarter to three quarters of the light, as a share of X
    Streaks upright, level_lines;      // along the scan's y and x
    double dark = 0, light = 1;        // mean reflectance of dark and light modules, 0..1
    double light_by_eye = 1;           // the same in all colours together, less `dark` there: what an eye sees
    bool is_in_red = false;            // measured as red light sees it; else in grey, which is all that the file has
    double quiet_zone = 0;             // smallest white margin of the four sides, in X, at most 4
};

// A flat scan. `red` gives the same picture as red light sees it, nothing where the file has no colours; it is asked
// once, and only when there is a code.
struct Scan {
    const photo::Photo& grey;
    std::function<std::optional<photo::Photo>()> red = {};
};

// Grades every QR code of model 2 in the scan. `dpi`: the scan's resolution if the user gives it, else the file's, else
// none.
std::vector<Grade> grade_symbols(const Scan& scan, std::optional<double> dpi);

// Level 4..0 of one module by its modulation; empty when it has the wrong colour.
std::optional<int> level_of_module(double modulation);

// The sizes beside a module's size that are a whole number of printer dots.
struct OffDots {
    double below_mm, above_mm;
};

// Empty when the size is a whole number of dots, within what a scanner can tell, or too large to tell. `print_dpi`: of
// the printer; else any of 203, 300 and 600.
std::optional<OffDots> off_whole_dots(double x_mm, std::optional<int> print_dpi);

// Each weakness with its cause and remedy, worst first; all on the axis `print`, none more severe than `check`. Where a
// cause is found, what follows from it is not told beside it, so that no remedy contradicts another.
std::vector<Finding> remarks(const Grade& grade, std::optional<int> print_dpi = {});

} // namespace temsao::grade
