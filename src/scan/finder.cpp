#include "scan/finder.h"

#include "scan/cut.h"

#include <algorithm>
#include <numbers>

namespace temsao::scan {
namespace {

constexpr int block = 8;         // thresholds are made for blocks of this many pixels
constexpr int blocks_around = 3; // from the mean of so many blocks to each side: 56 pixels, a pattern of 8 a module
constexpr int row_step = 2;
constexpr std::size_t most_finders = 400;
constexpr double halves[] = {1.5, 2.5, 3.5};
constexpr int rays = 32;
constexpr int first_rays = 8; // of them half must look right before the rest are sent
constexpr std::int64_t a_pixel = 4, a_look = 500, a_step = 14, a_fit = 15'000; // nanoseconds

// Less is noise: of light there is more in light places.
constexpr int least_contrast(int level) {
    return std::clamp(level / 8, 2, 6);
}

// Black below: one threshold for each block.
struct Thresholds {
    int columns = 0, rows = 0;
    std::vector<std::uint8_t> levels;

    const std::uint8_t* row(int y) const { return levels.data() + static_cast<std::ptrdiff_t>(y / block) * columns; }

    int at(int x, int y) const { return row(y)[x / block]; }
};

Thresholds local_means(const photo::GreyView& image) {
    Thresholds result;
    result.columns = (image.width + block - 1) / block;
    result.rows = (image.height + block - 1) / block;
    const auto columns = static_cast<std::size_t>(result.columns), rows = static_cast<std::size_t>(result.rows);
    const auto stride = columns + 1;
    std::vector<std::uint32_t> sums(stride * (rows + 1)); // of all pixels above and left
    std::vector<std::uint32_t> line(columns);
    for (std::size_t by = 0; by < rows; ++by) {
        std::fill(line.begin(), line.end(), 0u);
        const int end = std::min(image.height, static_cast<int>(by + 1) * block);
        for (int y = static_cast<int>(by) * block; y < end; ++y) {
            const auto* pixel = image.first + static_cast<std::ptrdiff_t>(y) * image.width;
            for (std::size_t bx = 0; bx < columns; ++bx) {
                const auto stop = std::min<std::size_t>(static_cast<std::size_t>(image.width), (bx + 1) * block);
                std::uint32_t sum = 0;
                for (auto x = bx * block; x < stop; ++x)
                    sum += pixel[x];
                line[bx] += sum;
            }
        }
        std::uint32_t so_far = 0;
        for (std::size_t bx = 0; bx < columns; ++bx) {
            so_far += line[bx];
            sums[(by + 1) * stride + bx + 1] = sums[by * stride + bx + 1] + so_far;
        }
    }
    result.levels.resize(columns * rows);
    for (int by = 0; by < result.rows; ++by)
        for (int bx = 0; bx < result.columns; ++bx) {
            const auto left = static_cast<std::size_t>(std::max(0, bx - blocks_around)),
                       right = static_cast<std::size_t>(std::min(result.columns, bx + blocks_around + 1)),
                       top = static_cast<std::size_t>(std::max(0, by - blocks_around)),
                       bottom = static_cast<std::size_t>(std::min(result.rows, by + blocks_around + 1));
            const auto sum = sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left] +
                             sums[top * stride + left];
            const auto across =
                std::min<std::size_t>(static_cast<std::size_t>(image.width), right * block) - left * block;
            const auto down =
                std::min<std::size_t>(static_cast<std::size_t>(image.height), bottom * block) - top * block;
            result.levels[static_cast<std::size_t>(by) * columns + static_cast<std::size_t>(bx)] =
                static_cast<std::uint8_t>(sum / (across * down));
        }
    return result;
}

struct Edge {
    photo::Point at; // from the middle
    double half = 0;
};

// Where a ray leaves the inner square, the ring and the outer square. Tells the steps it took.
int meet_edges(const photo::GreyView& image,
               photo::Point middle,
               photo::Point direction,
               double reach,
               double level,
               bool inverted,
               std::vector<Edge>& edges) {
    constexpr double step = 0.5;
    bool dark = true;
    double before = photo::grey_at(image, middle);
    std::size_t square = 0;
    int steps = 0;
    for (double distance = step; distance < reach && square < 3; distance += step, ++steps) {
        const photo::Point at = middle + direction * distance;
        if (at.x < 0 || at.y < 0 || at.x >= image.width || at.y >= image.height) break;
        const double here = photo::grey_at(image, at);
        if (((here < level) != inverted) != dark) {
            const double between = std::abs(here - before) > 1e-9 ? (level - before) / (here - before) : 0.5;
            const double met = distance - step + step * std::clamp(between, 0.0, 1.0);
            edges.push_back({direction * met, halves[square]});
            ++square;
            dark = !dark;
        }
        before = here;
    }
    return steps;
}

// One ray's three edges lie as 3 : 5 : 7, roughly.
bool squares_fit(const Edge* edges) {
    const double inner = photo::length(edges[0].at), ring = photo::length(edges[1].at),
                 outer = photo::length(edges[2].at);
    return ring > 1.25 * inner && ring < 2.3 * inner && outer > 1.1 * ring && outer < 1.8 * ring;
}

// One side's pair of parallel lines: normal . point = offset +- half.
struct Lines {
    photo::Point normal;
    double offset = 0;

