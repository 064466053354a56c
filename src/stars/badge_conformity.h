#pragma once
// Inside `scan` only: does a badge that stands as drawn also look as drawn? Its stars' number, places, size and colour.
// What is unclear counts as conforming: this asks a question of somebody. Pure; any thread.
#include "stars/star_search.h"

namespace temsao::stars {

class BadgeConformity {
public:
    // Keeps the row's pictures: it must live as long.
    explicit BadgeConformity(const StarRow& as_drawn);

    // Fills is_odd_form and is_odd_colour. `blur`: which of row_blurs the row was seen in.
    void check(Badge& badge,
               const photo::GreyView& photo,
               const photo::Surface& surface,
               const photo::Reading& reading,
               std::size_t blur,
               const photo::ColourSource& colours) const;

private:
    bool has_stray_star(const Badge& badge,
                        const photo::GreyView& photo,
                        const photo::Surface& surface,
                        std::size_t blur) const;
    bool has_other_size(const Badge& badge, const photo::GreyView& photo, const photo::Surface& surface) const;

    const BadgeShape& shape_;
    const StarPictures& true_size_;
    std::vector<StarPictures> by_blur_;    // for finding stars along the row
    std::vector<StarPictures> other_size_; // wider, higher, smaller, larger
};

// The solid stars' ink, as a share of what the paper beside them gives back: red, green, blue. Nothing where it cannot
// be told.
std::optional<std::array<double, 3>> star_ink(const Badge& badge,
                                              const BadgeShape& shape,
                                              const photo::Surface& surface,
                                              int modules,
                                              const photo::ColourSource& colours);

bool is_gold_or_grey(const std::array<double, 3>& ink);

} // namespace temsao::stars
