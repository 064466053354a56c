#pragma once
// Made photos of our own labels: the drawing that is printed, put on a flat pack or around a jar, and seen by a poor
// camera in poor light. Everything follows from one seed, so that a photo that went wrong can be made again;
// tests/bench /stars.cpp writes them out to be looked at.
#include "label/fill.h"
#include "render/write.h"
#include "stars/badge.h"

#include <array>
#include <filesystem>

namespace temsao::photos {

struct Rgb {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels; // red, green, blue

    std::uint8_t* at(int x, int y) {
        return pixels.data() +
               (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    }

    const std::uint8_t* at(int x, int y) const { return const_cast<Rgb*>(this)->at(x, y); }
};

Rgb blank(int width, int height, std::uint8_t grey = 0);
Rgb decode_png_rgb(const std::string& png);
std::string encode_jpeg(const Rgb& image, int quality);
std::string encode_png_rgb(const Rgb& image);

// A badge that is not as our templates draw it.
enum class Oddity { none, red, blue, green, moved, six, wide, high, small };

// What is printed. Stickers: solid stars that somebody pasted over the outlined ones.
struct PrintPlan {
    std::string design; // name of the template
    label::LabelRecord record;
    std::string payload;
    symbol::EcLevel level = symbol::EcLevel::M;
    int dpi = 300;
    render::Tone tone = render::Tone::colour;
    bool stickers_to_five = false;
    Oddity oddity = Oddity::none;
};

// A printed label: its picture, and where its symbol is, in millimetres.
struct Print {
    Rgb picture;
    double dots_per_mm = 0;
    double symbol_x = 0, symbol_y = 0, symbol_width = 0;
    int modules = 0;
};

Print print_label(const PrintPlan& plan, const render::FontBook& fonts, std::uint64_t seed);

// How it is photographed.
struct Scene {
    double jar_radius = 0;               // in symbol widths; 0 flat
    bool jar_lies = false;               // its axis runs across the label
    double turned = 0;                   // degrees by which the symbol's middle is turned from the jar's front
    double yaw = 0, pitch = 0, roll = 0; // degrees
    double distance = 10;                // symbol widths from camera to label
    double pixels_a_module = 6;
    double blur = 0.6;                     // sigma in pixels
    double motion = 0, motion_degrees = 0; // pixels
    double exposure = 1, contrast = 1;
    std::array<double, 3> cast = {1, 1, 1};
    double shade_degrees = 0, shade = 0; // light falls off over the picture
    int glares = 0;
    double glare_strength = 0;
    double noise = 2;
    double sharpened = 0; // as phones do
    // What photos/harm.h does: wrinkles and the radius of defocus in modules, glare as a share of the symbol's area.
    double wrinkles = 0, defocus = 0, glare_share = 0, moire = 0;
    int jpeg_quality = 80;
    std::uint64_t seed = 0;
};

Scene random_scene(std::uint64_t seed);
Rgb shoot(const Print& print, const Scene& scene);

// A whole case by its number: template, stars, stickers and scene.
struct Case {
    PrintPlan print;
    Scene scene;
    int certified = 0; // stars on the certificate that the label was made from
    int shown = 0;     // solid stars to be seen
};

stars::BadgeShape badge_shape(); // of our templates

std::vector<std::string> shipped_templates(const std::filesystem::path& folder); // by name, sorted
Case random_case(std::uint64_t number, const std::vector<std::string>& templates);

} // namespace temsao::photos
