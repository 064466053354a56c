#include "stars/star_search.h"

namespace temsao::stars {
namespace {

constexpr int search_pixels = 32; // a symbol width, at scale 1
constexpr double search_blur = 0.8;

// How well each place of a picture goes with a star of either kind; 0 near the border.
struct Map {
    int width, height;
    std::vector<Likeness> values;

    const Likeness& at(int x, int y) const { return values[static_cast<std::size_t>(y * width + x)]; }
};

Map map_of(const Straight& picture, const StarPictures& pictures) {
    Map map{picture.width, picture.height, std::vector<Likeness>(picture.pixels.size())};
    const int half = pictures.half();
    for (int y = half; y < picture.height - half; ++y)
        for (int x = half; x < picture.width - half; ++x)
            pictures.compare(picture, x, y, &map.values[static_cast<std::size_t>(y * picture.width + x)]);
    return map;
}

double place_of(int pixel, double first, int pixels_a_width) {
    return first + (pixel + 0.5) / pixels_a_width;
}

std::optional<Badge::Place> side_of(double left, double right, double top, double bottom) {
    if (bottom < 0) return Badge::Place::above;
    if (top > 1) return Badge::Place::below;
    if (right < 0) return Badge::Place::left;
    if (left > 1) return Badge::Place::right;
    return {};
}

} // namespace

std::vector<StarPlace> find_stars(const photo::GreyView& photo,
                                  const photo::Surface& surface,
                                  const Region& region,
                                  const StarPictures& pictures,
                                  int pixels_a_width,
                                  double least) {
    const auto picture = straighten(photo, surface, region, pixels_a_width);
    const auto map = map_of(picture, pictures);
    const int apart = pictures.half();
    std::vector<StarPlace> found;
    for (int y = apart; y < map.height - apart; ++y)
        for (int x = apart; x < map.width - apart; ++x) {
            const float here = map.at(x, y).either();
            if (here < least) continue;
            bool is_best = true;
            for (int dy = -apart; dy <= apart && is_best; ++dy)
                for (int dx = -apart; dx <= apart && is_best; ++dx) {
                    const float other = map.at(x + dx, y + dy).either();
                    is_best = other < here || (other == here && std::pair(dy, dx) >= std::pair(0, 0));
                }
            if (is_best)
                found.push_back(
                    {place_of(x, region.left, pixels_a_width), place_of(y, region.top, pixels_a_width), map.at(x, y)});
        }
    return found;
}

RowSearch::RowSearch(const BadgeShape& shape) : shape_(shape), pictures_(shape, search_pixels, {search_blur}) {}

std::vector<RowPlace> RowSearch::find(const photo::GreyView& photo, const photo::Surface& surface) const {
    constexpr Region around{-2, -1.5, 5, 4};
    std::vector<RowPlace> rows;
    for (const double scale : scales) {
        const int pixels_a_width = static_cast<int>(search_pixels / scale + 0.5);
        const auto map = map_of(straighten(photo, surface, around, pixels_a_width), pictures_);
        const double pitch = shape_.pitch * scale, radius = shape_.radius * scale;
        const double span = pitch * (shape_.stars - 1);
        std::vector<int> stars; // from the first one, in pixels
        for (int star = 0; star < shape_.stars; ++star)
            stars.push_back(static_cast<int>(star * pitch * pixels_a_width + 0.5));
        RowPlace best{.scale = scale};
        for (int y = 0; y < map.height; ++y)
            for (int x = 0; x + stars.back() < map.width; ++x) {
                const double left = place_of(x, around.left, pixels_a_width),
                             top = place_of(y, around.top, pixels_a_width);
                const auto side = side_of(left - radius, left + span + radius, top - radius, top + radius);
                if (!side) continue;
                double sum = 0;
                for (const int star : stars)
                    sum += map.at(x + star, y).either();
                if (sum / shape_.stars > best.likeness) best = {left, top, scale, sum / shape_.stars, *side};
            }
        if (best.likeness > 0) rows.push_back(best);
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.likeness > b.likeness; });
    return rows;
}

} // namespace temsao::stars
