#include "photos/shop_photo.h"

namespace temsao::photos {
namespace {

// A usual photo of a flat pack, without other trouble.
Scene usual_scene(Seeded& random) {
    Scene scene;
    scene.seed = random.next();
    scene.yaw = random.from(-18, 18);
    scene.pitch = random.from(-18, 18);
    scene.roll = random.from(-20, 20);
    scene.pixels_a_module = random.from(5, 9);
    scene.blur = random.from(0.4, 0.9);
    scene.exposure = random.from(0.75, 1.1);
    scene.contrast = random.from(0.75, 1);
    scene.shade = random.from(0, 0.3);
    scene.noise = random.from(1, 4);
    scene.jpeg_quality = random.whole(60, 90);
    return scene;
}

double amount_of(Trouble trouble, Seeded& random) {
    switch (trouble) {
    case Trouble::finger:
    case Trouble::tape: return random.from(0.03, 0.1);
    case Trouble::wrinkles: return random.from(0.4, 1.8);
    case Trouble::motion: return random.from(0.5, 2.4);
    case Trouble::defocus: return random.from(0.3, 1.3);
    case Trouble::glare: return random.from(0.03, 0.15);
    case Trouble::moire: return random.from(0.05, 0.25);
    case Trouble::signed_code: return 0;
    case Trouble::shelf: return random.whole(12, 40);
    }
    return 0;
}

// 86 characters of base64url, as an Ed25519 signature has.
std::string signature(Seeded& random) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    for (int i = 0; i < 86; ++i)
        text += letters[random.next() % letters.size()];
    return text;
}

} // namespace

ShopPhoto shop_photo(std::uint64_t number, Trouble trouble, const render::FontBook& fonts) {
    Seeded random(number * 104729 + static_cast<std::uint64_t>(trouble) * 31);
    static const auto templates = shipped_templates(std::filesystem::path(TEMSAO_SOURCE_DIR) / "templates");
    auto made = random_case(number, templates);
    made.print.stickers_to_five = false;
    ShopPhoto photo{{}, amount_of(trouble, random), {}, made.print.record.stars};
    const auto print_with = [&](const std::string& tail) {
        made.print.payload = "https://id.ocop.vn/01/09521234543213/10/261124/21/" +
                             std::to_string(random.whole(10'000'000, 99'999'999)) + tail;
        photo.payloads.push_back(made.print.payload);
        return print_label(made.print, fonts, random.next());
    };
    auto scene = usual_scene(random);
    if (trouble == Trouble::shelf) {
        std::vector<Print> labels;
        for (int i = 0; i < static_cast<int>(photo.amount); ++i)
            labels.push_back(print_with(""));
        scene.pixels_a_module = random.from(3.2, 4.5);
        scene.yaw = random.from(-8, 8);
        scene.pitch = random.from(-8, 8);
        scene.roll = random.from(-4, 4);
        scene.distance = 25;
        const int columns = std::max(4, static_cast<int>(std::sqrt(photo.amount * 1.4)));
        photo.jpeg = encode_jpeg(shoot(shelf_of(labels, columns, random), scene), scene.jpeg_quality);
        return photo;
    }
    auto print = print_with(trouble == Trouble::signed_code ? "?8030=" + signature(random) : "");
    if (trouble == Trouble::finger) cover(print, Cover::finger, photo.amount, random);
    if (trouble == Trouble::tape) cover(print, Cover::tape, photo.amount, random);
    if (trouble == Trouble::wrinkles) scene.wrinkles = photo.amount;
    if (trouble == Trouble::motion) scene.motion = photo.amount * scene.pixels_a_module;
    if (trouble == Trouble::motion) scene.motion_degrees = random.from(0, 180);
    if (trouble == Trouble::defocus) scene.defocus = photo.amount;
    if (trouble == Trouble::glare) scene.glare_share = photo.amount;
    if (trouble == Trouble::moire) scene.moire = photo.amount;
    photo.jpeg = encode_jpeg(shoot(print, scene), scene.jpeg_quality);
    return photo;
}

} // namespace temsao::photos
