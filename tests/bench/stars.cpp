// Counting stars on made photos: how many are counted right, wrong with which confidence, refused; and the time.
//   build/tests/bench_stars [photos] [first]             the figures
//   build/tests/bench_stars --sheet FILE.png [first]     a contact sheet of 48 to look at
//   build/tests/bench_stars --one NUMBER FILE.jpg        one photo
#include "base/file.h"
#include "photos/label_photo.h"
#include "scan/read.h"
#include "scan/surface.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace temsao;

namespace {

double cpu_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

const auto source = std::filesystem::path(TEMSAO_SOURCE_DIR);

const render::FontBook& fonts() {
    static const auto book = *render::FontBook::open(source / "fonts");
    return *book;
}

photos::Case case_of(std::uint64_t number) {
    static const auto templates = photos::shipped_templates(source / "templates");
    return photos::random_case(number, templates);
}

photos::Rgb photo_of(std::uint64_t number, const photos::Case& made) {
    return photos::shoot(photos::print_label(made.print, fonts(), number), made.scene);
}

int write_sheet(const char* file, std::uint64_t first) {
    constexpr int columns = 8, rows = 6, side = 240;
    auto sheet = photos::blank(columns * side, rows * side, 255);
    for (int i = 0; i < columns * rows; ++i) {
        const auto made = case_of(first + static_cast<std::uint64_t>(i));
        const auto photo = photo_of(first + static_cast<std::uint64_t>(i), made);
        const double scale = std::max(photo.width, photo.height) / (side - 4.0);
        for (int y = 0; y < static_cast<int>(photo.height / scale); ++y)
            for (int x = 0; x < static_cast<int>(photo.width / scale); ++x)
                std::copy_n(photo.at(static_cast<int>(x * scale), static_cast<int>(y * scale)),
                            3,
                            sheet.at(i % columns * side + x, i / columns * side + y));
    }
    return write_file(file, photos::encode_png_rgb(sheet)).ok() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 2 && !std::strcmp(argv[1], "--sheet"))
        return write_sheet(argv[2], argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 0);
    if (argc > 3 && !std::strcmp(argv[1], "--one")) {
        const auto made = case_of(std::strtoull(argv[2], nullptr, 10));
        const auto photo = photo_of(std::strtoull(argv[2], nullptr, 10), made);
        return write_file(argv[3], photos::encode_jpeg(photo, made.scene.jpeg_quality)).ok() ? 0 : 1;
    }
    const auto count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 2000;
    const auto first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
    const scan::StarCounter counter(photos::badge_shape());
    int decoded = 0, right = 0, wrong = 0, wrong_and_sure = 0, refused = 0;
    double spent = 0, fitted = 0;
    int bends[3] = {};
    for (auto number = first; number < first + count; ++number) {
        const auto made = case_of(number);
        const auto picture = photo_of(number, made);
        const auto photo = scan::decode_photo(photos::encode_jpeg(picture, made.scene.jpeg_quality), "made");
        if (!photo) return 1;
        const auto read = scan::read_symbols(*photo).readings;
        if (read.empty()) continue;
        ++decoded;
        const double start = cpu_ms();
        const auto surface = scan::Surface::fit({photo->grey.data(), photo->width, photo->height}, read.front());
        fitted += cpu_ms() - start;
        if (surface) ++bends[static_cast<int>(surface->bend())];
        if (surface && std::getenv("TEMSAO_VERBOSE"))
            std::printf("[%d %.3f] ", static_cast<int>(surface->bend()), surface->miss_modules());
        const auto badge = counter.count(*photo, read.front());
        spent += cpu_ms() - start;
        const bool counted = badge && badge->stars;
        const bool ok = counted && *badge->stars == made.shown;
        refused += !counted;
        right += ok;
        wrong += counted && !ok;
        wrong_and_sure += counted && !ok && badge->confidence > 0.9;
        if (std::getenv("TEMSAO_VERBOSE") || (counted && !ok)) {
            std::printf("%llu %s shown %d%s jar %.1f%s ppm %.1f blur %.1f glare %.0f q %d: ",
                        static_cast<unsigned long long>(number),
                        made.print.design.c_str(),
                        made.shown,
                        made.print.stickers_to_five ? "s" : "",
                        made.scene.jar_radius,
                        made.scene.jar_lies ? "lies" : "",
                        made.scene.pixels_a_module,
                        made.scene.blur,
                        made.scene.glares ? made.scene.glare_strength : 0,
                        made.scene.jpeg_quality);
            if (badge) {
                std::printf("%s %d conf %.3f;",
                            ok        ? "ok"
                            : counted ? "WRONG"
                                      : "refused",
                            badge->stars.value_or(-1),
                            badge->confidence);
                for (const auto& slot : badge->slots)
                    std::printf(" %.2f/%.2f(%+.2f,%+.2f)", slot.seen, slot.ink, slot.x, slot.y);
                std::printf("\n");
            } else {
                std::printf("no surface\n");
            }
        }
    }
    std::printf("%llu photos, %d decoded; counted right %d (%.2f %%), wrong %d, of them with confidence over 0.9 %d, "
                "refused %d; %.2f ms CPU each\n",
                static_cast<unsigned long long>(count),
                decoded,
                right,
                100.0 * right / std::max(decoded, 1),
                wrong,
                wrong_and_sure,
                refused,
                spent / std::max(decoded, 1));
    std::printf("of which surface %.2f; bends %d %d %d\n", fitted / std::max(decoded, 1), bends[0], bends[1], bends[2]);
    return wrong_and_sure > 0;
}
