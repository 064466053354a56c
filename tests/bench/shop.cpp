// Made shop photos (tests/photos/shop_photo.h): how many labels are read, how their stars are counted, and the time.
//
// usage: bench_shop [COUNT [FIRST [KIND]]]          the figures; COUNT of each kind, a tenth of it for shelves
//        bench_shop --sheet FILE.png KIND [FIRST]   thirty to look at; those that are not read get a black frame
//        bench_shop --one FILE.jpg KIND [NUMBER]    one photo
#include "decode/decode.h"
#include "photo/surface.h"
#include "photos/shop_photo.h"
#include "scan/ean13.h"
#include "scan/read.h"
#include "shipped_fonts.h"
#include "stars/badge_shape.h"
#include "system/file.h"

#include <cstdio>
#include <cstring>
#include <ctime>

using namespace temsao;
using render::test::shipped_fonts;

namespace {

double cpu_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Tally {
    int labels = 0, read = 0, stray = 0, right = 0, wrong = 0, refused = 0, odd_form = 0, photos = 0;
    double read_ms = 0, stars_ms = 0, ean_ms = 0;
};

const photo::Reading* reading_of(const std::vector<photo::Reading>& readings, const std::string& text) {
    for (const auto& reading : readings)
        if (reading.text == text) return &reading;
    return nullptr;
}

void look_at(const photos::ShopPhoto& made, const stars::StarCounter& counter, Tally& tally) {
    const auto photo = *decode::decode_photo(made.jpeg, "made");
    double start = cpu_ms();
    const auto readings = scan::read_symbols(photo).readings;
    tally.read_ms += cpu_ms() - start;
    ++tally.photos;
    start = cpu_ms();
    const scan::BarPlaces bars(photo);
    tally.ean_ms += cpu_ms() - start;
    tally.labels += static_cast<int>(made.payloads.size());
    for (const auto& payload : made.payloads) {
        const auto* reading = reading_of(readings, payload);
        if (!reading) continue;
        ++tally.read;
        start = cpu_ms();
        const auto badge = counter.count(photo, *reading, [&](const photo::PixelBox& box, int shrink) {
            return decode::decode_colours(made.jpeg, box, shrink);
        });
        tally.stars_ms += cpu_ms() - start;
        tally.right += badge && badge->stars == made.stars;
        tally.wrong += badge && badge->stars && badge->stars != made.stars;
        tally.refused += !badge || !badge->stars;
        tally.odd_form += badge && badge->is_odd_form;
        if (std::getenv("TEMSAO_VERBOSE") && badge) {
            const auto surface = photo::Surface::fit({photo.grey.data(), photo.width, photo.height}, *reading);
            std::printf("miss %.3f, stars %d of %d, confidence %.3f%s%s\n",
                        surface ? surface->miss_modules() : -1,
                        badge->stars.value_or(-1),
                        made.stars,
                        badge->confidence,
                        badge->is_odd_form ? ", odd form" : "",
                        badge->place == stars::Badge::Place::as_drawn ? "" : ", elsewhere");
        }
        start = cpu_ms();
        (void)scan::ean13_beside(photo, *reading, readings, bars, readings.size());
        tally.ean_ms += cpu_ms() - start;
    }
    for (const auto& reading : readings)
        tally.stray += std::find(made.payloads.begin(), made.payloads.end(), reading.text) == made.payloads.end();
}

int write_sheet(const char* file, std::size_t kind, std::uint64_t first) {
    constexpr int columns = 6, rows = 5, side = 300;
    auto sheet = photos::blank(columns * side, rows * side, 255);
    for (int i = 0; i < columns * rows; ++i) {
        const auto made = photos::shop_photo(
            first + static_cast<std::uint64_t>(i), static_cast<photos::Trouble>(kind), shipped_fonts());
        const auto photo = *decode::decode_photo(made.jpeg, "made");
        const bool read = reading_of(scan::read_symbols(photo).readings, made.payloads.front()) != nullptr;
        const double scale = std::max(photo.width, photo.height) / (side - 8.0);
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const int px = static_cast<int>((x - 4) * scale), py = static_cast<int>((y - 4) * scale);
                const bool within = x >= 4 && y >= 4 && px < photo.width && py < photo.height;
                std::fill_n(sheet.at(i % columns * side + x, i / columns * side + y),
                            3,
                            within ? photo.grey[static_cast<std::size_t>(py * photo.width + px)]
                            : read ? 255
                                   : 0);
            }
    }
    return write_file(file, photos::encode_png_rgb(sheet)).ok() ? 0 : 1;
}

std::size_t kind_of(std::string_view word) {
    const auto found = std::find(photos::trouble_words.begin(), photos::trouble_words.end(), word);
    return static_cast<std::size_t>(found - photos::trouble_words.begin());
}

} // namespace

int main(int argc, char** argv) {
    const auto number_at = [&](int word, std::uint64_t otherwise) {
        return argc > word ? std::strtoull(argv[word], nullptr, 10) : otherwise;
    };
    if (argc > 3 && !std::strcmp(argv[1], "--sheet")) return write_sheet(argv[2], kind_of(argv[3]), number_at(4, 0));
    if (argc > 3 && !std::strcmp(argv[1], "--one")) {
        const auto made =
            photos::shop_photo(number_at(4, 0), static_cast<photos::Trouble>(kind_of(argv[3])), shipped_fonts());
        std::printf("%s\n", made.payloads.front().c_str());
        return write_file(argv[2], made.jpeg).ok() ? 0 : 1;
    }
    const auto count = number_at(1, 100), first = number_at(2, 0);
    const stars::StarCounter counter(stars::badge_shape);
    std::printf("%-9s labels  read    %%   stray  stars right wrong refused  odd form   ms CPU: reading stars EAN-13\n",
                "");
    int bad = 0;
    for (std::size_t kind = 0; kind < photos::trouble_words.size(); ++kind) {
        if (argc > 3 && kind != kind_of(argv[3])) continue;
        const auto trouble = static_cast<photos::Trouble>(kind);
        Tally tally;
        const auto photos_of_it = trouble == photos::Trouble::shelf ? (count + 9) / 10 : count;
        for (auto number = first; number < first + photos_of_it; ++number) {
            const auto made = photos::shop_photo(number, trouble, shipped_fonts());
            const int before = tally.read;
            look_at(made, counter, tally);
            if (std::getenv("TEMSAO_VERBOSE") && tally.read < before + static_cast<int>(made.payloads.size()))
                std::printf("%s %llu: %.2f unread\n",
                            photos::trouble_words[kind],
                            static_cast<unsigned long long>(number),
                            made.amount);
        }
        std::printf("%-9s %6d %5d %6.2f %5d  %11d %5d %7d %9d  %15.1f %5.1f %6.1f\n",
                    photos::trouble_words[kind],
                    tally.labels,
                    tally.read,
                    100.0 * tally.read / tally.labels,
                    tally.stray,
                    tally.right,
                    tally.wrong,
                    tally.refused,
                    tally.odd_form,
                    tally.read_ms / tally.photos,
                    tally.stars_ms / tally.photos,
                    tally.ean_ms / tally.photos);
        bad += tally.stray + tally.wrong;
    }
    return bad > 0;
}
