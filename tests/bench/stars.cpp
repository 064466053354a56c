// Counting stars on made photos, over all shipped templates: how many are counted right, wrong with which confidence,
// refused or held for no badge; how many are told to be odd; and the time. Labels that somebody pasted up to five stars
// are told apart: they are not as drawn, so a remark on their colour or form is right.
//   build/tests/bench_stars [photos] [first]             the figures
//   build/tests/bench_stars --odd KIND [photos] [first]  badges that are odd: red blue green moved six wide high small
//   build/tests/bench_stars --sheet FILE.png [first] [KIND]  a contact sheet of 48 to look at
//   build/tests/bench_stars --one NUMBER FILE.jpg        one photo
#include "decode/decode.h"
#include "label/badge.h"
#include "photos/label_photo.h"
#include "scan/read.h"
#include "shipped_fonts.h"
#include "system/file.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <map>

using namespace temsao;
using render::test::shipped_fonts;

namespace {

double cpu_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

const auto source = std::filesystem::path(TEMSAO_SOURCE_DIR);

photos::Oddity oddity_of(std::string_view word) {
    constexpr std::array words = {"none", "red", "blue", "green", "moved", "six", "wide", "high", "small"};
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? photos::Oddity::none : static_cast<photos::Oddity>(found - words.begin());
}

photos::Case case_of(std::uint64_t number, photos::Oddity oddity) {
    static const auto templates = photos::shipped_templates(source / "templates");
    auto made = photos::random_case(number, templates);
    if (oddity == photos::Oddity::none) return made;
    made.print.oddity = oddity;
    made.print.stickers_to_five = false;
    using enum photos::Oddity;
    made.shown = oddity == six ? badge_stars : made.print.record.stars; // at the five places of the row
    if (oddity == red || oddity == blue || oddity == green) made.print.tone = render::Tone::colour;
    return made;
}

photos::Rgb photo_of(std::uint64_t number, const photos::Case& made) {
    return photos::shoot(photos::print_label(made.print, shipped_fonts(), number), made.scene);
}

int write_sheet(const char* file, std::uint64_t first, photos::Oddity oddity) {
    constexpr int columns = 8, rows = 6, side = 240;
    auto sheet = photos::blank(columns * side, rows * side, 255);
    for (int i = 0; i < columns * rows; ++i) {
        const auto made = case_of(first + static_cast<std::uint64_t>(i), oddity);
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

struct Tally {
    int photos = 0, decoded = 0, right = 0, wrong = 0, wrong_and_sure = 0, refused = 0, none = 0, odd_form = 0,
        odd_colour = 0;

    void add(const Tally& other) {
        photos += other.photos;
        decoded += other.decoded;
        right += other.right;
        wrong += other.wrong;
        wrong_and_sure += other.wrong_and_sure;
        refused += other.refused;
        none += other.none;
        odd_form += other.odd_form;
        odd_colour += other.odd_colour;
    }
};

void print(const std::string& name, const Tally& seen) {
    std::printf("%-14s %5d %7d %6d %6.2f %%  %5d %4d %7d %7d  %8d %10d\n",
                name.c_str(),
                seen.photos,
                seen.decoded,
                seen.right,
                100.0 * seen.right / std::max(seen.decoded, 1),
                seen.wrong,
                seen.wrong_and_sure,
                seen.refused,
                seen.none,
                seen.odd_form,
                seen.odd_colour);
}

void describe(std::uint64_t number, const photos::Case& made, const std::optional<stars::Badge>& badge) {
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
    if (!badge) {
        std::printf("no surface\n");
        return;
    }
    std::printf("%d conf %.3f%s%s%s;",
                badge->stars.value_or(-1),
                badge->confidence,
                badge->is_seen ? "" : " NONE",
                badge->is_odd_form ? " FORM" : "",
                badge->is_odd_colour ? " COLOUR" : "");
    for (const auto& slot : badge->slots)
        std::printf(" %.2f/%.2f(%+.2f,%+.2f)", slot.seen, slot.ink, slot.x, slot.y);
    std::printf("\n");
}

} // namespace

int main(int argc, char** argv) {
    const auto number_at = [&](int word, std::uint64_t otherwise) {
        return argc > word ? std::strtoull(argv[word], nullptr, 10) : otherwise;
    };
    if (argc > 2 && !std::strcmp(argv[1], "--sheet"))
        return write_sheet(argv[2], number_at(3, 0), oddity_of(argc > 4 ? argv[4] : ""));
    if (argc > 3 && !std::strcmp(argv[1], "--one")) {
        const auto made = case_of(number_at(2, 0), photos::Oddity::none);
        const auto photo = photo_of(number_at(2, 0), made);
        return write_file(argv[3], photos::encode_jpeg(photo, made.scene.jpeg_quality)).ok() ? 0 : 1;
    }
    const int at = argc > 2 && !std::strcmp(argv[1], "--odd") ? 3 : 1;
    const auto oddity = oddity_of(at == 3 ? argv[2] : "");
    const auto count = number_at(at, 2000), first = number_at(at + 1, 0);
    const stars::StarCounter counter(photos::badge_shape());
    std::map<std::string, Tally> by_template;
    double spent = 0;
    for (auto number = first; number < first + count; ++number) {
        const auto made = case_of(number, oddity);
        const auto bytes = photos::encode_jpeg(photo_of(number, made), made.scene.jpeg_quality);
        const auto photo = decode::decode_photo(bytes, "made");
        if (!photo) return 1;
        Tally seen{.photos = 1};
        const auto read = scan::read_symbols(*photo).readings;
        if (!read.empty()) {
            const double start = cpu_ms();
            const auto badge = counter.count(*photo, read.front(), [&](const photo::PixelBox& box, int shrink) {
                return decode::decode_colours(bytes, box, shrink);
            });
            spent += cpu_ms() - start;
            const bool counted = badge && badge->stars, ok = counted && *badge->stars == made.shown;
            seen.decoded = 1;
            seen.right = ok;
            seen.wrong = counted && !ok;
            seen.wrong_and_sure = seen.wrong && badge->confidence > stars::least_confidence;
            seen.none = badge && !badge->is_seen;
            seen.refused = !counted && !seen.none;
            seen.odd_form = badge && badge->is_odd_form;
            seen.odd_colour = badge && badge->is_odd_colour;
            if (std::getenv("TEMSAO_VERBOSE") || seen.wrong || seen.none) describe(number, made, badge);
        }
        by_template[made.print.stickers_to_five ? "pasted over" : made.print.design].add(seen);
    }
    std::printf("%-14s photos decoded  right           wrong sure refused no badge odd form odd colour\n", "");
    Tally all;
    for (const auto& [name, seen] : by_template) {
        print(name, seen);
        all.add(seen);
    }
    print("all", all);
    std::printf("%.2f ms CPU a label\n", spent / std::max(all.decoded, 1));
    return all.wrong_and_sure > 0;
}
