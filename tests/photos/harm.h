#pragma once
// What shops do to labels and their photos: fingers, tape, wrinkles, lenses out of focus, lamps, screens; and shelves.
#include "photos/label_photo.h"
#include "photos/light.h"
#include "photos/seeded.h"

namespace temsao::photos {

enum class Cover { finger, tape };

// Something over so much (0..1) of the symbol's area, mostly over a corner; a finger comes from outside.
void cover(Print& print, Cover with, double share, Seeded& random);

// The fronts of several labels side by side, as on a shelf; the symbol's place is that of one in the middle.
Print shelf_of(const std::vector<Print>& labels, int columns, Seeded& random);

// A sheet that was crumpled: where a place of the label lies, in millimetres, and how bright its slope is.
class Wrinkles {
public:
    // At most `modules` off its place.
    Wrinkles(double modules, const Print& print, Seeded random);

    struct Moved {
        double x, y, bright;
    };

    Moved at(double x, double y) const;

private:
    struct Ridge {
        double direction_x, direction_y, waves_a_mm, phase, height;
    };

    std::vector<Ridge> ridges_;
};

// Each point of light becomes a disc of this radius in pixels.
void defocus(Light& light, double radius);

// An ellipse of white light around a place, of this many pixels' area.
void add_glare(Light& light, double x, double y, double area, Seeded& random);

// A phone's screen behind a phone's sensor: bands of colour.
void add_moire(Light& light, double strength, Seeded& random);

} // namespace temsao::photos
