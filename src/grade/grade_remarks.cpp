// What a printer's operator can do about each weakness. First the causes are looked for; a weak value that follows from
// one is not told beside it.
#include "grade/grade.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace temsao::grade {
namespace {

// Shares of X.
constexpr double much_growth = 0.12;    // from here on it eats into the modulation
constexpr double wrong_growth = 0.3;    // and from here on it turns modules to the wrong colour
constexpr double much_blur = 0.35;      // an edge of a sharp scan takes 0.1 to 0.25
constexpr double one_way = 0.6;         // smeared: the other way is sharper by this
constexpr double till_x_mm = 0.396;     // GS1 General Specifications 5.12.3.1
constexpr double full_quiet_zone = 3.9; // of 4 X, with room for the measurement
// Of reflectance.
constexpr double pale_ink = 0.2, dark_paper = 0.6, much_by_eye = 0.15;
constexpr int usable = 2;

std::string number(double value, int decimals) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string percent(double share) {
    return number(100 * share, 0);
}

class Remarks {
public:
    Remarks(const Grade& grade, std::optional<int> print_dpi) : grade_(grade), print_dpi_(print_dpi) {}

    std::vector<Finding> all() {
        if (grade_.trust != Trust::normal)
            note(grade_.trust == Trust::withheld ? "GRADE_WITHHELD" : "GRADE_LOW_TRUST",
                 {number(grade_.pixels_a_module, 1)});
        if (grade_.trust == Trust::withheld) return std::move(found_);
        about_trust_ = found_.size();
        contrast();
        blur();
        streaks();
        growth();
        shape();
        symptoms();
        sizes();
        std::stable_sort(
            found_.begin(), found_.end(), [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
        return std::move(found_);
    }

private:
    void
    note(const char* code, std::vector<std::string> facts, Severity severity = Severity::check, const char* rule = "") {
        found_.push_back({Axis::print, code, severity, std::move(facts), rule});
    }

    const Parameter* find(std::string_view name) const {
        for (const auto& p : grade_.parameters)
            if (p.name == name) return &p;
        return nullptr;
    }

    // A value that is only just usable is a remark, a weaker one a question. False when it is neither.
    bool weak(std::string_view name, const char* code, std::vector<std::string> facts = {}) {
        const auto* p = find(name);
        if (!p || p->level > usable) return false;
        note(code, std::move(facts), p->level < usable ? Severity::check : Severity::info, grade_edition);
        return true;
    }

    double value(std::string_view name) const {
        const auto* p = find(name);
        return p ? p->value : 0;
    }

    void contrast() {
        const auto* p = find("symbol_contrast");
        const double red = grade_.light - grade_.dark;
        if (grade_.light_by_eye < contrast_usable && red - grade_.light_by_eye > much_by_eye) {
            note("GRADE_COLOUR_BY_EYE", {percent(std::max(0.0, grade_.light_by_eye)), percent(red)});
        } else if (red < contrast_usable && grade_.light_by_eye - red > much_by_eye) {
            note("GRADE_COLOUR", {percent(std::max(0.0, red)), percent(grade_.light_by_eye)});
            coloured_ = explains_weak_ = explains_wrong_ = true;
        } else if (p && p->level <= usable) {
            const bool pale = grade_.dark > pale_ink, dark = grade_.light < dark_paper;
            const bool spread = std::max(grade_.growth_x, grade_.growth_y) >= much_growth;
            weak("symbol_contrast",
                 pale && !dark   ? spread ? "GRADE_PALE_INK" : "GRADE_PALE"
                 : dark && !pale ? "GRADE_DARK_PAPER"
                                 : "GRADE_CONTRAST",
                 {percent(p->value)});
        }
    }

    void blur() {
        const double most = std::max(grade_.blur_x, grade_.blur_y), least = std::min(grade_.blur_x, grade_.blur_y);
        blurred_ = most >= much_blur;
        if (!blurred_ || coloured_) return;
        note(least < one_way * most ? "GRADE_SMEAR" : "GRADE_BLUR", {percent(most)});
        explains_weak_ = explains_wrong_ = true;
    }

    void streaks() {
        if (blurred_ || coloured_) return; // soft edges of single modules look like lines
        const int light = grade_.upright.light + grade_.level_lines.light;
        const int dark = grade_.upright.dark + grade_.level_lines.dark;
        if (light > 0) note("GRADE_STREAK", {std::to_string(light)});
        if (dark > 0) note("GRADE_DARK_STREAK", {std::to_string(dark)});
        if (light + dark > 0) explains_weak_ = explains_wrong_ = true;
    }

    void growth() {
        const double x = grade_.growth_x, y = grade_.growth_y;
        const double most = std::abs(x) > std::abs(y) ? x : y, least = std::abs(x) > std::abs(y) ? y : x;
        if (std::abs(most) < much_growth || blurred_ || coloured_) return; // where a soft edge lies, nobody can tell
        if (most * least < 0 && std::abs(least) >= much_growth)
            note("GRADE_GROWTH_UNEVEN", {percent(x), percent(y)});
        else
            note(most > 0 ? "GRADE_GROWTH" : "GRADE_LOSS", {percent(std::abs(most))});
        explains_weak_ = true;
        if (std::abs(most) >= wrong_growth) explains_wrong_ = true;
    }

    void shape() {
        weak("axial_nonuniformity", "GRADE_AXIAL", {percent(value("axial_nonuniformity"))});
        if (explains_wrong_) return;
        const auto* p = find("grid_nonuniformity");
        if (!p || p->level > usable) return;
        weak("grid_nonuniformity", "GRADE_GRID", {percent(p->value)});
        explains_weak_ = true;
    }

    // What the aperture sees, where none of the causes above is found.
    void symptoms() {
        if (!explains_wrong_) {
            weak("fixed_pattern_damage", "GRADE_FIXED_PATTERN");
            if (weak("unused_error_correction", "GRADE_DAMAGE", {percent(value("unused_error_correction"))}))
                explains_weak_ = true;
            for (const auto* name : {"format_information", "version_information"})
                weak(name, "GRADE_INFORMATION", {number(value(name), 0)});
        }
        if (!explains_weak_ && !explains_wrong_) weak("modulation", "GRADE_MODULATION", {percent(value("modulation"))});
        const auto* decode = find("decode");
        if (decode && decode->level == 0 && found_.size() == about_trust_) note("GRADE_UNDECODED", {});
    }

    void sizes() {
        if (grade_.quiet_zone < full_quiet_zone)
            note("GRADE_QUIET_ZONE", {number(grade_.quiet_zone, 1)}, Severity::check, "ISO/IEC 18004 6.3.8");
        const auto* axial = find("axial_nonuniformity");
        if (!grade_.x_mm || (axial && axial->level <= usable)) return; // stretched: it has two sizes
        if (const auto off = off_whole_dots(*grade_.x_mm, print_dpi_))
            note("GRADE_SCALED", {number(*grade_.x_mm, 3), number(off->below_mm, 3), number(off->above_mm, 3)});
        else if (*grade_.x_mm < till_x_mm)
            note("GRADE_SMALL", {number(*grade_.x_mm, 3)}, Severity::info, "GS1 General Specifications 5.12.3.1");
    }

    static constexpr double contrast_usable = 0.40; // 15415 7.8.3, level 2

    const Grade& grade_;
    std::optional<int> print_dpi_;
    std::vector<Finding> found_;
    std::size_t about_trust_ = 0; // the findings before those about the print
    bool blurred_ = false, coloured_ = false;
    bool explains_weak_ = false;  // a cause was found from which weak modules follow
    bool explains_wrong_ = false; // and modules of the wrong colour
};

} // namespace

std::optional<OffDots> off_whole_dots(double x_mm, std::optional<int> print_dpi) {
    constexpr double told = 0.006, guessed = 0.012; // shares of X: what a scanner's own scale may be off
    const double tolerance = (print_dpi ? told : guessed) * x_mm;
    OffDots off{0, std::numeric_limits<double>::max()};
    for (const int dpi : print_dpi ? std::vector<int>{*print_dpi} : std::vector<int>{203, 300, 600}) {
        const double dot = 25.4 / dpi, count = std::floor(x_mm / dot);
        if (dot < 2 * tolerance) return {};
        off.below_mm = std::max(off.below_mm, count * dot);
        off.above_mm = std::min(off.above_mm, (count + 1) * dot);
    }
    const bool is_whole = x_mm - off.below_mm <= tolerance || off.above_mm - x_mm <= tolerance;
    return is_whole ? std::nullopt : std::optional(off);
}

std::vector<Finding> remarks(const Grade& grade, std::optional<int> print_dpi) {
    return Remarks(grade, print_dpi).all();
}

} // namespace temsao::grade
