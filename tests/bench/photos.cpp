// Reading photos with known symbols: PHOTO_DIR/<category>/<image> with a .txt of true quads beside each image, as in
// the BoofCV QR set. A true symbol is found when the centre of a read quad lies in it. Prints found/true for each
// category and for each of three folds (every third photo), the reads on no true symbol, and CPU milliseconds a photo.
//
// usage: bench_photos PHOTO_DIR [fast|normal|max] [missed]
#include "decode/decode.h"
#include "photo/photo.h"
#include "scan/read.h"
#include "system/file.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <set>
#include <sstream>

using namespace temsao;
using namespace temsao::decode;
using namespace temsao::photo;
using namespace temsao::scan;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t folds = 3;
using Quad = std::array<Point, 4>;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Four corners a symbol: eight numbers in a row, or four rows of two; other lines are comments.
std::vector<Quad> true_quads(const std::string& text) {
    std::vector<Quad> quads;
    std::vector<double> loose;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::vector<double> row;
        for (double number = 0; words >> number;)
            row.push_back(number);
        if (!words.eof()) continue;
        if (row.size() == 2) {
            loose.insert(loose.end(), row.begin(), row.end());
            if (loose.size() < 8) continue;
            row.swap(loose);
            loose.clear();
        }
        for (std::size_t i = 0; i + 8 <= row.size(); i += 8)
            quads.push_back({Point{row[i], row[i + 1]},
                             {row[i + 2], row[i + 3]},
                             {row[i + 4], row[i + 5]},
                             {row[i + 6], row[i + 7]}});
    }
    return quads;
}

bool inside(Point point, const Quad& quad) {
    bool hit = false;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto &a = quad[i], &b = quad[(i + 1) % 4];
        if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
            hit = !hit;
    }
    return hit;
}

Point centre(const Quad& quad) {
    return {(quad[0].x + quad[1].x + quad[2].x + quad[3].x) / 4, (quad[0].y + quad[1].y + quad[2].y + quad[3].y) / 4};
}

struct Count {
    int found = 0, all = 0;

    double rate() const { return 100.0 * found / all; }
};

double average(const std::map<std::string, Count>& counts) {
    double sum = 0;
    for (const auto& [name, count] : counts)
        sum += count.rate();
    return counts.empty() ? 0 : sum / static_cast<double>(counts.size());
}

// The photos of a folder that have a file with their true corners.
std::vector<fs::path> photos_of(const fs::path& folder) {
    std::vector<fs::path> photos;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() != ".txt" && fs::exists(fs::path(entry.path()).replace_extension(".txt")))
            photos.push_back(entry.path());
    std::sort(photos.begin(), photos.end());
    return photos;
}

struct Totals {
    std::map<std::string, Count> all;
    std::array<std::map<std::string, Count>, folds> by_fold;
    std::map<std::string, int> steps;
    std::vector<double> times;
    int stray = 0;
};

// Counts what was found in one photo; answers with the corners of what was missed.
std::string count_found(const std::vector<Quad>& quads,
                        const std::vector<Reading>& readings,
                        const std::string& category,
                        std::size_t fold,
                        Totals& totals) {
    std::string missed;
    for (const auto& quad : quads) {
        const bool found = std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
            return inside(centre(reading.corners), quad);
        });
        for (auto* count : {&totals.all[category], &totals.by_fold[fold][category]}) {
            ++count->all;
            count->found += found;
        }
        if (found) continue;
        for (const auto& corner : quad)
            missed +=
                " " + std::to_string(static_cast<int>(corner.x)) + "," + std::to_string(static_cast<int>(corner.y));
        missed += ";";
    }
    return missed;
}

void look_at(const fs::path& file, std::size_t fold, Effort effort, bool list_missed, Totals& totals) {
    const auto bytes = read_file(file, most_photo_bytes);
    const auto truth = read_file(fs::path(file).replace_extension(".txt"), 1 << 20);
    const auto photo = bytes ? decode_photo(*bytes, file.string()) : Result<Photo>(bytes.error());
    if (!photo || !truth) return;
    const double start = cpu_ms();
    const auto report = read_symbols(*photo, effort);
    totals.times.push_back(cpu_ms() - start);
    const auto quads = true_quads(*truth);
    const auto category = file.parent_path().filename().string();
    const auto missed = count_found(quads, report.readings, category, fold, totals);
    for (const auto& reading : report.readings) {
        ++totals.steps[reading.step];
        if (std::any_of(
                quads.begin(), quads.end(), [&](const Quad& quad) { return inside(centre(reading.corners), quad); }))
            continue;
        ++totals.stray;
        std::printf("stray %s: %s %s\n", file.c_str(), reading.step.c_str(), reading.text.c_str());
    }
    if (list_missed)
        std::printf("%s %.1f ms, %zu passes, missed:%s\n",
                    (category + "/" + file.filename().string()).c_str(),
                    totals.times.back(),
                    report.passes.size(),
                    missed.c_str());
}

void print_totals(Totals& totals) {
    int found = 0, symbols = 0;
    for (const auto& [name, count] : totals.all) {
        std::printf("%-14s %4d/%4d %6.2f\n", name.c_str(), count.found, count.all, count.rate());
        found += count.found;
        symbols += count.all;
    }
    for (const auto& [name, count] : totals.steps)
        std::printf("step %-12s %4d\n", name.c_str(), count);
    for (std::size_t fold = 0; fold < folds; ++fold)
        std::printf("fold %zu: average %.2f\n", fold + 1, average(totals.by_fold[fold]));
    auto& times = totals.times;
    double sum = 0;
    for (const double time : times)
        sum += time;
    std::sort(times.begin(), times.end());
    std::printf("average %.2f, %d of %d symbols, stray %d; ms CPU a photo: mean %.1f median %.1f most %.1f\n",
                average(totals.all),
                found,
                symbols,
                totals.stray,
                sum / static_cast<double>(times.size()),
                times[times.size() / 2],
                times.back());
}

} // namespace

int main(int words, char** arguments) {
    if (words < 2) return 64;
    const std::set<std::string_view> wishes(arguments + 2, arguments + words);
    const auto effort = wishes.count("fast") ? Effort::fast : wishes.count("max") ? Effort::max : Effort::normal;
    const auto photos = photos_of(arguments[1]);
    Totals totals;
    for (std::size_t i = 0; i < photos.size(); ++i)
        look_at(photos[i], i % folds, effort, wishes.count("missed") > 0, totals);
    if (totals.times.empty()) return 66;
    print_totals(totals);
}
