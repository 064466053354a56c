// Colours of the goods groups: told apart by everybody, also by those who see no red or no green; and the stars' gold.
#include "catch.h"
#include "label/badge.h"
#include "label/preflight.h"

#include <array>
#include <cmath>

using namespace temsao;
using namespace temsao::label;

namespace {

using Group = catalog::Group;
using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

constexpr std::array groups{Group::food,
                            Group::beverage,
                            Group::medicinal,
                            Group::handicraft,
                            Group::ornamental,
                            Group::tourism,
                            Group::unknown};
constexpr double least_difference = 20; // in CIELAB; 2 is just seen side by side

// Machado, Oliveira, Fernandes 2009, severity 1.0, on linear sRGB.
constexpr Matrix everybody{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix without_green{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix without_red{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};

double linear(double light) {
    return light <= 0.04045 ? light / 12.92 : std::pow((light + 0.055) / 1.055, 2.4);
}

// An ink as the eye that `matrix` describes sees it, in CIELAB under D65.
Three seen(const Ink& ink, const Matrix& matrix) {
    const double light = 1 - ink.k / 100;
    const Three rgb{
        linear((1 - ink.c / 100) * light), linear((1 - ink.m / 100) * light), linear((1 - ink.y / 100) * light)};
    Three as_seen{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            as_seen[i] += matrix[i][j] * rgb[j];
        as_seen[i] = std::clamp(as_seen[i], 0.0, 1.0);
    }
    const auto& [r, g, b] = as_seen;
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Three& a, const Three& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

TEST_CASE("the groups' colours differ for every eye, take white text, and are whole steps that paper can hold") {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto ink = accent(groups[i]);
        CAPTURE(i);
        CHECK(contrast(ink, {0, 0, 0, 0}) >= 4.5);
        CHECK(ink.c + ink.m + ink.y + ink.k <= 280);
        for (const double part : {ink.c, ink.m, ink.y, ink.k})
            CHECK(std::fmod(part, 5) == 0);
        for (std::size_t k = 0; k < i; ++k)
            for (const auto& eye : {everybody, without_green, without_red}) {
                CAPTURE(k);
                CHECK(difference(seen(ink, eye), seen(accent(groups[k]), eye)) >= least_difference);
            }
    }
}

TEST_CASE("the measure itself tells red from green for everybody and not for those who cannot") {
    const Ink red{0, 80, 80, 20}, green{70, 0, 80, 25};
    CHECK(difference(seen(red, everybody), seen(green, everybody)) > 80);
    CHECK(difference(seen(red, without_green), seen(green, without_green)) < 40);
    CHECK(difference(seen({0, 0, 0, 0}, everybody), {100, 0, 0}) < 0.1);
}

TEST_CASE("the stars' gold is seen on white: 3 to 1, as signs need (WCAG 2.1, 1.4.11)") {
    CHECK(contrast(badge_gold, {0, 0, 0, 0}) >= 3);
}
