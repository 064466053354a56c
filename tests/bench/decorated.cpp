// Decorated codes (tests/photos/decorated.h): how many of so many are read, by what is unusual about them; and stray
// texts.
//
// usage: bench_decorated [COUNT] [FIRST]        the figures
//        bench_decorated --sheet FILE.png FIRST  thirty of them to look at
#include "photos/decorated.h"

#include "photos/label_photo.h"
#include "scan/read.h"
#include "system/file.h"

#include <cstdio>
#include <cstring>
#include <ctime>
#include <map>

using namespace temsao;

namespace {

int write_sheet(const char* file, std::uint64_t first) {
    constexpr int columns = 6, rows = 5, side = 300;
    auto sheet = photos::blank(columns * side, rows * side, 255);
    for (int i = 0; i < columns * rows; ++i) {
        const auto photo = photos::decorated_code(first + static_cast<std::uint64_t>(i)).photo;
        const double scale = photo.width / (side - 4.0);
        for (int y = 0; y < side - 4; ++y)
            for (int x = 0; x < side - 4; ++x)
                std::fill_n(sheet.at(i % columns * side + x, i / columns * side + y),
                            3,
                            photo.grey[static_cast<std::size_t>(static_cast<int>(y * scale) * photo.width +
                                                                static_cast<int>(x * scale))]);
    }
    return write_file(file, photos::encode_png_rgb(sheet)).ok() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 3 && !std::strcmp(argv[1], "--sheet")) return write_sheet(argv[2], std::strtoull(argv[3], nullptr, 10));
    const auto count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 2000,
               first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
    std::map<std::string, std::pair<int, int>> by_looks;
    int all = 0, stray = 0;
    const auto start = std::clock();
    for (auto number = first; number < first + count; ++number) {
        const auto made = photos::decorated_code(number);
        bool read = false;
        for (const auto& reading : scan::read_symbols(made.photo).readings)
            if (reading.text == made.text)
                read = true;
            else
                ++stray;
        auto& [yes, of] = by_looks[made.looks];
        yes += read;
        ++of;
        all += read;
        if (!read && std::getenv("TEMSAO_VERBOSE"))
            std::printf("%llu: %s\n", static_cast<unsigned long long>(number), made.looks.c_str());
    }
    for (const auto& [looks, counts] : by_looks)
        std::printf("%4d of %4d  %s\n", counts.first, counts.second, looks.c_str());
    std::printf("%d of %llu read, %.2f %%, stray %d, %.1f ms CPU each with the making\n",
                all,
                static_cast<unsigned long long>(count),
                100.0 * all / static_cast<double>(count),
                stray,
                1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / static_cast<double>(count));
    return stray > 0;
}