    double misfit(const Edge& edge) const {
        const double along = photo::dot(normal, edge.at) - offset;
        return std::abs(std::abs(along) - edge.half);
    }

    double along(const Edge& edge) const { return photo::dot(normal, edge.at) - offset; }
};

Lines fitted(const std::vector<Edge>& edges, const Lines& lines, const Lines& others) {
    photo::LeastSquares fit(3);
    for (const auto& edge : edges) {
        const double along = lines.along(edge);
        if (std::abs(along) < std::abs(others.along(edge))) continue;
        const double misfit = lines.misfit(edge);
        const double factors[] = {edge.at.x, edge.at.y, -1};
        fit.add(factors, along > 0 ? edge.half : -edge.half, 1 / (0.05 + misfit * misfit));
    }
    const auto solved = fit.solve();
    return solved.empty() ? lines : Lines{{solved[0], solved[1]}, solved[2]};
}

struct Shape {
    Lines first, second;
    double misfit = 1e9;
    int good = 0;
};

Shape start(double across_module, double down_module, double angle) {
    const double c = std::cos(angle), s = std::sin(angle);
    Shape shape;
    shape.first = {{c / across_module, s / down_module}, 0};
    shape.second = {{-s / across_module, c / down_module}, 0};
    return shape;
}

// A parallelogram's two pairs of lines, from a start.
Shape fit_shape(const std::vector<Edge>& edges, Shape shape, int rounds) {
    shape.good = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto first = fitted(edges, shape.first, shape.second);
        shape.second = fitted(edges, shape.second, shape.first);
        shape.first = first;
    }
    double sum = 0;
    for (const auto& edge : edges) {
        const auto& lines =
            std::abs(shape.first.along(edge)) > std::abs(shape.second.along(edge)) ? shape.first : shape.second;
        const double misfit = std::min(lines.misfit(edge), 0.6);
        sum += misfit * misfit;
        shape.good += misfit < 0.4;
    }
    shape.misfit = std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, edges.size())));
    return shape;
}

