#include "photos/harm.h"
#include "photos/label_photo.h"
#include "photos/seeded.h"

#include <algorithm>
#include <array>

namespace temsao::photos {
namespace {

using Colour = std::array<double, 3>;

constexpr double radians = std::numbers::pi / 180;

// From the picture at a place in pixels; outside the nearest pixel counts.
Colour sample(const Rgb& image, double x, double y) {
    x = std::clamp(x - 0.5, 0.0, image.width - 1.001);
    y = std::clamp(y - 0.5, 0.0, image.height - 1.001);
    const int left = static_cast<int>(x), top = static_cast<int>(y);
    const double fx = x - left, fy = y - top;
    const auto *a = image.at(left, top), *b = image.at(left, std::min(top + 1, image.height - 1));
    const int right = left + 1 < image.width ? 3 : 0;
    Colour colour;
    for (int c = 0; c < 3; ++c)
        colour[static_cast<std::size_t>(c)] =
            (a[c] * (1 - fx) + a[c + right] * fx) * (1 - fy) + (b[c] * (1 - fx) + b[c + right] * fx) * fy;
    return colour;
}

struct Vec {
    double x = 0, y = 0, z = 0;

    Vec operator+(Vec o) const { return {x + o.x, y + o.y, z + o.z}; }

    Vec operator*(double k) const { return {x * k, y * k, z * k}; }
};

struct Turn {
    std::array<Vec, 3> rows;

    Turn(double yaw, double pitch, double roll) {
        const double cy = std::cos(yaw), sy = std::sin(yaw), cp = std::cos(pitch), sp = std::sin(pitch),
                     cr = std::cos(roll), sr = std::sin(roll);
        // roll about the view, then pitch about x, then yaw about y
        rows = {Vec{cr * cy - sr * sp * sy, -sr * cp, cr * sy + sr * sp * cy},
                Vec{sr * cy + cr * sp * sy, cr * cp, sr * sy - cr * sp * cy},
                Vec{-cp * sy, sp, cp * cy}};
    }

    Vec to_camera(Vec v) const {
        const auto dot = [&](const Vec& r) { return r.x * v.x + r.y * v.y + r.z * v.z; };
        return {dot(rows[0]), dot(rows[1]), dot(rows[2])};
    }

    Vec to_world(Vec v) const { return rows[0] * v.x + rows[1] * v.y + rows[2] * v.z; }
};

// Where the label is in space, millimetres; the camera looks along z.
class Pack {
public:
    Pack(const Print& print, const Scene& scene)
        : lies_(scene.jar_lies),
          radius_(scene.jar_radius * print.symbol_width),
          middle_x_(print.symbol_x + print.symbol_width / 2),
          middle_y_(print.symbol_y + print.symbol_width * 0.35),
          turned_(scene.turned * radians),
          turn_(scene.yaw * radians, scene.pitch * radians, scene.roll * radians),
          distance_(scene.distance * print.symbol_width) {}

    // The label's place under a ray from the camera, in millimetres; false beside the pack.
    struct Hit {
        bool hit = false;
        double x = 0, y = 0;
        double facing = 1; // how much it looks at the camera
    };

    Hit under(double ray_x, double ray_y) const {
        const Vec direction = turn_.to_world({ray_x, ray_y, 1});
        const Vec origin = turn_.to_world({0, 0, -distance_}) + (radius_ > 0 ? front() : Vec{});
        if (!(radius_ > 0)) {
            const double t = -origin.z / direction.z;
            if (!(t > 0)) return {};
            return {true, middle_x_ + origin.x + t * direction.x, middle_y_ + origin.y + t * direction.y, 1};
        }
        // In the plane square to the axis: `side` across, z into the jar, whose middle is at z = radius.
        const double o_side = lies_ ? origin.y : origin.x, d_side = lies_ ? direction.y : direction.x;
        const double o_z = origin.z - radius_;
        const double a = d_side * d_side + direction.z * direction.z, b = o_side * d_side + o_z * direction.z,
                     c = o_side * o_side + o_z * o_z - radius_ * radius_;
        const double inside = b * b - a * c;
        if (inside < 0) return {};
        const double t = (-b - std::sqrt(inside)) / a;
        const double side = o_side + t * d_side, z = o_z + t * direction.z;
        const double angle = std::atan2(side, -z);
        const double along = (lies_ ? origin.x + t * direction.x : origin.y + t * direction.y);
        const double around = radius_ * (angle - turned_);
        return {true,
                middle_x_ + (lies_ ? along : around),
                middle_y_ + (lies_ ? around : along),
                std::max(0.0, -(side * d_side + z * direction.z) / radius_ / std::hypot(d_side, direction.z))};
    }

