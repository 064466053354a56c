#pragma once
// Inside `stars` only: does a badge at its place also look as drawn: number, places, size and colour of its stars?
// Unclear cases count as conforming, because the answer raises a question about somebody. Pure; any thread.
#include "stars/star_search.h"

namespace temsao::stars {

class BadgeConformity {
public:
    // Keeps a reference to the row's pictures, which must live as long.
    explicit BadgeConformity(const StarRow& as_drawn);

    // Fills is_odd_form and is_odd_colour. `blur`: index into row_blurs, of the row as seen.
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

// The solid stars' ink, as a share of the light that the paper beside them reflects: red, green, blue. Empty when it
// cannot be measured.
std::optional<std::array<double, 3>> star_ink(const Badge& badge,
                                              const BadgeShape& shape,
                                              const photo::Surface& surface,
                                              int modules,
                                              const photo::ColourSource& colours);

bool is_gold_or_grey(const std::array<double, 3>& ink);

} // namespace temsao::stars
