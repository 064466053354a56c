#include "grade/field.h"

#include "photo/colours.h"

#include <cmath>

namespace temsao::grade {
namespace {

constexpr double aperture = 0.8; // of X, as a diameter

// What the aperture sees when it stands on a module's centre.
class Aperture {
public:
    Aperture(const Reflectance& scan, const FlatGrid& grid) : scan_(scan), grid_(grid) {
        constexpr int across = 9;
        for (int y = 0; y < across; ++y)
            for (int x = 0; x < across; ++x) {
                const photo::Point offset{((x + 0.5) / across - 0.5) * aperture, ((y + 0.5) / across - 0.5) * aperture};
                if (std::hypot(offset.x, offset.y) <= aperture / 2) disc_.push_back(offset);
            }
    }

    double on(int column, int row) const {
        const auto centre = grid_.centre(column, row);
        const auto right = grid_.plane(column + 1.5, row + 0.5), here = grid_.plane(column + 0.5, row + 0.5),
                   below = grid_.plane(column + 0.5, row + 1.5);
        double sum = 0;
        for (const auto& d : disc_)
            sum += scan_.at(centre.x + d.x * (right.x - here.x) + d.y * (below.x - here.x),
                            centre.y + d.x * (right.y - here.y) + d.y * (below.y - here.y));
        return sum / static_cast<double>(disc_.size());
    }

private:
    const Reflectance& scan_;
    const FlatGrid& grid_;
    std::vector<photo::Point> disc_;
};

// The symbol with more room than its quiet zone takes, within the photo.
photo::PixelBox around(const photo::Reading& reading, const photo::Photo& photo) {
    constexpr double room = 0.4; // of the symbol's side: over six modules of the smallest one, with quiet zone and bend
    const auto [left, right] =
        std::minmax_element(reading.corners.begin(), reading.corners.end(), [](auto a, auto b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(reading.corners.begin(), reading.corners.end(), [](auto a, auto b) { return a.y < b.y; });
    const double margin = room * std::max(right->x - left->x, bottom->y - top->y);
    const auto within = [](double at, int most) { return static_cast<int>(std::clamp(at, 0.0, most - 1.0)); };
    return {within(left->x - margin, photo.width),
            within(top->y - margin, photo.height),
            within(right->x + margin, photo.width) + 1,
            within(bottom->y + margin, photo.height) + 1};
}

} // namespace

Reflectance linear(const photo::Photo& photo, const photo::Reading& reading) {
    static const auto table = [] {
        std::array<float, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double v = static_cast<double>(i) / 255;
            values[i] = static_cast<float>(v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4));
        }
        return values;
    }();
    const auto box = around(reading, photo);
    Reflectance scan{box.left, box.top, box.right - box.left, box.bottom - box.top, {}};
    for (int y = box.top; y < box.bottom; ++y)
        for (int x = box.left; x < box.right; ++x) {
            const auto grey = photo.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(photo.width) +
                                         static_cast<std::size_t>(x)];
            scan.values.push_back(table[reading.inverted ? 255 - grey : grey]);
        }
    return scan;
}

Field look(const Reflectance& scan, const FlatGrid& grid) {
    const Aperture seen(scan, grid);
    Field field{grid.size, {}};
    for (int row = -quiet; row < grid.size + quiet; ++row)
        for (int column = -quiet; column < grid.size + quiet; ++column)
            field.values.push_back(seen.on(column, row));
    return field;
}

scan::Matrix parted(const Field& field, double level) {
    scan::Matrix matrix{field.size, {}};
    for (int row = 0; row < field.size; ++row)
        for (int column = 0; column < field.size; ++column)
            matrix.dark.push_back(field.at(column, row) < level);
    return matrix;
}

Tones tones(const Field& field, const scan::Matrix& meant) {
    double sum[2] = {0, 0};
    int count[2] = {0, 0};
    for (int row = 0; row < field.size; ++row)
        for (int column = 0; column < field.size; ++column) {
            const auto which = static_cast<std::size_t>(meant.at(column, row));
            sum[which] += field.at(column, row);
            ++count[which];
        }
    return {sum[1] / std::max(1, count[1]), sum[0] / std::max(1, count[0])};
}

} // namespace temsao::grade