    // Where a place of the label is seen, as a ray.
    std::pair<double, double> ray(double x, double y) const {
        Vec place{x - middle_x_, y - middle_y_, 0};
        if (radius_ > 0) {
            const double angle = (lies_ ? place.y : place.x) / radius_ + turned_;
            const double side = radius_ * std::sin(angle);
            place = lies_ ? Vec{place.x, side, radius_ * (1 - std::cos(angle))}
                          : Vec{side, place.y, radius_ * (1 - std::cos(angle))};
            place = place + front() * -1;
        }
        const auto seen = turn_.to_camera(place);
        return {seen.x / (seen.z + distance_), seen.y / (seen.z + distance_)};
    }

private:
    // The symbol's middle on the jar: the camera looks there.
    Vec front() const {
        const double side = radius_ * std::sin(turned_), z = radius_ * (1 - std::cos(turned_));
        return lies_ ? Vec{0, side, z} : Vec{side, 0, z};
    }

    bool lies_;
    double radius_, middle_x_, middle_y_, turned_;
    Turn turn_;
    double distance_;
};

void blur(Light& light, double sigma) {
    if (sigma < 0.2) return;
    std::vector<float> kernel;
    float sum = 0;
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    for (int i = -reach; i <= reach; ++i) {
        kernel.push_back(static_cast<float>(std::exp(-0.5 * i * i / (sigma * sigma))));
        sum += kernel.back();
    }
    for (auto& share : kernel)
        share /= sum;
    convolve(light, kernel, 1, 0);
    convolve(light, kernel, 0, 1);
}

// What stands behind and around: cloth, wood, other packs with print on them.
void paint_background(Light& light, Seeded& random) {
    const Colour ground{random.from(30, 220), random.from(30, 220), random.from(30, 220)};
    for (int y = 0; y < light.height; ++y)
        for (int x = 0; x < light.width; ++x)
            for (std::size_t c = 0; c < 3; ++c)
                light.at(x, y)[c] = static_cast<float>(ground[c]);
    for (int i = random.whole(4, 25); i > 0; --i) {
        const Colour colour{random.from(10, 250), random.from(10, 250), random.from(10, 250)};
        const int left = random.whole(-80, light.width), top = random.whole(-80, light.height);
        const int right = left + random.whole(4, 200), bottom = top + random.whole(4, 120);
        for (int y = std::max(top, 0); y < std::min(bottom, light.height); ++y)
            for (int x = std::max(left, 0); x < std::min(right, light.width); ++x)
                for (std::size_t c = 0; c < 3; ++c)
                    light.at(x, y)[c] = static_cast<float>(colour[c]);
    }
}

// Which part of the plane before the camera the picture shows, in pixels: the label and something around it; a label
// that runs out of sight behind the jar is cut.
struct Frame {
    double left, top;
    int width, height;
};

Frame frame_of(const Print& print, const Scene& scene, const Pack& pack, double focal, double around) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    const double reach = 1.2 * scene.jar_radius * print.symbol_width;
    const double reach_x = scene.jar_radius > 0 && !scene.jar_lies ? reach : 1e9;
    const double reach_y = scene.jar_radius > 0 && scene.jar_lies ? reach : 1e9;
    const double mid_x = print.symbol_x + print.symbol_width / 2, mid_y = print.symbol_y + print.symbol_width / 2;
    for (double x : {0.0, print.picture.width / print.dots_per_mm})
        for (double y : {0.0, print.picture.height / print.dots_per_mm}) {
            const auto [rx, ry] = pack.ray(std::clamp(x, mid_x - reach_x, mid_x + reach_x),
                                           std::clamp(y, mid_y - reach_y, mid_y + reach_y));
            left = std::min(left, rx * focal);
            right = std::max(right, rx * focal);
            top = std::min(top, ry * focal);
            bottom = std::max(bottom, ry * focal);
        }
    return {left - around,
            top - around,
            std::clamp(static_cast<int>(right - left + 2 * around), 100, 3600),
            std::clamp(static_cast<int>(bottom - top + 2 * around), 100, 3600)};
}

// The label and the glass of its jar, each pixel as the mean of several rays.
void paint_pack(Light& light,
                const Print& print,
                const Scene& scene,
                const Pack& pack,
                const Frame& frame,
                double focal,
                const Colour& glass) {
    const double label_width = print.picture.width / print.dots_per_mm,
                 label_height = print.picture.height / print.dots_per_mm;
    const double dots_a_pixel = print.dots_per_mm * print.symbol_width / (scene.pixels_a_module * print.modules);
    const int taps = std::clamp(static_cast<int>(dots_a_pixel + 1.2), 2, 4);
    const Wrinkles wrinkles(scene.wrinkles, print, Seeded(scene.seed));
    const auto seen = [&](double x, double y, const float* behind) -> std::pair<Colour, bool> {
        auto hit = pack.under((frame.left + x) / focal, (frame.top + y) / focal);
        const auto moved = wrinkles.at(hit.x, hit.y);
        hit.x = moved.x;
        hit.y = moved.y;
        const bool on_label = hit.hit && hit.x >= 0 && hit.y >= 0 && hit.x < label_width && hit.y < label_height;
        if (!on_label && !(scene.jar_radius > 0 && hit.hit)) return {{behind[0], behind[1], behind[2]}, false};
        auto here = on_label ? sample(print.picture, hit.x * print.dots_per_mm, hit.y * print.dots_per_mm) : glass;
        for (auto& part : here)
            part *= (0.35 + 0.65 * hit.facing) * moved.bright;
        return {here, true};
    };
    for (int y = 0; y < light.height; ++y)
        for (int x = 0; x < light.width; ++x) {
            Colour sum{};
            bool any = false;
            for (int j = 0; j < taps; ++j)
                for (int i = 0; i < taps; ++i) {
                    const auto [here, is_pack] = seen(x + (i + 0.5) / taps, y + (j + 0.5) / taps, light.at(x, y));
                    any = any || is_pack;
                    for (std::size_t c = 0; c < 3; ++c)
                        sum[c] += here[c] / (taps * taps);
                }
            if (any)
                for (std::size_t c = 0; c < 3; ++c)
                    light.at(x, y)[c] = static_cast<float>(sum[c]);
        }
}

struct Glare {
    double x, y, long_side, short_side, degrees;