std::optional<Finder> fit_finder(const photo::GreyView& image,
                                 photo::Point middle,
                                 double across,
                                 double down,
                                 double level,
                                 bool inverted,
                                 Work& work) {
    std::vector<Edge> edges;
    edges.reserve(3 * rays);
    int likely = 0;
    // The larger of both modules bounds a ray; the smaller ones' rays stop at their third edge anyway.
    const double reach = 3.5 * 1.6 * 1.5 * std::max(across, down);
    for (int ray = 0; ray < rays; ++ray) {
        const double angle = 2 * std::numbers::pi * (ray * 13 % rays) / rays; // all around from the first on
        // Even spread on the pattern, not in the picture: strong perspective would leave one side without rays.
        photo::Point direction{std::cos(angle) * across, std::sin(angle) * down};
        direction = direction * (1 / photo::length(direction));
        const auto before = edges.size();
        work.take(a_step * meet_edges(image, middle, direction, reach, level, inverted, edges));
        if (ray < first_rays) {
            likely += edges.size() == before + 3 && squares_fit(&edges[before]);
            if (ray == first_rays - 1 && likely < first_rays / 2) return {};
        }
    }
    work.take(a_fit);
    if (edges.size() < rays * 3 / 2) return {};
    Shape best;
    for (int turn = 0; turn < 4; ++turn) {
        const auto shape = fit_shape(edges, start(across, down, turn * std::numbers::pi / 8), 2);
        if (shape.good > best.good || (shape.good == best.good && shape.misfit < best.misfit)) best = shape;
    }
    if (best.misfit > 0.45) return {};
    best = fit_shape(edges, best, 6);
    if (best.misfit > 0.32 || best.good < rays * 3 * 0.62) return {};
    const double determinant = photo::cross(best.first.normal, best.second.normal);
    if (std::abs(determinant) < 1e-9) return {};
    const photo::Point u = best.first.normal, v = best.second.normal;
    Finder finder;
    finder.inverted = inverted;
    finder.misfit = best.misfit;
    finder.first = {v.y / determinant, -v.x / determinant};
    finder.second = {-u.y / determinant, u.x / determinant};
    finder.middle = middle + finder.first * best.first.offset + finder.second * best.second.offset;
    const double a = photo::length(finder.first), b = photo::length(finder.second);
    const double sine = std::abs(photo::cross(finder.first, finder.second)) / (a * b);
    if (std::max(a, b) > 6 * std::min(a, b) || sine < 0.3 || std::min(a, b) < 0.8) return {};
    for (const double du : {-0.6, 0.0, 0.6})
        for (const double dv : {-0.6, 0.0, 0.6})
            finder.dark += photo::grey_at(image, finder.middle + finder.first * du + finder.second * dv) / 9;
    for (const double side : {-2.0, 2.0})
        for (const double along : {-1.5, 0.0, 1.5})
            finder.light += (photo::grey_at(image, finder.middle + finder.first * side + finder.second * along) +
                             photo::grey_at(image, finder.middle + finder.second * side + finder.first * along)) /
                            12;
    return finder;
}

// Blocks of the picture where nothing more is looked for.
class Done {
public:
    Done(int columns, int rows) : columns_(columns), rows_(rows), blocks_(static_cast<std::size_t>(columns * rows)) {}

    bool at(int x, int y) const { return blocks_[static_cast<std::size_t>(y / block * columns_ + x / block)] != 0; }

    void mark(const std::array<photo::Point, 4>& quad) {
        double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
        for (const auto& corner : quad) {
            left = std::min(left, corner.x);
            right = std::max(right, corner.x);
            top = std::min(top, corner.y);
            bottom = std::max(bottom, corner.y);
        }
        const auto first = [](double at) { return std::max(0, static_cast<int>(std::max(0.0, at)) / block); };
        const auto last = [](double at, int count) {
            return std::min(count - 1, static_cast<int>(std::clamp(at, 0.0, 1e6)) / block);
        };
        for (int by = first(top); by <= last(bottom, rows_); ++by)
            for (int bx = first(left); bx <= last(right, columns_); ++bx)
                if (photo::inside({(bx + 0.5) * block, (by + 0.5) * block}, quad))
                    blocks_[static_cast<std::size_t>(by * columns_ + bx)] = 1;
        for (const auto& corner : {photo::centre(quad)})
            if (corner.x >= 0 && corner.y >= 0 && corner.x < columns_ * block && corner.y < rows_ * block)
                blocks_[static_cast<std::size_t>(static_cast<int>(corner.y) / block * columns_ +
                                                 static_cast<int>(corner.x) / block)] = 1;
    }

    void mark(const Finder& finder) {
        const photo::Point u = finder.first * 2, v = finder.second * 2;
        mark({finder.middle - u - v, finder.middle + u - v, finder.middle + u + v, finder.middle - u + v});
    }

private:
    int columns_, rows_;
    std::vector<std::uint8_t> blocks_;
};

