#pragma once
// Lengths as types that cannot be confused: millimetres on the label, dots of a printer, and the resolution between
// them. Values; any thread.
#include <cmath>
#include <compare>
#include <string>

namespace temsao {

// A length on paper in millimetres. Any finite value; positions may be negative.
struct Mm {
    double value = 0;

    friend constexpr Mm operator+(Mm a, Mm b) { return {a.value + b.value}; }

    friend constexpr Mm operator-(Mm a, Mm b) { return {a.value - b.value}; }

    friend constexpr Mm operator-(Mm a) { return {-a.value}; }

    friend constexpr Mm operator*(Mm a, double k) { return {a.value * k}; }

    friend constexpr Mm operator*(double k, Mm a) { return {a.value * k}; }

    friend constexpr Mm operator/(Mm a, double k) { return {a.value / k}; }

    friend constexpr double operator/(Mm a, Mm b) { return a.value / b.value; }

    friend constexpr auto operator<=>(Mm, Mm) = default;

    constexpr Mm& operator+=(Mm b) { return *this = *this + b; }
};

// As digits, without the unit: with so many decimals (12.50), or with those it needs, two at most (12.5).
std::string millimetres(Mm length, int decimals);
std::string short_millimetres(Mm length);

// PostScript points: what PDF and Cairo count in. 72 to the inch of 25.4 mm.
constexpr double points(Mm length) {
    return length.value * 72.0 / 25.4;
}

// A count of printer dots; the QR code's modules are always whole numbers of them.
struct Dots {
    int value = 0;
    friend constexpr auto operator<=>(Dots, Dots) = default;
};

// How finely a printer places dots. Label printers sold as "203 dpi" place exactly 8 dots to the millimetre
// (203.2 dpi); all other figures are taken as dots to the inch. Range 72..2400, checked where the option is read.
class Resolution {
public:
    static constexpr Resolution from_dpi(int dpi) { return Resolution(dpi); }

    constexpr int dpi() const { return dpi_; }

    constexpr double dots_per_mm() const { return dpi_ == 203 ? 8.0 : dpi_ / 25.4; }

    constexpr Mm length(Dots dots) const { return {dots.value / dots_per_mm()}; }

    Dots whole_dots_below(Mm length) const { // with a tolerance of a millionth of a dot for rounding
        return {static_cast<int>(std::floor(length.value * dots_per_mm() + 1e-6))};
    }

    Dots whole_dots_above(Mm length) const { // likewise
        return {static_cast<int>(std::ceil(length.value * dots_per_mm() - 1e-6))};
    }

    Dots nearest_dot(Mm length) const { return {static_cast<int>(std::lround(length.value * dots_per_mm()))}; }

private:
    constexpr explicit Resolution(int dpi) : dpi_(dpi) {}

    int dpi_;
};

struct SizeMm {
    Mm width, height;
    friend bool operator==(const SizeMm&, const SizeMm&) = default;
};

// A box on the label: x to the right, y downward from the label's top left corner.
struct BoxMm {
    Mm x, y, width, height;

    constexpr Mm right() const { return x + width; }

    constexpr Mm bottom() const { return y + height; }

    friend bool operator==(const BoxMm&, const BoxMm&) = default;
};

} // namespace temsao