    double at(double px, double py) const {
        const double dx = px - x, dy = py - y, c = std::cos(degrees * radians), s = std::sin(degrees * radians);
        const double u = (c * dx + s * dy) / long_side, v = (c * dy - s * dx) / short_side;
        return std::exp(-0.5 * std::pow(u * u + v * v, 1.5));
    }
};

// Exposure, colour, fall-off, glare.
void shine(Light& light, const Print& print, const Scene& scene, Seeded& random) {
    const double shade_x = std::cos(scene.shade_degrees * radians), shade_y = std::sin(scene.shade_degrees * radians);
    const double symbol_pixels = scene.pixels_a_module * print.modules;
    std::vector<Glare> glares;
    for (int i = 0; i < scene.glares; ++i) {
        const double wide = symbol_pixels * random.from(0.04, 0.25);
        glares.push_back({random.from(0, light.width),
                          random.from(0, light.height),
                          wide * random.from(1, 4),
                          wide,
                          random.from(0, 180)});
    }
    for (int y = 0; y < light.height; ++y)
        for (int x = 0; x < light.width; ++x) {
            const double across = (2.0 * x / light.width - 1) * shade_x + (2.0 * y / light.height - 1) * shade_y;
            const double gain = scene.exposure * (1 - scene.shade * (0.5 + 0.5 * across / 1.42));
            double bright = 0;
            for (const auto& glare : glares)
                bright += scene.glare_strength * glare.at(x, y);
            float* pixel = light.at(x, y);
            for (std::size_t c = 0; c < 3; ++c)
                pixel[c] =
                    static_cast<float>((128 + (pixel[c] - 128) * scene.contrast) * gain * scene.cast[c] + bright);
        }
}

// The lens and the sensor: blur, motion, noise, sharpening.
void take_through_camera(Light& light, const Scene& scene, Seeded& random) {
    defocus(light, scene.defocus * scene.pixels_a_module);
    blur(light, scene.blur);
    if (scene.motion > 1) {
        const int length = static_cast<int>(scene.motion) | 1;
        convolve(light,
                 std::vector<float>(static_cast<std::size_t>(length), 1.0f / static_cast<float>(length)),
                 std::cos(scene.motion_degrees * radians),
                 std::sin(scene.motion_degrees * radians));
    }
    for (auto& value : light.pixels)
        value += static_cast<float>(scene.noise * random.normal());
    if (scene.sharpened > 0) {
        auto soft = light;
        blur(soft, 1.2);
        for (std::size_t i = 0; i < light.pixels.size(); ++i)
            light.pixels[i] += static_cast<float>(scene.sharpened) * (light.pixels[i] - soft.pixels[i]);
    }
}

} // namespace