// From a row's cut to a fitted pattern.
std::optional<Finder> look_closer(const photo::GreyView& image,
                                  const Thresholds& thresholds,
                                  int x,
                                  int y,
                                  double module,
                                  bool inverted,
                                  Work& work) {
    const int level = thresholds.at(x, y);
    const int reach = static_cast<int>(module * 40) + 4; // sides up to 6 : 1, and four modules of it
    for (const double aside : {0.0, -0.9, 0.9}) {
        const int column = std::clamp(static_cast<int>(x + aside * module), 0, image.width - 1);
        const auto upright = cut_through(image, column, y, {0, 1}, level, inverted, reach);
        if (!upright) continue;
        const int middle_y = std::clamp(static_cast<int>(upright->middle), 0, image.height - 1);
        photo::Point middle{x + 0.5, upright->middle};
        double across = module;
        for (const double below : {0.0, -0.9, 0.9}) {
            const int row = std::clamp(static_cast<int>(middle_y + below * upright->module), 0, image.height - 1);
            if (const auto level_cut = cut_through(image, column, row, {1, 0}, level, inverted, reach)) {
                middle.x = level_cut->middle;
                across = level_cut->module;
                break;
            }
        }
        if (auto finder = fit_finder(image, middle, across, upright->module, level, inverted, work)) return finder;
    }
    return {};
}

} // namespace

Finder scaled(Finder finder, double by) {
    finder.middle = finder.middle * by;
    finder.first = finder.first * by;
    finder.second = finder.second * by;
    return finder;
}

double module_size(const Finder& finder) {
    return std::max(photo::length(finder.first), photo::length(finder.second));
}

std::vector<Finder> find_finders(const photo::GreyView& image,
                                 const std::vector<std::array<photo::Point, 4>>& known_symbols,
                                 const std::vector<Finder>& known_finders,
                                 Work& work) {
    std::vector<Finder> finders;
    if (image.width < 16 || image.height < 16) return finders;
    if (!work.spend(a_pixel * image.width * image.height)) return finders;
    const auto thresholds = local_means(image);
    Done done(thresholds.columns, thresholds.rows);
    for (const auto& quad : known_symbols)
        done.mark(quad);
    for (const auto& finder : known_finders)
        done.mark(finder);
    std::vector<int> ends; // where the row's runs end
    for (int y = 1; y < image.height; y += row_step) {
        const auto* pixel = image.first + static_cast<std::ptrdiff_t>(y) * image.width;
        const auto* levels = thresholds.row(y);
        const bool starts_dark = pixel[0] < levels[0];
        ends.clear();
        bool dark = starts_dark;
        for (int x = 0; x < image.width; ++x)
            if ((pixel[x] < levels[x / block]) != dark) {
                ends.push_back(x);
                dark = !dark;
            }
        ends.push_back(image.width);
        for (std::size_t i = 0; i + 4 < ends.size(); ++i) {
            const int from = i == 0 ? 0 : ends[i - 1];
            const int inner = ends[i + 2] - ends[i + 1];
            if (!looks_like_a_cut(
                    ends[i] - from, ends[i + 1] - ends[i], inner, ends[i + 3] - ends[i + 2], ends[i + 4] - ends[i + 3]))
                continue;
            const bool inverted = starts_dark == (i % 2 == 1);
            const int x = ends[i + 1] + inner / 2;
            const int ring = (pixel[(ends[i] + ends[i + 1]) / 2] + pixel[(ends[i + 2] + ends[i + 3]) / 2]) / 2;
            if (inner < 3 || std::abs(ring - pixel[x]) < least_contrast(levels[x / block])) continue;
            if (done.at(x, y)) continue;
            if (!work.spend(a_look)) return finders;
            if (const auto finder =
                    look_closer(image, thresholds, x, y, (ends[i + 3] - ends[i]) / 5.0, inverted, work)) {
                finders.push_back(*finder);
                done.mark(*finder);
            }
            if (finders.size() >= most_finders) return finders;
        }
    }
    return finders;
}

} // namespace temsao::scan
