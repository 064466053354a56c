#include "scan/crowd.h"

#include "scan/cut.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr int crowd_step = 31;     // no multiple of what pictures repeat in
constexpr int mean_reach = 28;     // pixels to each side; a pixel is dark when darker than their mean
constexpr int crowd_contrast = 10; // the library takes less for paper

// One row, cut by cut.
class Row {
public:
    Row(const photo::GreyView& image, int y) : image_(image), y_(y), sums_(static_cast<std::size_t>(image.width) + 1) {
        const auto* pixel = image.first + static_cast<std::ptrdiff_t>(y) * image.width;
        for (int x = 0; x < image.width; ++x)
            sums_[static_cast<std::size_t>(x) + 1] = sums_[static_cast<std::size_t>(x)] + pixel[x];
    }

    void count(Crowd& crowd) const {
        const auto* pixel = image_.first + static_cast<std::ptrdiff_t>(y_) * image_.width;
        int runs[5] = {};
        int start = 0, level = 255;
        bool dark = false;
        for (int x = 0; x <= image_.width; ++x) {
            bool here = !dark; // the row's end ends the last run
            if (x < image_.width) {
                level = mean(x);
                here = pixel[x] < level - crowd_contrast || (pixel[x] <= level && dark);
            }
            if (here == dark) continue;
            std::move(runs + 1, runs + 5, runs);
            runs[4] = x - start;
            add(runs, x, dark, crowd);
            start = x;
            dark = here;
        }
    }

private:
    int mean(int x) const {
        const int from = std::max(0, x - mean_reach), to = std::min(image_.width, x + mean_reach + 1);
        return static_cast<int>((sums_[static_cast<std::size_t>(to)] - sums_[static_cast<std::size_t>(from)]) /
                                static_cast<std::uint32_t>(to - from));
    }

    void add(const int (&runs)[5], int end, bool is_dark, Crowd& crowd) const {
        if (runs[2] < 3 || !looks_like_a_cut(runs[0], runs[1], runs[2], runs[3], runs[4])) return;
        crowd.cuts += crowd_step;
        if (runs[2] < 2 * std::max(runs[0], runs[4])) return; // the library asks for this too
        const double module = (runs[1] + runs[2] + runs[3]) / 5.0;
        const int middle = end - runs[4] - runs[3] - runs[2] / 2 - 1;
        const int reach = static_cast<int>(8 * module) + 2;
        const auto down = cut_through(image_, middle, y_, {0, 1}, mean(middle), !is_dark, reach);
        if (!down || down->module > 2 * module + 1) return;
        const int row = std::clamp(static_cast<int>(down->middle), 0, image_.height - 1);
        for (const Way way : {Way{1, 0}, {1, 1}, {1, -1}})
            if (!cut_through(image_, middle, row, way, mean(middle), !is_dark, reach)) return;
        crowd.patterns += crowd_step / (3 * down->module); // each is cut by the rows of its inner square
    }

    const photo::GreyView& image_;
    int y_;
    std::vector<std::uint32_t> sums_;
};

} // namespace

Crowd crowd_of(const photo::GreyView& image) {
    Crowd crowd;
    for (int y = crowd_step / 2; y < image.height; y += crowd_step)
        Row(image, y).count(crowd);
    crowd.cuts /= static_cast<double>(image.width) * image.height;
    return crowd;
}

// Measured on noise, print, shelves, checkerboards and on pictures full of finder patterns of 1 to 24 pixels a module.
std::int64_t look_cost(double pixels, const Crowd& crowd) {
    constexpr double calm = 4, a_cut = 160, most = 11, a_pattern = 100'000;
    return static_cast<std::int64_t>(std::min(most, calm + a_cut * crowd.cuts) * pixels + a_pattern * crowd.patterns);
}

} // namespace temsao::scan
