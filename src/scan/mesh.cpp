#include "scan/mesh.h"

#include <algorithm>
#include <optional>

namespace temsao::scan {
namespace {

constexpr int spacing = 4; // modules between nodes
constexpr int patch = 3;   // modules to each side that are looked at around a node

// How the grid lies around a node, and how clear the modules are when it is moved.
class Patch {
public:
    Patch(const photo::GreyView& image, const Grid& grid, photo::Point node) : image_(image) {
        const int size = grid.modules();
        const int middle_u = std::clamp(static_cast<int>(node.x), 0, size - 1),
                  middle_v = std::clamp(static_cast<int>(node.y), 0, size - 1);
        const double u = middle_u + 0.5, v = middle_v + 0.5;
        right_ = grid.at(u + 0.5, v) - grid.at(u - 0.5, v);
        down_ = grid.at(u, v + 0.5) - grid.at(u, v - 0.5);
        for (int row = std::max(0, middle_v - patch); row <= std::min(size - 1, middle_v + patch); ++row)
            for (int column = std::max(0, middle_u - patch); column <= std::min(size - 1, middle_u + patch); ++column)
                middles_.push_back(grid.at(column + 0.5, row + 0.5));
    }

    // The spread of the greys: edges of modules are grey, middles are dark or light.
    double clearness(photo::Point moved) const {
        const auto by = right_ * moved.x + down_ * moved.y;
        double sum = 0, squares = 0;
        for (const auto& middle : middles_) {
            const double grey = photo::grey_at(image_, middle + by);
            sum += grey;
            squares += grey * grey;
        }
        const auto count = static_cast<double>(middles_.size());
        return squares / count - sum * sum / (count * count);
    }

    photo::Point clearest(photo::Point expected, double reach) const {
        constexpr double step = 0.15, stiffness = 0.5;
        photo::Point best = expected;
        double most = -1;
        for (double y = -reach; y <= reach + 1e-9; y += step)
            for (double x = -reach; x <= reach + 1e-9; x += step) {
                const double value = clearness(expected + photo::Point{x, y}) * (1 - stiffness * (x * x + y * y));
                if (value > most) most = value, best = expected + photo::Point{x, y};
            }
        return best;
    }

private:
    const photo::GreyView& image_;
    photo::Point right_, down_;
    std::vector<photo::Point> middles_;
};

class Wrinkled {
public:
    Wrinkled(const photo::GreyView& image, const Grid& grid)
        : image_(image),
          grid_(grid),
          side_(grid.modules() / spacing + 1),
          moved_(static_cast<std::size_t>(side_ * side_)),
          known_(moved_.size()) {}

    std::vector<photo::Point> run() {
        constexpr double near = 0.45, nearer = 0.3; // modules
        for (auto next = next_node(); next; next = next_node()) {
            const auto [column, row] = *next;
            moved_[index(column, row)] = patch_at(column, row).clearest(expected(column, row), near);
            known_[index(column, row)] = 1;
        }
        const auto before = moved_;
        for (int row = 0; row < side_; ++row)
            for (int column = 0; column < side_; ++column)
                moved_[index(column, row)] = patch_at(column, row).clearest(mean_around(before, column, row), nearer);
        return moved_;
    }

private:
    std::size_t index(int column, int row) const { return static_cast<std::size_t>(row * side_ + column); }

    bool is_known(int column, int row) const {
        return column >= 0 && row >= 0 && column < side_ && row < side_ && known_[index(column, row)] != 0;
    }

    double modules_at(int node) const { return static_cast<double>(node) * grid_.modules() / (side_ - 1); }

    Patch patch_at(int column, int row) const { return {image_, grid_, {modules_at(column), modules_at(row)}}; }

    bool is_in_finder(int column, int row) const {
        const double far = grid_.modules() - 7.5, u = modules_at(column), v = modules_at(row);
        return (u < 7.5 && v < 7.5) || (u > far && v < 7.5) || (u < 7.5 && v > far);
    }

    // The unknown node with the most known ones around it.
    std::optional<std::pair<int, int>> next_node() const {
        std::optional<std::pair<int, int>> best;
        int most = -1;
        for (int row = 0; row < side_; ++row)
            for (int column = 0; column < side_; ++column) {
                if (is_known(column, row)) continue;
                int around = is_in_finder(column, row) ? 20 : 0;
                for (int y = row - 1; y <= row + 1; ++y)
                    for (int x = column - 1; x <= column + 1; ++x)
                        around += is_known(x, y) ? 1 : 0;
                if (around > most) most = around, best = {column, row};
            }
        return best;
    }

    // As the known nodes around it are moved, and going on as they go.
    photo::Point expected(int column, int row) const {
        constexpr double goes_on = 0.6;
        photo::Point sum;
        double count = 0;
        for (int y = -1; y <= 1; ++y)
            for (int x = -1; x <= 1; ++x) {
                if ((x == 0 && y == 0) || !is_known(column + x, row + y)) continue;
                auto at = moved_[index(column + x, row + y)];
                if (is_known(column + 2 * x, row + 2 * y))
                    at = at + (at - moved_[index(column + 2 * x, row + 2 * y)]) * goes_on;
                sum = sum + at;
                ++count;
            }
        return count > 0 ? sum * (1 / count) : photo::Point{};
    }

    photo::Point mean_around(const std::vector<photo::Point>& moved, int column, int row) const {
        photo::Point sum;
        double weights = 0;
        for (int y = std::max(0, row - 1); y <= std::min(side_ - 1, row + 1); ++y)
            for (int x = std::max(0, column - 1); x <= std::min(side_ - 1, column + 1); ++x) {
                const double weight = x == column && y == row ? 2 : 1;
                sum = sum + moved[index(x, y)] * weight;
                weights += weight;
            }
        return sum * (1 / weights);
    }

    const photo::GreyView& image_;
    const Grid& grid_;
    int side_;
    std::vector<photo::Point> moved_;
    std::vector<std::uint8_t> known_;
};

} // namespace

void follow_wrinkles(const photo::GreyView& image, Grid& grid) {
    grid.lay_over(Wrinkled(image, grid).run());
}

} // namespace temsao::scan