void convolve(Light& light, const std::vector<float>& kernel, double step_x, double step_y) {
    Light result(light.width, light.height);
    const int reach = static_cast<int>(kernel.size() / 2);
    for (int y = 0; y < light.height; ++y)
        for (int x = 0; x < light.width; ++x) {
            float* to = result.at(x, y);
            for (int i = -reach; i <= reach; ++i) {
                const int px = std::clamp(x + static_cast<int>(std::lround(i * step_x)), 0, light.width - 1);
                const int py = std::clamp(y + static_cast<int>(std::lround(i * step_y)), 0, light.height - 1);
                const float* from = light.at(px, py);
                const float share = kernel[static_cast<std::size_t>(i + reach)];
                for (int c = 0; c < 3; ++c)
                    to[c] += share * from[c];
            }
        }
    light = std::move(result);
}

Scene random_scene(std::uint64_t seed) {
    Seeded random(seed);
    Scene scene;
    scene.seed = random.next();
    if (random.chance(0.5)) {
        scene.jar_radius = random.from(1.5, 3);
        scene.jar_lies = random.chance(0.15);
        scene.turned = random.from(-18, 18);
    }
    const double most_turn = scene.jar_radius > 0 ? 20 : 38;
    scene.yaw = random.from(-most_turn, most_turn);
    scene.pitch = random.from(-most_turn, most_turn);
    scene.roll = random.chance(0.7) ? random.from(-15, 15) : random.from(-180, 180);
    scene.distance = random.from(5, 16);
    scene.pixels_a_module = random.from(3.2, 11);
    scene.blur = random.from(0.3, 1) + (random.chance(0.25) ? random.from(0, 0.45) * scene.pixels_a_module : 0);
    if (random.chance(0.15)) {
        scene.motion = random.from(1, 0.8 * scene.pixels_a_module);
        scene.motion_degrees = random.from(0, 180);
    }
    scene.exposure = random.from(0.55, 1.15);
    scene.contrast = random.from(0.6, 1);
    scene.cast = {random.from(0.8, 1.15), random.from(0.9, 1.05), random.from(0.65, 1.15)};
    scene.shade_degrees = random.from(0, 360);
    scene.shade = random.from(0, 0.5);
    if (random.chance(0.4)) {
        scene.glares = random.whole(1, 3);
        scene.glare_strength = random.from(40, 230);
    }
    scene.noise = random.from(0.5, 9);
    scene.sharpened = random.chance(0.4) ? random.from(0.2, 1) : 0;
    scene.jpeg_quality = random.whole(30, 90);
    return scene;
}

Rgb shoot(const Print& print, const Scene& scene) {
    Seeded random(scene.seed);
    const Pack pack(print, scene);
    const double focal = scene.pixels_a_module * print.modules * scene.distance; // pixels for a ray of slope one
    const auto frame = frame_of(print, scene, pack, focal, 30 + random.from(0, 60));
    Light light(frame.width, frame.height);
    paint_background(light, random);
    const Colour glass{random.from(20, 230), random.from(20, 200), random.from(10, 160)};
    paint_pack(light, print, scene, pack, frame, focal, glass);
    shine(light, print, scene, random);
    if (scene.glare_share > 0) {
        const auto [ray_x, ray_y] = pack.ray(print.symbol_x + print.symbol_width * random.from(0.1, 0.9),
                                             print.symbol_y + print.symbol_width * random.from(0.1, 0.9));
        const double side = scene.pixels_a_module * print.modules;
        add_glare(
            light, ray_x * focal - frame.left, ray_y * focal - frame.top, scene.glare_share * side * side, random);
    }
    if (scene.moire > 0) add_moire(light, scene.moire, random);
    take_through_camera(light, scene, random);
    auto photo = blank(frame.width, frame.height);
    for (std::size_t i = 0; i < light.pixels.size(); ++i)
        photo.pixels[i] = static_cast<std::uint8_t>(std::clamp(light.pixels[i], 0.0f, 255.0f));
    return photo;
}

} // namespace temsao::photos
