#include "photos/decorated.h"

#include "photos/seeded.h"
#include "symbol/symbol.h"

#include <algorithm>
#include <array>

namespace temsao::photos {
namespace {

enum class Shape { square, rounded, dot, small_dot, diamond };

constexpr std::array shape_words = {"square", "rounded", "dots", "small dots", "diamonds"};

struct Design {
    Shape shape;
    bool round_eyes, inverted;
    double logo;        // of the side; 0 none
    double dark, light; // grey, as a camera sees the colours
};

Design random_design(Seeded& random) {
    Design design{static_cast<Shape>(random.whole(0, 4)), random.chance(0.4), random.chance(0.2), 0, 0, 0};
    if (random.chance(0.4)) design.logo = random.from(0.15, 0.24);
    // Colours: a red, blue or green of middle darkness on white or a pastel.
    design.dark = random.from(10, 95);
    design.light = design.dark + random.from(90, 150);
    return design;
}

// Is the place, in modules of the symbol, inked?
class Drawn {
public:
    Drawn(const symbol::Symbol& symbol, const Design& design) : symbol_(symbol), design_(design) {}

    bool at(double x, double y) const {
        const double size = symbol_.size();
        const double away = std::max(std::abs(x - size / 2), std::abs(y - size / 2));
        if (design_.logo > 0 && away < size * design_.logo / 2) return is_logo(x - size / 2, y - size / 2);
        for (const auto& [eye_x, eye_y] : {std::pair{3.5, 3.5}, {size - 3.5, 3.5}, {3.5, size - 3.5}})
            if (std::abs(x - eye_x) < 3.5 && std::abs(y - eye_y) < 3.5) return is_eye(x - eye_x, y - eye_y);
        const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
        if (column < 0 || row < 0 || column >= symbol_.size() || row >= symbol_.size()) return false;
        return symbol_.dark(column, row) && is_module(x - column - 0.5, y - row - 0.5);
    }

private:
    // A ring and a bar on white.
    bool is_logo(double x, double y) const {
        const double half = symbol_.size() * design_.logo / 2, away = std::hypot(x, y);
        return away < half * 0.85 && (away > half * 0.6 || std::abs(y) < half * 0.15);
    }

    bool is_eye(double x, double y) const {
        const double box = std::max(std::abs(x), std::abs(y)), round = std::hypot(x, y);
        if (!design_.round_eyes) return box < 1.5 || box > 2.5;
        return round < 1.6 || (round > 2.5 && round < 3.6);
    }

    bool is_module(double x, double y) const {
        switch (design_.shape) {
        case Shape::square: return true;
        case Shape::rounded:
            return std::hypot(std::max(0.0, std::abs(x) - 0.2), std::max(0.0, std::abs(y) - 0.2)) < 0.3;
        case Shape::dot: return std::hypot(x, y) < 0.47;
        case Shape::small_dot: return std::hypot(x, y) < 0.38;
        case Shape::diamond: return std::abs(x) + std::abs(y) < 0.62;
        }
        return true;
    }

    const symbol::Symbol& symbol_;
    const Design& design_;
};

struct Camera {
    double pixels, turn, slope_x, slope_y, blur, noise;
};

photo::Photo taken(const Drawn& drawn, const Design& design, int size, const Camera& camera, Seeded& random) {
    const int side = static_cast<int>((size + 14) * camera.pixels * 1.2);
    photo::Photo photo{side, side, {}, 1, false};
    const double c = std::cos(camera.turn), s = std::sin(camera.turn);
    constexpr int taps = 4;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            int inked = 0;
            for (int tap = 0; tap < taps * taps; ++tap) {
                // The blur of the lens: the taps reach beyond the pixel.
                const double reach = 1 + 2 * camera.blur;
                const double px = x + 0.5 + reach * ((tap % taps + 0.5) / taps - 0.5) - side / 2.0,
                             py = y + 0.5 + reach * ((tap / taps + 0.5) / taps - 0.5) - side / 2.0;
                const double depth = camera.pixels * (1 + (camera.slope_x * px + camera.slope_y * py) / side);
                inked += drawn.at((c * px + s * py) / depth + size / 2.0, (-s * px + c * py) / depth + size / 2.0);
            }
            const double share = static_cast<double>(inked) / (taps * taps);
            const double of_dark = design.inverted ? 1 - share : share;
            const double grey = design.light + (design.dark - design.light) * of_dark;
            photo.grey.push_back(
                static_cast<std::uint8_t>(std::clamp(grey + camera.noise * random.normal(), 0.0, 255.0)));
        }
    return photo;
}

} // namespace

Decorated decorated_code(std::uint64_t number) {
    Seeded random(number * 6151 + 3);
    const auto design = random_design(random);
    Decorated made{"https://id.ocop.vn/01/09521234543213/10/261124/21/" +
                       std::to_string(random.whole(10'000'000, 99'999'999)),
                   shape_words[static_cast<std::size_t>(design.shape)],
                   {}};
    if (design.round_eyes) made.looks += ", round eyes";
    if (design.logo > 0) made.looks += ", logo";
    if (design.inverted) made.looks += ", light on dark";
    const auto level = design.logo > 0 ? symbol::EcLevel::H : symbol::EcLevel::M;
    const auto symbol = *symbol::encode(made.text, level);
    const Camera camera{random.from(4, 9),
                        random.chance(0.7) ? random.from(-0.25, 0.25) : random.from(-3.1, 3.1),
                        random.from(-0.2, 0.2),
                        random.from(-0.2, 0.2),
                        random.from(0.2, 1),
                        random.from(0, 6)};
    made.photo = taken(Drawn(symbol, design), design, symbol.size(), camera, random);
    return made;
}

} // namespace temsao::photos
