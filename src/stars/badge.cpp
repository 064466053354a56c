#include "stars/badge.h"

#include "base/check.h"
#include "photo/sample.h"
#include "stars/badge_conformity.h"
#include "stars/star_search.h"

#include <algorithm>
#include <cmath>

namespace temsao::stars {
namespace {

BadgeShape scaled(BadgeShape shape, double scale) {
    shape.pitch *= scale;
    shape.radius *= scale;
    shape.outline *= scale;
    return shape;
}

std::array<photo::Point, 4> corners_of(const BadgeShape& shape, const photo::Surface& surface, double dx, double dy) {
    const double left = shape.first_x - shape.radius + dx, top = shape.y - shape.radius + dy;
    const double right = left + shape.pitch * (shape.stars - 1) + 2 * shape.radius, bottom = top + 2 * shape.radius;
    return {surface.at(left, top), surface.at(right, top), surface.at(right, bottom), surface.at(left, bottom)};
}

bool lies_within(const std::array<photo::Point, 4>& corners, const photo::GreyView& photo) {
    return std::all_of(corners.begin(), corners.end(), [&](photo::Point corner) {
        return corner.x >= 1 && corner.y >= 1 && corner.x < photo.width - 1 && corner.y < photo.height - 1;
    });
}

// Whether a star would show there: no glare that swallows it, and not a dark place either.
bool shows_well(const photo::GreyView& photo, const photo::Surface& surface, const BadgeShape& shape, int modules) {
    const double module = 1.0 / modules;
    const auto grey = [&](double x, double y) {
        const auto at = surface.at(x, y);
        return photo::between(photo, at.x, at.y);
    };
    const double dark = (grey(3.5 * module, 3.5 * module) + grey(1 - 3.5 * module, 3.5 * module)) / 2;
    double light = 0; // the quiet zone above the symbol
    for (const double x : {0.1, 0.3, 0.5, 0.7, 0.9})
        light += grey(x, -2 * module) / 5;
    const double contrast = light - dark;
    if (contrast < 40) return false;
    for (int star = 0; star < shape.stars; ++star) {
        const double here = grey(shape.first_x + star * shape.pitch, shape.y);
        if (here > light + 0.15 * contrast || (here > 250 && light < 235) || here < dark + 0.1 * contrast) return false;
    }
    return true;
}

std::vector<StarRow> rows_of(const BadgeShape& shape) {
    std::vector<StarRow> rows;
    for (const double scale : RowSearch::scales)
        rows.emplace_back(scaled(shape, scale));
    return rows;
}

// Each place clearly holds a star.
bool shows_all(const StarRow::Look& row) {
    return std::all_of(row.slots.begin(), row.slots.end(), [](const Badge::Slot& slot) { return slot.seen > 0.7; });
}

// Modules by which the symbol's own edges miss the surface: beyond this a label is wrinkled (flat ones and jars lie
// under 0.03, smeared ones under 0.11), its badge may be moved and bent as drawn, and a row elsewhere may be anything.
constexpr double most_miss_of_smooth = 0.055;

constexpr int stars_to_see = 2;        // fewer may be anything
constexpr double near_its_place = 0.3; // in widths: the badge as drawn, larger or smaller than it should be

} // namespace

struct StarCounter::Parts {
    std::vector<StarRow> rows; // one for each of the search's scales
    RowSearch search;
    BadgeConformity conformity;

    explicit Parts(const BadgeShape& shape) : rows(rows_of(shape)), search(shape), conformity(as_drawn()) {}

    const StarRow& of_scale(double scale) const {
        const auto found = std::find(RowSearch::scales.begin(), RowSearch::scales.end(), scale);
        return rows[static_cast<std::size_t>(found - RowSearch::scales.begin())];
    }

    const StarRow& as_drawn() const { return of_scale(1); }

    std::optional<Badge> look_elsewhere(const photo::GreyView& photo, const photo::Surface& surface) const;
};

namespace {

Badge badge_of(const StarRow::Look& row) {
    Badge badge;
    badge.is_seen = true;
    badge.stars = row.stars;
    badge.confidence = row.confidence;
    badge.slots = row.slots;
    return badge;
}

} // namespace

// Rows that look alike from afar are looked at closely.
std::optional<Badge> StarCounter::Parts::look_elsewhere(const photo::GreyView& photo,
                                                        const photo::Surface& surface) const {
    std::optional<Badge> best;
    for (const auto& place : search.find(photo, surface)) {
        const auto& row = of_scale(place.scale);
        const double dx = place.x - row.shape().first_x, dy = place.y - row.shape().y;
        const auto look = row.look(photo, surface, dx, dy);
        if (!look.stars || !shows_all(look)) continue; // else a row may be read one star along
        if (best && best->confidence >= look.confidence) continue;
        best = badge_of(look);
        best->place = place.place;
        const double middle = place.x + row.shape().pitch * (row.shape().stars - 1) / 2;
        best->is_odd_form = std::hypot(middle - 0.5, place.y - row.shape().y) < near_its_place;
        best->corners = corners_of(row.shape(), surface, dx, dy);
    }
    return best;
}

StarCounter::StarCounter(const BadgeShape& shape) {
    ENSURE(shape.stars >= 2 && shape.stars <= 8 && shape.radius > 0.02 && shape.radius < 0.5);
    parts_ = std::make_unique<const Parts>(shape);
}

StarCounter::~StarCounter() = default;
StarCounter::StarCounter(StarCounter&&) noexcept = default;

std::optional<Badge>
StarCounter::count(const photo::Photo& photo, const photo::Reading& reading, const photo::ColourSource& colours) const {
    if (reading.inverted || reading.mirrored) return {};
    const photo::GreyView grey{photo.grey.data(), photo.width, photo.height};
    const auto surface = photo::Surface::fit(grey, reading);
    if (!surface) return {};
    const auto& shape = parts_->as_drawn().shape();
    const auto row = parts_->as_drawn().look(grey, *surface);
    auto badge = badge_of(row);
    badge.corners = corners_of(shape, *surface, 0, 0);
    parts_->conformity.check(badge, grey, *surface, reading, row.blur, colours);
    // What is not as drawn may be miscounted where a star cannot be seen well.
    if (badge.is_odd_form && !shows_all(row)) {
        badge.stars.reset();
        badge.confidence = 0;
    }
    const bool is_wrinkled = surface->miss_modules() > most_miss_of_smooth;
    if (is_wrinkled) badge.is_odd_form = false;
    if (badge.stars) return badge;
    if (!is_wrinkled)
        if (auto other = parts_->look_elsewhere(grey, *surface)) return other;
    const int modules = 17 + 4 * reading.version;
    badge.is_seen = row.stars_seen >= stars_to_see || badge.is_odd_form || is_wrinkled ||
                    !lies_within(badge.corners, grey) || !shows_well(grey, *surface, shape, modules);
    return badge;
}

} // namespace temsao::stars
